namespace PodPlay.Text;

/// <summary>Did-you-mean: the nearest known name, or nothing when none is near.</summary>
public static class Suggestion
{
    /// <summary>
    /// The name within max(1, length/3) edits of what was written (the bound keeps a stray <c>x</c> from being
    /// answered with an arbitrary short name); on a tie the first in ordinal order.
    /// </summary>
    public static string? For(string written, IEnumerable<string> known)
    {
        var limit = Math.Max(1, written.Length / 3);
        return known
            .Select(name => (name, distance: Distance(written, name)))
            .Where(c => c.distance <= limit && c.distance < Math.Max(written.Length, c.name.Length))
            .OrderBy(c => c.distance)
            .ThenBy(c => c.name, StringComparer.Ordinal)
            .Select(c => c.name)
            .FirstOrDefault();
    }

    /// <summary>
    /// The near name where nobody would doubt: it is the only one within reach, the word is long enough for a slip to be seen as one, and no
    /// digit differs (<c>web2</c> is no typo of <c>web1</c>).
    /// </summary>
    /// <param name="shortest">Letters that the word must have.</param>
    public static string? Certain(string written, IEnumerable<string> known, int shortest)
    {
        var names = known.Distinct().ToList();
        return written.Length >= shortest && For(written, names) is { } near && For(written, names.Where(n => n != near)) is null
            && written.Where(char.IsAsciiDigit).SequenceEqual(near.Where(char.IsAsciiDigit)) ? near : null;
    }

    // Optimal string alignment: a swap of two neighbours is one edit, as people type.
    private static int Distance(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            d[i, 0] = i;
        for (var j = 0; j <= b.Length; j++)
            d[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1;
                d[i, j] = Math.Min(Math.Min(d[i - 1, j] + 1, d[i, j - 1] + 1), d[i - 1, j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
            }
        }
        return d[a.Length, b.Length];
    }
}
