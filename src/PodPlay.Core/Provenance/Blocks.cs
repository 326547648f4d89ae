namespace PodPlay.Provenance;

/// <summary>How far a comment that names a path reaches down: what a reader of the file would take it to stand over.</summary>
internal static class Blocks
{
    /// <summary>The index of the comment that stands over a line; null where none does.</summary>
    /// <param name="names">Whether the line at an index names a path.</param>
    public static int? Above(string file, string[] lines, int at, Func<int, bool> names)
    {
        for (var i = at - 1; i >= 0 && lines[i].Length > 0; i--)
        {
            if (IsComment(lines[i]) && names(i) && Covers(file, lines, i, at))
                return i;
        }
        return null;
    }

    private static bool Covers(string file, string[] lines, int comment, int at)
    {
        var indent = IndentOf(lines[comment]);
        if (IndentOf(lines[at]) > indent)
            return Enumerable.Range(comment, at - comment).All(i => IndentOf(lines[i]) >= indent);
        if (IndentOf(lines[at]) < indent)
            return false;
        var between = lines[(comment + 1)..at];
        // In a unit the next comment or another key ends it.
        if (IsUnit(file))
            return between.All(l => IsComment(l) || BelongTogether(l, lines[at])) && lines[at].Contains('=', StringComparison.Ordinal);
        // In what is indented it stands over one statement and all below it; in a plain list over everything up to the next comment.
        return between.All(IsComment) || (indent == 0 && between.All(l => IsComment(l) || IndentOf(l) > 0)) || !lines.Any(l => IndentOf(l) > 0);
    }

    // Wants= and After= say one thing.
    private static bool BelongTogether(string one, string other) => KeyOf(one) == KeyOf(other) || (IsOrder(one) && IsOrder(other));

    private static bool IsOrder(string line) => KeyOf(line) is "Wants" or "After" or "Requires";

    private static string KeyOf(string line) => line.Split('=', 2)[0];

    private static bool IsUnit(string file) => Path.GetExtension(file) is ".container" or ".network" or ".volume" or ".target" or ".service" or ".timer" or ".path";

    private static bool IsComment(string line) => line.AsSpan().TrimStart() is ['#' or ';', ..];

    private static int IndentOf(string line) => line.Length - line.AsSpan().TrimStart().Length;
}
