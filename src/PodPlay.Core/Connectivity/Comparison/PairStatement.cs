using PodPlay.Model;

namespace PodPlay.Connectivity.Comparison;

/// <summary>What changes from one caller to one called party for one set of reasons, in one family: who is there differs between them.</summary>
internal sealed record PairStatement(Verb Verb, Reach Reach, Family Family, bool IsOutside, string CallerName, Party To, PortLine Line, string Condition)
{
    /// <summary>Equal for what may be said in one sentence, callers and called aside.</summary>
    public (Verb Verb, bool IsOutside, bool IsDefault, string Condition) Kind => (Verb, IsOutside, Reach == Reach.Default, Condition);

    /// <summary>Equal where ports and reasons are.</summary>
    public string What => $"{Line}|{string.Join('|', Line.Because)}";

    public static IEnumerable<PairStatement> Of(IEnumerable<ChangedCell> cells) =>
        cells
            .GroupBy(c => (c.Verb, c.Family, c.CallerName, Called: c.To.Name, IsOutside: ComesFromOutside(c), Reach: ReachOf(c), c.Condition, Because: string.Join('|', c.Because)))
            .Select(g => new PairStatement(
                g.Key.Verb, g.Key.Reach, g.Key.Family, g.Key.IsOutside, g.Key.CallerName, g.First().To,
                new([.. g.Select(c => new FamilyPorts(c.Protocol, c.Ports, c.Family)).Order()], g.First().Via, g.First().Because), g.Key.Condition));

    // A host is outside when it calls another one's port, and inside when its own processes call its containers.
    private static bool ComesFromOutside(ChangedCell cell) => cell.From switch
    {
        Party.Internet or Party.Lan or Party.Router or Party.OfSource => true,
        Party.OfHost { Host: { } host } => HostOf(cell.To) != host,
        _ => false,
    };

    private static Reach ReachOf(ChangedCell cell) => (cell.From, cell.To) switch
    {
        (Party.Internet, _) => Reach.Internet,
        (Party.OfHost { Host: { } host }, _) when cell.Because.Contains($"hosts.{host.Name}") => Reach.Default,
        (_, Party.OfHost) when cell.Because.All(b => b.StartsWith("zones.", StringComparison.Ordinal)) => Reach.Default,
        _ when ComesFromOutside(cell) => Reach.Lan,
        (_, Party.Internet) => Reach.Egress,
        (Party.OfService { Service.Zone: { } a }, Party.OfService { Service.Zone: { } b }) when a == b => Reach.SameZone,
        (Party.OthersInZone { Zone: { } a }, Party.OfService { Service.Zone: { } b }) when a == b => Reach.SameZone,
        _ => Reach.Zones,
    };

    internal static Host? HostOf(Party party) => party switch
    {
        Party.OfService { Service.Host: { } host } => host,
        Party.OthersInZone { Zone.Host: { } host } => host,
        Party.OfHost { Host: { } host } => host,
        _ => null,
    };
}
