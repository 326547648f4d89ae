using System.Text;

namespace PodPlay.Drift;

/// <summary>What <c>nft list table</c> prints, by object: <c>chain inet podplay input</c> to its lines, a set's elements one a line.</summary>
internal static class RulesetListing
{
    /// <remarks>Anything that is no such listing gives objects of no sense, and no exception: what is compared are lines.</remarks>
    public static Dictionary<string, List<string>> Parse(IEnumerable<string> lines)
    {
        var objects = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var (table, current, elements) = ("", (List<string>?)null, (StringBuilder?)null);
        foreach (var line in lines.Select(l => l.Trim()).Where(l => l.Length > 0))
        {
            if (elements is not null)
                elements.Append(' ').Append(line);
            else if (line.StartsWith("elements = {", StringComparison.Ordinal))
                elements = new(line["elements = {".Length..]);
            else if (line.StartsWith("table ", StringComparison.Ordinal) && line.EndsWith(" {", StringComparison.Ordinal))
                objects[$"table {table = line["table ".Length..^2]}"] = [];
            else if (current is null && line.EndsWith(" {", StringComparison.Ordinal) && line.Split(' ') is [var kind, var name, "{"])
                objects[$"{kind} {table} {name}"] = current = [];
            else if (line == "}")
                current = null;
            else
                current?.Add(line);

            if (elements is not null && EndOf(elements) is >= 0 and var end)
            {
                // What a set learns while it runs is nobody's change.
                if (current?.Any(l => l.StartsWith("flags ", StringComparison.Ordinal) && (l.Contains("timeout", StringComparison.Ordinal) || l.Contains("dynamic", StringComparison.Ordinal))) == false)
                    current.AddRange(Items(elements.ToString(0, end)).Select(e => $"element {e}"));
                elements = null;
            }
        }
        return objects;
    }

    // The brace that is in no comment; -1: on a later line.
    private static int EndOf(StringBuilder text)
    {
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '"')
                quoted = !quoted;
            else if (text[i] == '}' && !quoted)
                return i;
        }
        return -1;
    }

    private static IEnumerable<string> Items(string text)
    {
        var (start, quoted) = (0, false);
        for (var i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || (text[i] == ',' && !quoted))
            {
                if (text[start..i].Trim() is { Length: > 0 } item)
                    yield return item;
                start = i + 1;
            }
            else if (text[i] == '"')
                quoted = !quoted;
        }
    }
}
