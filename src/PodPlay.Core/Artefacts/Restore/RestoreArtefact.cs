using PodPlay.Artefacts.Quadlet;
using PodPlay.Model;

namespace PodPlay.Artefacts.Restore;

/// <summary>The day on which a host is gone: a page for each host, from an empty Debian to what it was, and the names of all secrets.
/// For people, beside the trees.</summary>
public sealed class RestoreArtefact : IArtefact
{
    public string Id => "restore";

    public IEnumerable<PlannedFile> Plan(Network network)
    {
        var callees = Callees.In(network);
        foreach (var host in network.Hosts)
            yield return new($"{host.Name}.RESTORE.md", "restore/restore.sbn", RestoreView.Of(network, host, callees));
        if (SecretsView.Of(network) is { } secrets)
            yield return new("SECRETS.md", "restore/secrets.sbn", secrets);
    }
}
