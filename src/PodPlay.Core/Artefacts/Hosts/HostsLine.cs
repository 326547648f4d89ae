namespace PodPlay.Artefacts.Hosts;

/// <summary>One address and its names: the full one first, since it is the canonical one (<c>hostname -f</c> and the like).</summary>
internal sealed record HostsLine(string Address, string Names);
