using PodPlay.Model;

namespace PodPlay.Artefacts.Quadlet;

/// <summary>A unit file as data: what is printed, and what the version check looks at.</summary>
/// <param name="Host">Where it goes.</param>
/// <param name="FilePath">Below the output folder.</param>
/// <param name="Kind">The file's ending: <c>container</c>, <c>network</c>, <c>volume</c>, <c>target</c>, <c>timer</c>, <c>service</c>, <c>path</c>.</param>
internal sealed record Unit(Host Host, string FilePath, string Kind, IReadOnlyList<UnitSection> Sections)
{
    /// <summary>Runs when its timer says so, and ends.</summary>
    public bool IsJob { get; init; }

    public string FileName => FilePath[(FilePath.LastIndexOf('/') + 1)..];
}
