namespace PodPlay.Boot;

/// <summary>Who keeps which namespaces. Besides a mount it is a process in them that keeps them.</summary>
internal static class Namespaces
{
    /// <summary>Those of a process, as <c>net:[4026531840]</c>; none when it has ended.</summary>
    public static IReadOnlyList<string> Of(int process)
    {
        try
        {
            return [.. Directory.GetFileSystemEntries($"/proc/{process}/ns").Select(n => File.ResolveLinkTarget(n, returnFinalTarget: false)!.Name)];
        }
        catch (IOException)
        {
            return [];
        }
    }

    /// <summary>Processes that are in one of them.</summary>
    public static List<string> Inside(HashSet<string> spaces)
    {
        List<string> inside = [];
        // Of a container's first process nobody may know where it is; it is not ours.
        foreach (var process in Directory.GetDirectories("/proc").Select(d => int.TryParse(Path.GetFileName(d), out var id) ? id : 0).Where(id => id > 1))
        {
            if (Of(process).Any(spaces.Contains))
                inside.Add($"{process} {CommandOf(process)}");
        }
        return inside;
    }

    private static string CommandOf(int process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/comm").Trim();
        }
        catch (IOException)
        {
            return "has ended";
        }
    }
}
