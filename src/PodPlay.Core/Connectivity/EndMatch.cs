using PodPlay.Model;

namespace PodPlay.Connectivity;

/// <summary>Whether a line of the matrix speaks of an end of a statement.</summary>
internal static class EndMatch
{
    /// <summary>A host-network service calls as its host: nobody can tell the two apart.</summary>
    public static bool IsCaller(AssertionEnd end, Party party) => (end, party) switch
    {
        (AssertionEnd.OfService { Service: { IsOnHostNetwork: true } service }, Party.OfHost { Host: var host }) => service.Host == host,
        _ => Covers(end, party),
    };

    public static bool IsCalled(AssertionEnd end, Cell cell) => Covers(end, cell.To)
        && (end is not AssertionEnd.OfService { Port: { } port } || (port.Protocols.Contains(cell.Protocol) && cell.Reached.Overlaps(port.Container)));

    private static bool Covers(AssertionEnd end, Party party) => (end, party) switch
    {
        (AssertionEnd.Any, _) => true,
        (AssertionEnd.Internet, Party.Internet or Party.OfSource { IsInLan: false }) => true,
        (AssertionEnd.Lan, Party.Lan or Party.OfSource { IsInLan: true }) => true,
        (AssertionEnd.Router, Party.Router) => true,
        (AssertionEnd.OfSource { Source: var source }, Party.OfSource named) => named.Names.Contains(source.Name),
        (AssertionEnd.OfHost { Host: var host }, Party.OfHost named) => named.Host == host,
        (AssertionEnd.OfHost { Host: var host }, Party.OfService { Service: { IsOnHostNetwork: true } service }) => service.Host == host,
        (AssertionEnd.OfZone { Zone: var zone }, Party.OfService { Service: var service }) => service.Zone == zone,
        (AssertionEnd.OfZone { Zone: var zone }, Party.OthersInZone others) => others.Zone == zone,
        (AssertionEnd.OfService { Service: var service }, Party.OfService named) => named.Service == service,
        _ => false,
    };
}
