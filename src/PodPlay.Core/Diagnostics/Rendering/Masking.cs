using System.Collections.Immutable;
using PodPlay.Text;

namespace PodPlay.Diagnostics.Rendering;

/// <summary>
/// Keeps secrets out of every format. A masked place is hidden whichever finding shows its line, and always as seven stars: the
/// length of a password is part of it.
/// </summary>
internal sealed class Masking
{
    public const string Stars = "*******";

    // Shorter texts would be found in the middle of ordinary words.
    private const int ShortestHidden = 4;

    private readonly ImmutableArray<SourceSpan> _places;

    private Masking(ImmutableArray<SourceSpan> places) => _places = places;

    public static Masking Of(ImmutableArray<Diagnostic> diagnostics) =>
        new([.. diagnostics.SelectMany(d => d.Mask).Distinct().OrderBy(s => s.Start)]);

    /// <summary>Masked stretches that touch a part of a file, in order.</summary>
    public IEnumerable<SourceSpan> Within(SourceText source, int start, int end) =>
        _places.Where(p => ReferenceEquals(p.Source, source) && p.Start < end && p.End > start);

    /// <summary>The finding without the text of masked places that it points at: another stage may have quoted the value.</summary>
    public Diagnostic Apply(Diagnostic diagnostic)
    {
        var secrets = Labels(diagnostic).SelectMany(l => Within(l.Span.Source, l.Span.Start, l.Span.End)).SelectMany(Texts)
            .Distinct(StringComparer.Ordinal).ToList();
        if (secrets.Count == 0)
            return diagnostic;
        return diagnostic with
        {
            Message = Hide(diagnostic.Message, secrets),
            Primary = diagnostic.Primary is { } primary ? Hide(primary, secrets) : null,
            Related = [.. diagnostic.Related.Select(l => Hide(l, secrets))],
            Why = [.. diagnostic.Why.Select(w => Hide(w, secrets))],
            Fixes = [.. diagnostic.Fixes.Select(f => Hide(f, secrets))],
            Edits = diagnostic.Edits.Any(e => Within(e.Span.Source, e.Span.Start, e.Span.End + 1).Any()) ? [] : diagnostic.Edits,
        };
    }

    /// <summary>The masked places of all findings, accepted ones too.</summary>
    public static Masking Of(Findings findings) => Of([.. findings.Open, .. findings.Accepted.Select(a => a.Finding)]);

    /// <summary>What stands at the masked places: the same text may stand elsewhere, or in another version of the file.</summary>
    public ImmutableHashSet<string> Secrets => [.. _places.SelectMany(Texts)];

    /// <summary>A whole file of the spec, with its masked places as stars.</summary>
    public string Hide(string path, string text)
    {
        var places = _places.Where(p => p.Source.Path == path).ToList();
        return places.Count == 0 ? text : TextEdit.Apply(places[0].Source, places.Select(p => new TextEdit(p, Stars)));
    }

    /// <summary>A text without any of the secrets.</summary>
    public static string Hide(string text, IEnumerable<string> secrets) =>
        secrets.OrderByDescending(s => s.Length).Aggregate(text, (shown, secret) => shown.Replace(secret, Stars, StringComparison.Ordinal));

    private static IEnumerable<Label> Labels(Diagnostic diagnostic) =>
        diagnostic.Primary is { } primary ? diagnostic.Related.Prepend(primary) : diagnostic.Related;

    private static IEnumerable<string> Texts(SourceSpan span) => span.Source.Text[span.Start..span.End]
        .Split('\n')
        .Select(line => line.Trim().Trim('"', '\''))
        .Where(line => line.Length >= ShortestHidden);

    private static Label Hide(Label label, List<string> secrets) => label with { Text = Hide(label.Text, secrets) };
}
