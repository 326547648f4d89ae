using System.Text;
using System.Text.Json;
using PodPlay.Diagnostics;
using PodPlay.Syntax;
using PodPlay.Text;

namespace PodPlay.Fuzz;

/// <summary>Specs as trees that a test or a mutation may change, and back to text. Comments and anchors are gone after that.</summary>
internal static class SpecYaml
{
    /// <exception cref="FormatException">No YAML that podplay reads.</exception>
    public static SpecMapping Parse(string text) => TryParse(text) ?? throw new FormatException(text);

    public static SpecMapping? TryParse(string text)
    {
        var diagnostics = new DiagnosticBag();
        var root = SpecParser.Parse(new SourceText(FuzzInput.SpecName, text), diagnostics);
        return diagnostics.HasErrors ? null : root;
    }

    public static SpecScalar Plain(string text) => new(default, text, true);

    public static SpecScalar Quoted(string text) => new(default, text, false);

    public static SpecMapping Map(params IEnumerable<SpecEntry> entries) => new(default, [.. entries]);

    public static SpecEntry Entry(string key, SpecNode value) => new(Plain(key), value);

    /// <summary>Block style; plain where it was plain, with <c>|</c> where a text has lines.</summary>
    public static string Print(SpecMapping root)
    {
        var text = new StringBuilder();
        Write(root, 0, text);
        return text.ToString();
    }

    private static void Write(SpecMapping map, int depth, StringBuilder text)
    {
        foreach (var entry in map.Entries)
        {
            text.Append(' ', depth * 2).Append(Word(entry.Key)).Append(':');
            if (entry.Value is SpecMapping { Entries.IsEmpty: false } below)
            {
                text.Append('\n');
                Write(below, depth + 1, text);
            }
            else if (entry.Value is SpecScalar { IsPlain: false } lines && IsBlock(lines.Text))
                text.Append(" |2-\n").Append(string.Concat(lines.Text.Split('\n').Select(l => l.Length == 0 ? "\n" : $"{new string(' ', (depth * 2) + 2)}{l}\n")));
            else
                text.Append(' ').Append(Flow(entry.Value)).Append('\n');
        }
    }

    private static string Word(SpecScalar scalar) => scalar.IsPlain && IsSafe(scalar.Text) ? scalar.Text : JsonSerializer.Serialize(scalar.Text);

    private static string Flow(SpecNode node) => node switch
    {
        SpecScalar scalar => Word(scalar),
        SpecSequence list => $"[{string.Join(", ", list.Items.Select(Flow))}]",
        SpecMapping map => $"{{{string.Join(", ", map.Entries.Select(e => $"{Word(e.Key)}: {Flow(e.Value)}"))}}}",
        _ => "",
    };

    // Only a block may hold a line feed or a tab: escapes that write one are refused.
    private static bool IsBlock(string text) =>
        text.AsSpan().ContainsAny('\n', '\t') && text[^1] != '\n' && !text.Any(c => char.IsControl(c) && c is not ('\n' or '\t')) && text.Trim().Length > 0;

    // Plain in block and in flow style alike.
    private static bool IsSafe(string text) =>
        text.All(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '.' or '/' or '-' or '>' or '_' or '+' or ':')
        && !text.Contains(": ", StringComparison.Ordinal) && text.Trim() == text
        && (text.Length == 0 || (text[0] is not ('-' or '>' or ':') && text[^1] != ':'));
}
