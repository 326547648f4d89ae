namespace PodPlay.Artefacts.Handoff;

/// <summary>A unit of systemd that a host has because of a file of its tree.</summary>
/// <param name="Name">With its ending: <c>db.service</c> for the file <c>db.container</c>.</param>
/// <param name="Path">Of the file, on the host, without the first slash.</param>
/// <param name="Kind">What the host does about that file, which says what becomes of the unit: one that is restarted runs all the time.</param>
internal sealed record HostUnit(string Name, string Path, EffectKind Kind);
