using PodPlay.Model;
using PodPlay.Text;

namespace PodPlay.Spec;

/// <param name="Text">The port as written, with its place.</param>
internal sealed record PortSpec(Spanned<string> Name, Exposure Exposure, Spanned<string> Text, PortSyntax Syntax, Spanned<string>? From, bool ExpectsProxy, TermSpec Term)
{
    /// <summary>The place of a stage, from 0; of the whole text where it was quoted.</summary>
    public SourceSpan StageSpan(int stage) =>
        Text.Span.Length == Text.Value.Length ? Text.Span.Slice(Syntax.Stages[stage].Start, Syntax.Stages[stage].Length) : Text.Span;

    /// <summary>The word of the spec that a host port comes from.</summary>
    public static string WordOf(Exposure exposure) => exposure switch
    {
        Exposure.Public => "public",
        Exposure.Lan => "lan",
        _ => "private",
    };
}
