using System.Globalization;
using System.Text;
using PodPlay.Text;

namespace PodPlay.Diagnostics.Rendering;

/// <summary>One finding in full: headline, source lines, why, fix.</summary>
internal sealed class Finding(Diagnostic diagnostic, Masking masking, Paint paint)
{
    private const int MaxPatch = 60;

    private readonly StringBuilder _text = new();
    private readonly int _gutter = Places(diagnostic).Select(p => Digits(p.Label.Span.From.Line)).DefaultIfEmpty(1).Max();

    public static string Render(Diagnostic diagnostic, Masking masking, Paint paint) => new Finding(masking.Apply(diagnostic), masking, paint).Run();

    private string Run()
    {
        var headline = $"{paint.Severe(diagnostic.Severity, $"{SeverityWord.Of(diagnostic.Severity)}[{diagnostic.Code}]")} {diagnostic.Rule.Name}: ";
        _text.Append(headline).Append(paint.Bold(Printable.Of(diagnostic.Message))).Append('\n');
        if (diagnostic.Primary is null && diagnostic.Path is { } path)
            Line($"{new string(' ', _gutter)}{paint.Quiet("-->")} {Printable.Of(path)}");
        foreach (var file in Places(diagnostic).GroupBy(p => p.Label.Span.Source))
            Source([.. file]);
        if (diagnostic.Primary is not null && diagnostic.Why.Length + diagnostic.Fixes.Length > 0)
            Gutter("", "");
        Notes();
        Patch();
        return _text.ToString();
    }

    private void Source(List<(Label Label, bool IsPrimary)> places)
    {
        var first = places[0].Label.Span;
        var (line, column) = first.From;
        Line($"{new string(' ', _gutter)}{paint.Quiet("-->")} {Printable.Of(first.Source.Path)}:{Number(line)}:{Number(column)}");
        Gutter("", "");
        foreach (var (gutter, text) in new Snippet(first.Source, places, masking).Rows(diagnostic.Severity, paint))
        {
            if (gutter == "...")
                Line(paint.Quiet("..."));
            else
                Gutter(gutter, text);
        }
    }

    private void Notes()
    {
        var why = diagnostic.Why.SelectMany(Lines).ToList();
        for (var i = 0; i < why.Count; i++)
            Note(i == 0 ? "why: " : "     ", why[i]);
        foreach (var fix in diagnostic.Fixes.Select(f => Lines(f).ToList()))
        {
            for (var i = 0; i < fix.Count; i++)
                Note(i == 0 ? "fix: " : "     ", fix[i]);
        }
    }

    // As it stands, so that it can be pasted; a whole rewritten ruleset is for `gen --diff`.
    private void Patch()
    {
        var lines = SecretText.Hide(diagnostic.Diff ?? "").TrimEnd('\n').Split('\n', StringSplitOptions.RemoveEmptyEntries);
        foreach (var line in lines.Take(MaxPatch))
            _text.Append(Printable.Of(line)).Append('\n');
        if (lines.Length > MaxPatch)
            _text.Append(CultureInfo.InvariantCulture, $"... and {SeverityWord.Count(lines.Length - MaxPatch, "more line")}\n");
    }

    private void Note(string word, string text) => Line($"{new string(' ', _gutter + 1)}{paint.Quiet("=")} {paint.Bold(word)}{Printable.Of(text)}");

    private void Gutter(string number, string text) =>
        Line($"{paint.Quiet($"{number.PadLeft(_gutter)} |")}{(text.Length > 0 ? " " : "")}{text}");

    private void Line(string text) => _text.Append(text.TrimEnd()).Append('\n');

    private static IEnumerable<string> Lines(string text) => text.Split('\n');

    // The primary first: its file is shown first.
    private static IEnumerable<(Label Label, bool IsPrimary)> Places(Diagnostic diagnostic)
    {
        var related = diagnostic.Related.Select(l => (l, false));
        return diagnostic.Primary is { } primary ? related.Prepend((primary, true)) : related;
    }

    private static int Digits(int line) => Number(line).Length;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
