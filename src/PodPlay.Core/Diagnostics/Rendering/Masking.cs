using System.Collections.Immutable;
using PodPlay.Text;

namespace PodPlay.Diagnostics.Rendering;

/// <summary>
/// Keeps secrets out of every format. A masked place is hidden whichever finding shows its line, and always as seven stars: the
/// length of a password is part of it.
/// </summary>
internal sealed class Masking
{
    public const string Stars = SecretText.Stars;

    // Shorter texts would be found in the middle of ordinary words: of a place that the finding points at, and of any other.
    private const int ShortestHidden = 4;
    private const int ShortestHiddenAnywhere = 8;

    // Messages cut a quoted value.
    private const int Cut = 40;

    private readonly ImmutableArray<SourceSpan> _places;

    private readonly ImmutableArray<string> _anywhere;

    private Masking(ImmutableArray<SourceSpan> places)
    {
        _places = places;
        _anywhere = [.. places.SelectMany(Texts).Where(t => t.Length >= ShortestHiddenAnywhere)];
    }

    /// <summary>What stages found to be secret, and what looks like it in the files that are shown: those that could not be read have no stages.</summary>
    public static Masking Of(ImmutableArray<Diagnostic> diagnostics)
    {
        var sources = diagnostics.SelectMany(Labels).Select(l => l.Span.Source).Distinct();
        var byText = sources.SelectMany(s => SecretText.In(s.Text).Where(p => p.End > p.Start).Select(p => s.Span(p.Start, p.End)));
        return new([.. diagnostics.SelectMany(d => d.Mask).Concat(byText).Distinct().OrderBy(s => s.Start)]);
    }

    /// <summary>Masked stretches that touch a part of a file, in order.</summary>
    public IEnumerable<SourceSpan> Within(SourceText source, int start, int end) =>
        _places.Where(p => ReferenceEquals(p.Source, source) && p.Start < end && p.End > start);

    /// <summary>The finding without the text of masked places that it points at: another stage may have quoted the value.</summary>
    public Diagnostic Apply(Diagnostic diagnostic)
    {
        var near = Labels(diagnostic).SelectMany(l => Within(l.Span.Source, l.Span.Start, l.Span.End)).SelectMany(Texts);
        var secrets = near.Concat(_anywhere).Distinct(StringComparer.Ordinal).OrderByDescending(t => t.Length).ToList();
        if (secrets.Count == 0)
            return diagnostic;
        return diagnostic with
        {
            Message = Hide(diagnostic.Message, secrets),
            Primary = diagnostic.Primary is { } primary ? Hide(primary, secrets) : null,
            Related = [.. diagnostic.Related.Select(l => Hide(l, secrets))],
            Why = [.. diagnostic.Why.Select(w => Hide(w, secrets))],
            Fixes = [.. diagnostic.Fixes.Select(f => Hide(f, secrets))],
        };
    }

    private static IEnumerable<Label> Labels(Diagnostic diagnostic) =>
        diagnostic.Primary is { } primary ? diagnostic.Related.Prepend(primary) : diagnostic.Related;

    private static IEnumerable<string> Texts(SourceSpan span) => span.Source.Text[span.Start..span.End]
        .Split('\n')
        .Select(line => line.Trim().Trim('"', '\''))
        .SelectMany(line => line.Length > Cut ? new[] { line, line[..Cut] } : [line])
        .Where(line => line.Length >= ShortestHidden);

    private static Label Hide(Label label, List<string> secrets) => label with { Text = Hide(label.Text, secrets) };

    private static string Hide(string text, List<string> secrets) =>
        secrets.Aggregate(text, (shown, secret) => shown.Replace(secret, Stars, StringComparison.Ordinal));
}
