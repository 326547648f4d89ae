namespace PodPlay.Syntax;

/// <summary>Paths under <c>include:</c>, with slashes on every machine, relative to the file that they stand in.</summary>
internal static class IncludePath
{
    /// <summary>Why a path cannot be included; null when it can.</summary>
    public static string? Fault(string written)
    {
        if (written.Length == 0)
            return "empty";
        if (written[0] is '/' or '~' || written.Contains(':', StringComparison.Ordinal))
            return "not relative";
        if (written.Contains('\\', StringComparison.Ordinal))
            return "a backslash";
        if (written.Contains("**", StringComparison.Ordinal))
            return "** is not understood";
        if (written.AsSpan().IndexOfAny("?[]{}") >= 0)
            return "the only wildcard is *";
        if (written.EndsWith('/'))
            return "a folder";
        var star = written.IndexOf('*', StringComparison.Ordinal);
        return star >= 0 && written.IndexOf('/', star) >= 0 ? "* stands in the last part only" : null;
    }

    /// <summary>The path as seen from where podplay was called.</summary>
    public static string Join(string includer, string written)
    {
        var folder = includer.LastIndexOf('/');
        return Normalise(folder < 0 ? written : $"{includer[..(folder + 1)]}{written}");
    }

    /// <summary><c>a/./b/../c</c> is <c>a/c</c>; leading <c>..</c> stay.</summary>
    public static string Normalise(string path)
    {
        var parts = new List<string>();
        foreach (var part in path.Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == ".." && parts is [.., not ".."])
                parts.RemoveAt(parts.Count - 1);
            else if (part != ".")
                parts.Add(part);
        }
        return (path.StartsWith('/') ? "/" : "") + string.Join('/', parts);
    }
}
