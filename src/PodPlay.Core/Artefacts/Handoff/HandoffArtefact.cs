using PodPlay.Model;

namespace PodPlay.Artefacts.Handoff;

/// <summary>How a tree gets onto its host, and how to see what became of it there: two scripts beside each tree. They are planned after
/// all other files, from what those say that the host has to do.</summary>
public static class HandoffArtefact
{
    public const string Id = "handoff";

    public static IEnumerable<PlannedFile> Plan(Network network, IReadOnlyList<PlannedFile> files)
    {
        foreach (var host in network.Hosts)
        {
            var own = HostFiles.Of(host, files);
            yield return new($"{host.Name}.apply.sh", "handoff/apply.sbn", ApplyView.Of(network, host, own));
            yield return new($"{host.Name}.collect.sh", "handoff/collect.sbn", CollectView.Of(host, own));
        }
    }
}
