using PodPlay.Model;

namespace PodPlay.Artefacts.Handoff;

/// <summary>How a tree gets onto its host: a script beside each tree. It is planned after all other files, from what they say
/// that the host has to do.</summary>
public static class HandoffArtefact
{
    public const string Id = "handoff";

    public static IEnumerable<PlannedFile> Plan(Network network, IReadOnlyList<PlannedFile> files) => network.Hosts.Select(host =>
        new PlannedFile($"{host.Name}.apply.sh", "handoff/apply.sbn", ApplyView.Of(network, host, HostFiles.Of(host, files))));
}
