using System.Net;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PodPlay.Hostile;

/// <summary>A file that podplay wrote, read as its reader does: one entry for each statement, all escapes taken away.</summary>
internal static partial class Artefact
{
    /// <exception cref="FormatException">The file breaks the rules of its format.</exception>
    public static IEnumerable<string> Statements(string path, string text) => System.IO.Path.GetExtension(path) switch
    {
        ".container" or ".network" or ".volume" or ".service" or ".timer" or ".path" or ".target" => UnitFile.Statements(text),
        ".sh" => ShellScript.Statements(text),
        ".yml" => Yaml(text),
        ".md" when path.EndsWith(".RESTORE.md", StringComparison.Ordinal) => MarkdownText.StatementsWithCommands(text).Select(Blanks),
        ".md" => MarkdownText.Statements(text).Select(Blanks),
        ".html" => Html(text),
        ".csv" => Csv(text),
        ".nft" => Language.Nftables.Statements(text),
        ".cfg" => Language.Haproxy.Statements(text),
        ".zone" => Language.Zone.Statements(text),
        ".rsc" => Language.RouterOs.Statements(text),
        _ when path.EndsWith("/named.conf", StringComparison.Ordinal) => Language.Named.Statements(text),
        _ when path.Contains("/sysctl.d/", StringComparison.Ordinal) => Settings(text),
        // The hashes differ, as they should; the paths are what a value could get into.
        _ when path.EndsWith("MANIFEST", StringComparison.Ordinal) => text.Split('\n').Select(l => l.StartsWith('#') ? l : l[Math.Min(l.Length, 66)..]),
        _ when path.EndsWith(".conf", StringComparison.Ordinal) && !path.Contains("/containers.conf.d/", StringComparison.Ordinal) && !path.Contains("/modules-load.d/", StringComparison.Ordinal) => ApacheLines(text),
        _ => text.Split('\n').Select(l => string.Join(Language.Between, l.Split(' ', '\t'))),
    };

    /// <summary>As a browser shows it: one blank for any number of them.</summary>
    public static string Blanks(string text) => Whitespace().Replace(text, " ").Trim();

    private static IEnumerable<string> ApacheLines(string text) => text.Split('\n').SelectMany(l => l.TrimStart() switch
    {
        ['#', .. var comment] => [$"comment {comment}"],
        [.., '\\'] => throw new FormatException($"goes on in the next line: {l}"),
        // A section's last sign is no part of its last word, and a folder is a pattern.
        ['<', .., '>'] section => Language.Apache.Statements(section[1..^1]).Select(w => Glob().Replace(w, "$1")).Prepend("section"),
        var line => Language.Apache.Statements(line),
    });

    private static IEnumerable<string> Settings(string text) => text.Split('\n').Where(l => l.Length > 0).Select(l =>
        l[0] is '#' or ';' ? l : l.Split(" = ", 2) is [var key, var value] && !key.Contains(' ', StringComparison.Ordinal) ? $"{key} = {value}" : throw new FormatException(l));

    private static IEnumerable<string> Csv(string text)
    {
        var lines = text.TrimEnd('\n').Split('\n');
        var fields = lines.First(l => !l.StartsWith('#')).Split(',').Length;
        foreach (var line in lines.Where(l => !l.StartsWith('#')))
        {
            var cells = line.Split(',');
            if (cells.Length != fields || cells.Any(c => c.Contains('"', StringComparison.Ordinal) || c is ['=' or '+' or '-', ..] or "@" || (c is ['@', var next, ..] && !char.IsAsciiLetterOrDigit(next))))
                throw new FormatException($"no row of {fields} plain fields: {line}");
            yield return string.Join(Language.Between, cells);
        }
    }

    private static IEnumerable<string> Html(string text)
    {
        var at = 0;
        foreach (Match tag in Tags().Matches(text))
        {
            yield return Blanks(WebUtility.HtmlDecode(text[at..tag.Index]));
            yield return tag.Value;
            at = tag.Index + tag.Length;
        }
        yield return Blanks(WebUtility.HtmlDecode(text[at..]));
    }

    private static IEnumerable<string> Yaml(string text)
    {
        var parser = new Parser(new StringReader(text));
        while (parser.MoveNext())
        {
            if (parser.Current is Scalar scalar)
                yield return $"{scalar.Tag} {scalar.Value}";
            else
                yield return parser.Current!.GetType().Name;
        }
        foreach (var comment in text.Split('\n').Where(l => l.TrimStart().StartsWith('#')))
            yield return comment;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Whitespace();

    [GeneratedRegex(@"\\([*?\[\]\\])")]
    private static partial Regex Glob();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();
}
