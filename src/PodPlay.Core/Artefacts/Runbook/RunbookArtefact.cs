using PodPlay.Artefacts.Quadlet;
using PodPlay.Model;

namespace PodPlay.Artefacts.Runbook;

/// <summary>What to look at when something does not work, for each host: every command with the real names, addresses and ports. Beside
/// the host's tree, since it is for people and not for the host.</summary>
public sealed class RunbookArtefact : IArtefact
{
    public string Id => "runbook";

    public IEnumerable<PlannedFile> Plan(Network network)
    {
        var callees = Callees.In(network);
        return network.Hosts
            .Where(h => h.Services.Length > 0)
            .Select(h => new PlannedFile($"{h.Name}.RUNBOOK.md", "runbook/runbook.sbn", RunbookView.Of(network, h, callees)));
    }
}
