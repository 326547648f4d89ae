using System.Collections.Immutable;
using PodPlay.Model;

namespace PodPlay.Connectivity;

/// <summary>The lines of a matrix by who is called: each of many statements looks at its own and not at all of them.</summary>
internal sealed class CalledCells(ImmutableArray<Cell> cells)
{
    private readonly ILookup<Service, Cell> _ofService = cells.Where(c => c.To is Party.OfService).ToLookup(c => ((Party.OfService)c.To).Service);
    private readonly ILookup<Zone, Cell> _inZone = cells.Where(c => ZoneOf(c.To) is not null).ToLookup(c => ZoneOf(c.To)!);

    /// <summary>The lines that speak of an end, in the order of the matrix.</summary>
    public IEnumerable<Cell> Of(AssertionEnd end) => (end switch
    {
        AssertionEnd.OfService { Service: var service } => _ofService[service],
        AssertionEnd.OfZone { Zone: var zone } => _inZone[zone],
        _ => cells,
    }).Where(c => EndMatch.IsCalled(end, c));

    private static Zone? ZoneOf(Party party) => party switch
    {
        Party.OfService { Service.Zone: var zone } => zone,
        Party.OthersInZone { Zone: var zone } => zone,
        _ => null,
    };
}
