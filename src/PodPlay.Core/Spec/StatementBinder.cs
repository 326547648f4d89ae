using System.Collections.Immutable;
using PodPlay.Model;
using PodPlay.Text;

namespace PodPlay.Spec;

/// <summary>The section <c>assert</c> to its statements.</summary>
internal static class StatementBinder
{
    public static ImmutableArray<StatementSpec> Bind(Fields fields) =>
    [
        .. fields.Texts("never").Select(s => Arrow(AssertionKind.Never, s)),
        .. fields.Named("only").Select(s => Only(s.Name, Fields.ListOf(s.Value, s.Shape))),
        .. fields.Texts("allow").Select(s => Arrow(AssertionKind.Allow, s)),
    ];

    private static StatementSpec Arrow(AssertionKind kind, Spanned<string> text)
    {
        var syntax = StatementSyntax.Parse(text.Value)!;
        return Statement(kind, text, [text.Part(0, syntax.From.Length)], syntax.To, syntax.ToStart);
    }

    private static StatementSpec Only(Spanned<string> text, ImmutableArray<Spanned<string>> callers) =>
        Statement(AssertionKind.Only, text, callers, TargetSyntax.Parse(text.Value)!, 0);

    private static StatementSpec Statement(AssertionKind kind, Spanned<string> text, ImmutableArray<Spanned<string>> callers, TargetSyntax to, int start) => new(
        kind, text, callers, text.Part(start, to.Name.Length), to.Port is { } port ? text.Part(start + to.Name.Length + 1, port.Length) : null);
}
