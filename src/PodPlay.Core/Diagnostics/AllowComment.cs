using System.Collections.Immutable;
using PodPlay.Syntax;
using PodPlay.Text;

namespace PodPlay.Diagnostics;

/// <summary><c># podplay: allow PP311 - reason</c>, on the line of the finding or the line above it.</summary>
/// <param name="Span">The comment.</param>
public sealed record AllowComment(SourceSpan Span, string Code, string Reason)
{
    private const string Marker = "# podplay: allow ";

    public int Line => Span.From.Line;

    /// <summary>Finds them by text: YAML's parser throws comments away.</summary>
    public static ImmutableArray<AllowComment> In(LoadedSpec spec)
    {
        var found = spec.Sources.SelectMany(s => In(s)).ToImmutableArray();
        if (found.IsEmpty)
            return found;
        // What stands inside a quoted text or a block is part of that text.
        var texts = TextsOf(spec.Root).Where(t => !t.IsPlain).Select(t => t.Span).ToLookup(s => s.Source);
        return found.RemoveAll(c => texts[c.Span.Source].Any(t => t.Start <= c.Span.Start && c.Span.Start < t.End));
    }

    private static IEnumerable<SpecScalar> TextsOf(SpecNode node) => node switch
    {
        SpecScalar scalar => [scalar],
        SpecSequence list => list.Items.SelectMany(TextsOf),
        SpecMapping map => map.Entries.SelectMany(e => TextsOf(e.Value)),
        _ => [],
    };

    private static ImmutableArray<AllowComment> In(SourceText source)
    {
        var found = ImmutableArray.CreateBuilder<AllowComment>();
        for (var at = source.Text.IndexOf(Marker, StringComparison.Ordinal); at >= 0; at = source.Text.IndexOf(Marker, at + 1, StringComparison.Ordinal))
        {
            // A # begins a comment only behind a blank or at the beginning of a line.
            if (at > 0 && !char.IsWhiteSpace(source.Text[at - 1]))
                continue;
            var line = source.PositionOf(at).Line;
            var end = source.OffsetOf(line, 1) + source.LineAt(line).Length;
            var rest = source.Text[(at + Marker.Length)..end];
            var dash = rest.IndexOf(" - ", StringComparison.Ordinal);
            var code = (dash < 0 ? rest : rest[..dash]).Trim();
            found.Add(new(source.Span(at, end), code, dash < 0 ? "" : rest[(dash + 3)..].Trim()));
        }
        return found.ToImmutable();
    }
}
