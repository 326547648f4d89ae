namespace PodPlay.Artefacts.Handoff;

/// <summary>A file of a host's tree.</summary>
/// <param name="Path">As on the host, without the first slash.</param>
internal sealed record HostFile(string Path, Effect Effect);
