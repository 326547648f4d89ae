using PodPlay.Connectivity;
using PodPlay.Model;

namespace PodPlay.Artefacts.Report;

/// <summary>What a reviewer reads beside the host trees: every allowed connection as CSV, and the network on one page.</summary>
public sealed class ReportArtefact : IArtefact
{
    public string Id => "report";

    public IEnumerable<PlannedFile> Plan(Network network)
    {
        var cells = Matrix.Of(network);
        yield return new("connectivity.csv", "report/connectivity.sbn", ConnectivityView.Of(network, cells));
        yield return new("NETWORK.md", "report/network.sbn", NetworkView.Of(network, cells));
    }
}
