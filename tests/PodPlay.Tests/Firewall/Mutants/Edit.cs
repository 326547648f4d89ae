namespace PodPlay.Firewall.Mutants;

/// <summary>Changes to the text of a ruleset. One that changes nothing is a mistake of the test.</summary>
internal static class Edit
{
    public static Func<string, string> Replace(string old, string with) => text =>
        text.Contains(old, StringComparison.Ordinal) ? text.Replace(old, with, StringComparison.Ordinal) : throw new InvalidOperationException($"not there: {old}");

    /// <summary>All lines that hold this.</summary>
    public static Func<string, string> Remove(string part) => text =>
    {
        var lines = text.Split('\n');
        var kept = lines.Where(l => !l.Contains(part, StringComparison.Ordinal)).ToList();
        return kept.Count < lines.Length ? string.Join('\n', kept) : throw new InvalidOperationException($"not there: {part}");
    };

    /// <summary>Exchanges two texts.</summary>
    public static Func<string, string> Swap(string one, string other) => text =>
        Replace("\u0001", other)(Replace(other, one)(Replace(one, "\u0001")(text)));

    /// <summary>Only in the block that begins so (<c>chain input</c>), of one table.</summary>
    public static Func<string, string> In(string opening, Func<string, string> edit, string table = "inet podplay") => text =>
    {
        var from = text.IndexOf($"\n\t{opening} {{\n", text.LastIndexOf($"\ntable {table} {{\n", StringComparison.Ordinal), StringComparison.Ordinal);
        var to = from < 0 ? -1 : text.IndexOf("\n\t}\n", from, StringComparison.Ordinal);
        return to < 0 ? throw new InvalidOperationException($"no {opening} in {table}") : text[..from] + edit(text[from..to]) + text[to..];
    };

    public static Func<string, string> InBridge(string opening, Func<string, string> edit) => In(opening, edit, "bridge podplay");

    public static Func<string, string> Both(Func<string, string> first, Func<string, string> second) => text => second(first(text));
}
