using PodPlay.Model;

namespace PodPlay.Artefacts.Quadlet;

/// <summary>A unit file as data: what is printed, and what the version check looks at.</summary>
/// <param name="Host">Where it goes.</param>
/// <param name="FilePath">Below the output folder.</param>
/// <param name="Kind">The file's ending: <c>container</c>, <c>network</c>, <c>volume</c>, <c>target</c>, <c>timer</c>.</param>
internal sealed record Unit(Host Host, string FilePath, string Kind, IReadOnlyList<UnitSection> Sections)
{
    public string FileName => FilePath[(FilePath.LastIndexOf('/') + 1)..];

    /// <summary>The systemd unit that comes of it. Networks and volumes get a suffix from the generator.</summary>
    public string SystemdName => Kind switch
    {
        "container" => $"{FileName[..^".container".Length]}.service",
        "network" => $"{FileName[..^".network".Length]}-network.service",
        "volume" => $"{FileName[..^".volume".Length]}-volume.service",
        _ => FileName,
    };
}
