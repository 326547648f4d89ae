using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PodPlay.Syntax;
using PodPlay.Text;

namespace PodPlay.Diagnostics;

/// <summary><c># podplay: allow PP311 - reason</c>, on the line of the finding or the line above it.</summary>
/// <param name="Span">The comment.</param>
/// <param name="Code">Or the finding's name; empty where the comment says something else than allow.</param>
/// <param name="Reason">Empty where there is none.</param>
public sealed partial record AllowComment(SourceSpan Span, string Code, string Reason)
{
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
        foreach (Match marker in MarkerPattern().Matches(source.Text))
        {
            var line = source.PositionOf(marker.Index).Line;
            var end = source.OffsetOf(line, 1) + source.LineAt(line).Length;
            var (word, rest) = (marker.Groups["word"].Value, source.Text[(marker.Index + marker.Length)..end]);
            if (word != "allow" && Suggestion.For(word, ["allow", "ignore", "disable", "deny", "warn"]) is null)
                continue;
            var dash = rest.IndexOf(" - ", StringComparison.Ordinal);
            var code = (dash < 0 ? rest : rest[..dash]).Trim();
            found.Add(new(source.Span(marker.Index, end), word == "allow" ? code : "", dash < 0 ? "" : rest[(dash + 3)..].Trim()));
        }
        return found.ToImmutable();
    }

    // A # begins a comment only behind a blank or at the beginning of a line.
    [GeneratedRegex(@"(?<!\S)#[ \t]*podplay[ \t]*:[ \t]*(?<word>[a-z]+)(?=[ \t\r\n]|\z)")]
    private static partial Regex MarkerPattern();
}
