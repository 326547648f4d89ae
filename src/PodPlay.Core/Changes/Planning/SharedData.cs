using PodPlay.Model;

namespace PodPlay.Changes.Planning;

/// <summary>Data of a service that moves which others use, too: from then on there are two of it.</summary>
internal static class SharedData
{
    public static IEnumerable<StepPart> Of(Move move, Service was, Network after)
    {
        foreach (var data in was.Volumes.Select(Named).Distinct().Order(StringComparer.Ordinal))
        {
            if (UsersOf(data, move.From) is { Length: > 0 } left)
                yield return new($"{data} is shared with {left}, which stays on {move.From}") { Note = "from now on each host has its own: stop it while the data is copied, or move it too" };
            if (UsersOf(data, move.To) is { Length: > 0 } there)
                yield return new($"{data} is what {there} on {move.To} uses, too") { Note = "what is copied is added to what is there, and stands over it where both have a file" };
        }

        string UsersOf(string data, string host) => string.Join(", ", after.Services
            .Where(s => s.Name != move.Service && s.Host.Name == host && s.Volumes.Any(v => Named(v) == data)).Select(s => s.Name).Order(StringComparer.Ordinal));
    }

    private static string Named(Volume volume) => volume.Name is { } name ? $"volume {name}" : volume.HostPath!;
}
