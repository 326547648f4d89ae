using System.Collections.Immutable;
using PodPlay.Model;

namespace PodPlay.Connectivity;

/// <summary>
/// Holds the spec's statements against the matrix. What is possible at all counts, rate-limited and unenforced connections included. A
/// connection is one step: what a service does on behalf of its own callers, no matrix can know.
/// </summary>
public static class Statements
{
    /// <summary>The statements that are not true, in the network's order.</summary>
    public static ImmutableArray<Breach> Broken(Network network, ImmutableArray<Cell> cells) =>
        Broken(network, new CalledCells(cells));

    private static ImmutableArray<Breach> Broken(Network network, CalledCells cells) => [.. network.Assertions.Select(a => Judge(network, cells, a)).OfType<Breach>()];

    private static Breach? Judge(Network network, CalledCells cells, Assertion assertion)
    {
        if (assertion.Kind == AssertionKind.Allow)
            return Missing(network, cells, assertion) is { } missing ? new(assertion, [], missing) : null;
        var found = cells.Of(assertion.Called).Where(c => IsForbidden(assertion, c)).ToImmutableArray();
        return found.IsEmpty ? null : new(assertion, found, "");
    }

    private static bool IsForbidden(Assertion assertion, Cell cell)
    {
        var named = assertion.Callers.Any(e => EndMatch.IsCaller(e, cell.From));
        if (assertion.Kind == AssertionKind.Only)
            return !named && !IsOfRoot(cell) && !IsInside(assertion.Called, cell.From);
        return named && (!IsOfRoot(cell) || assertion.Callers.Any(e => e is AssertionEnd.OfHost or AssertionEnd.OfService));
    }

    /// <summary>A host's own root reaches every container on it, whatever a ruleset says: a statement speaks of that only when it names the host.</summary>
    public static bool IsOfRoot(Cell cell) => cell.From is Party.OfHost { Host.Name: var host } && cell.Because == $"hosts.{host}";

    // Who may come into a zone does not say what its own services do among themselves.
    private static bool IsInside(AssertionEnd called, Party caller) => called is AssertionEnd.OfZone && EndMatch.IsCaller(called, caller);

    // Every member of the left side must get through to something of the right side, by one family at least; `any` is somebody.
    private static string? Missing(Network network, CalledCells cells, Assertion assertion)
    {
        var (from, to) = (assertion.Callers[0], assertion.Called);
        var called = cells.Of(to).ToList();
        if (from is AssertionEnd.Any)
            return called.Exists(c => !IsOfRoot(c)) ? null : $"nobody may reach {to}";
        var protocols = to is AssertionEnd.OfService { Port: { } port } ? port.Protocols : [Protocol.Tcp, Protocol.Udp];
        var needsAll = to is AssertionEnd.OfService { Port: not null };
        foreach (var caller in MembersOf(network, from))
        {
            var open = called.Where(c => c.From == caller).Select(c => c.Protocol).ToHashSet();
            if (needsAll ? !protocols.All(open.Contains) : open.Count == 0)
                return WhyNot(network, caller, from, to);
        }
        return null;
    }

    /// <summary>Who is meant by the left side of a statement, one by one; nobody where it has no address of its own.</summary>
    internal static IEnumerable<Party> MembersOf(Network network, AssertionEnd end)
    {
        IEnumerable<Service> services = end switch
        {
            AssertionEnd.OfService { Service: var service } => [service],
            AssertionEnd.OfZone { Zone: var zone } => zone.Services,
            _ => network.Services,
        };
        var everybody = Enum.GetValues<Family>().SelectMany(f => OutsideWorld.Of(network, f).Classes.Select(c => c.Party))
            .Concat(network.Hosts.Select(h => new Party.OfHost(h)))
            .Concat(services.Where(s => !s.IsOnHostNetwork).Select(s => new Party.OfService(s)));
        return everybody.Where(p => EndMatch.IsCaller(end, p)).Distinct();
    }

    private static string WhyNot(Network network, Party caller, AssertionEnd from, AssertionEnd to)
    {
        var name = caller is Party.OfService or Party.OfHost ? caller.Name.Split(' ')[^1] : from.Name;
        return to is AssertionEnd.OfService { Service: var service, Port: var port }
            ? new Question(name, service.Name, port?.Name).Missing(network)
            : new Question(name, to.Name, null).Missing(network);
    }
}
