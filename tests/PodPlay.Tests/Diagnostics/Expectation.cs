using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace PodPlay.Diagnostics;

/// <summary>
/// What a spec says about itself, on the line of the finding: <c># error: 24 [PP301] "published by"</c>, several separated by
/// <c> ; </c>.
/// </summary>
/// <param name="Column">0: the finding names the file, and no place in it.</param>
/// <param name="Part">A part of the message.</param>
internal sealed partial record Expectation(string Path, Severity Severity, int Line, int Column, string Code, string Part)
{
    /// <summary>The spec without these comments, as it is compiled: one behind an open quote or an allowance would be part of it.</summary>
    public static (string Spec, ImmutableArray<Expectation> Expected) Parse(string path, string text)
    {
        var lines = text.Split('\n');
        var expected = ImmutableArray.CreateBuilder<Expectation>();
        for (var i = 0; i < lines.Length; i++)
        {
            var start = StartPattern().Match(lines[i]);
            if (!start.Success)
                continue;
            var comment = lines[i][start.Index..].Trim()[2..];
            lines[i] = lines[i][..start.Index].TrimEnd();
            foreach (var one in comment.Split(" ; "))
                expected.Add(ParseOne(path, one, i + 1));
        }
        return (string.Join('\n', lines), expected.ToImmutable());
    }

    public bool Fits(Diagnostic found) =>
        found.Code == Code && found.Severity == Severity && found.Message.Contains(Part, StringComparison.Ordinal)
        && (found.Primary is { } primary ? primary.Span.Source.Path == Path && primary.Span.From == (Line, Column) : Column == 0 && (found.Path ?? Path) == Path);

    public override string ToString() => Print(Path, Severity, Line, Column, Code, Part);

    /// <summary>A finding in the same form, with its line in front.</summary>
    public static string Describe(Diagnostic found) =>
        Print(found.Primary?.Span.Source.Path ?? found.Path ?? "", found.Severity, found.Primary?.Span.From.Line ?? 0, found.Primary?.Span.From.Column ?? 0, found.Code, found.Message);

    private static string Print(string path, Severity severity, int line, int column, string code, string text) => string.Create(
        CultureInfo.InvariantCulture, $"{path} line {line}: # {severity.ToString().ToLowerInvariant()}: {column} [{code}] \"{text.Replace("\"", "\\\"", StringComparison.Ordinal)}\"");

    private static Expectation ParseOne(string path, string text, int line)
    {
        var match = OnePattern().Match(text);
        Assert.True(match.Success, $"line {line}: not an expectation: {text}");
        return new(
            path,
            Enum.Parse<Severity>(match.Groups["level"].Value, ignoreCase: true),
            line,
            int.Parse(match.Groups["column"].Value, CultureInfo.InvariantCulture),
            match.Groups["code"].Value,
            match.Groups["part"].Value.Replace("\\\"", "\"", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"(^|\s)# (error|warning|note): ")]
    private static partial Regex StartPattern();

    [GeneratedRegex("""^(?<level>error|warning|note): (?<column>\d+) \[(?<code>PP\d{3})\] "(?<part>([^"\\]|\\")+)"$""")]
    private static partial Regex OnePattern();
}
