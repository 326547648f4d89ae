namespace PodPlay.Output;

/// <summary>Paths of the output folder, as shown and as opened.</summary>
internal static class OutputPath
{
    /// <summary>A path below the folder, as the user would write it.</summary>
    public static string Join(string folder, string path)
    {
        var trimmed = folder.TrimEnd('/');
        return trimmed switch
        {
            "" when folder.Length > 0 => "/" + path,
            "" or "." => path,
            _ => $"{trimmed}/{path}",
        };
    }

    /// <summary>The folder as it is opened: below a relative one, each step would ask for the working directory once more.</summary>
    public static string Absolute(string folder) => Path.GetFullPath(folder.Length == 0 ? "." : folder);

    /// <summary>The folders above a path, the outermost first: <c>a</c> and <c>a/b</c> for <c>a/b/c</c>.</summary>
    public static IEnumerable<string> Above(string path)
    {
        for (var slash = path.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = path.IndexOf('/', slash + 1))
            yield return path[..slash];
    }

    public static bool IsBelow(string path, string folder) =>
        path.Length > folder.Length && path[folder.Length] == '/' && path.StartsWith(folder, StringComparison.Ordinal);
}
