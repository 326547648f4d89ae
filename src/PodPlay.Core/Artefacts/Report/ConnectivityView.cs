using System.Collections.Immutable;
using PodPlay.Connectivity;
using PodPlay.Model;

namespace PodPlay.Artefacts.Report;

/// <summary>The lines of connectivity.csv. Fields are names, numbers and spec paths: none holds a comma or a quote.</summary>
internal static class ConnectivityView
{
    public static View Of(ImmutableArray<Cell> cells) => new() { { "lines", cells.Select(Line) } };

    private static string Line(Cell cell) => string.Join(',',
        cell.From.Name, cell.To.Name, cell.Protocol.Word(), cell.Ports.ToString(), cell.Family == Family.IPv4 ? "ipv4" : "ipv6", cell.Via, cell.Condition, cell.Because);
}
