using System.Collections.Immutable;
using PodPlay.Artefacts.Routers;
using PodPlay.Connectivity;
using PodPlay.Model;

namespace PodPlay.Artefacts.Report;

/// <summary>The page NETWORK.md: its tables as ready lines, its pictures as Mermaid text.</summary>
internal static class NetworkView
{
    public static View Of(Network network, ImmutableArray<Cell> cells) => new()
    {
        { "header", Header.Lines() },
        { "internet", ExposureTables.FromInternet(network) },
        { "lan", ExposureTables.FromLan(network) },
        { "ssh", ExposureTables.Ssh(network) },
        { "router", ClicksTable.Of(RouterOpenings.Of(network)) },
        { "has_balances", network.Services.Any(s => !s.Balances.IsEmpty) },
        { "balances", BalanceTable.Of(network) },
        { "flows", FlowTables.Flows(network) },
        { "matrix", ZoneMatrix.Of(network, cells) },
        { "statements", StatementTable.Of(network) },
        { "addresses", AddressTables.Plan(network) },
        { "ports", AddressTables.HostPorts(network) },
        { "names", NameTables.Names(network) },
        { "certificates", NameTables.Certificates(network) },
        { "accepted", NameTables.Accepted(network) },
        { "pictures", Pictures.Of(network) },
    };
}
