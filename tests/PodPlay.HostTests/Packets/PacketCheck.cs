using PodPlay.Connectivity;
using PodPlay.Firewall;
using PodPlay.Lab;
using PodPlay.Model;
using PodPlay.Tests.Quadlet;

namespace PodPlay.Packets;

/// <summary>A network in its lab, with what is to be answered in each cell.</summary>
internal sealed class PacketCheck
{
    private readonly LabNetwork _lab;
    private readonly Dictionary<Probe, Answer?> _wanted;

    public LabNetwork Lab => _lab;

    /// <param name="isProbed">For less than all of the cells.</param>
    public PacketCheck(Network network, Func<Probe, bool>? isProbed = null)
    {
        _lab = new LabNetwork(network);
        var expectation = new Expectation(network, _lab);
        _wanted = Cells.Of(_lab).Where(isProbed ?? (_ => true)).ToDictionary(p => p, expectation.Of);
        Rulesets = network.Hosts.Zip(Bench.RulesetsOf(network)).ToDictionary(p => p.First, p => p.Second);
    }

    public IReadOnlyDictionary<Host, string> Rulesets { get; }

    public IReadOnlyDictionary<Probe, Answer?> Wanted => _wanted;

    /// <summary>The answers of each round.</summary>
    public List<Dictionary<Probe, Answer?>> Ask(IReadOnlyList<Round> rounds) =>
        new LabRun(_lab, Rendered.Tree(_lab.Network)).Ask(_wanted.Keys, p => _wanted[p] is not null, rounds);

    /// <summary>Cells that are not as the spec says: open, closed, or answered by somebody else.</summary>
    public List<string> Differences(Dictionary<Probe, Answer?> given) =>
    [
        .. given.Where(g => !Fits(_wanted[g.Key], g.Value))
            .Select(g => $"{g.Key}: wanted {_wanted[g.Key]?.ToString() ?? "nobody"}, answered {g.Value?.ToString() ?? "nobody"}"),
    ];

    /// <summary>How many cells somebody answers whom the spec does not name, and how many nobody answers of whom it does.</summary>
    public (int Open, int Closed) Count(Dictionary<Probe, Answer?> given) =>
    (
        given.Count(g => g.Value is { } answer && answer.Server != _wanted[g.Key]?.Server),
        given.Count(g => g.Value is null && _wanted[g.Key] is not null));

    /// <summary>Cells that are not as connectivity.csv says, where it speaks of them.</summary>
    public List<string> DifferencesFromMatrix(Dictionary<Probe, Answer?> given)
    {
        var lines = Matrix.Of(_lab.Network).ToLookup(c => c.From);
        return
        [
            .. from probe in given.Keys
               where IsListed(probe)
               let listed = lines[probe.Caller.Party!].Where(c => IsMeant(c, probe)).Select(c => c.To.Name).Distinct().ToList()
               let answering = given[probe] is { } answer ? PartyOf(answer.Server, probe) : null
               where answering is null ? listed.Count > 0 : !listed.Contains(answering)
               select $"{probe}: connectivity.csv says {(listed.Count > 0 ? string.Join(" or ", listed) : "nobody")}, answered {answering ?? "nobody"}",
        ];
    }

    // A line means the address at which one meets the called: a container from its own host and from the zones there, the host from
    // everywhere else, the router from the internet over IPv4. Other ways to the same program have no line of their own.
    private static bool IsListed(Probe probe)
    {
        var (caller, called) = (probe.Caller, probe.Called);
        if (caller.Party is null || caller.IsLinkLocal || caller.Party.Equals(called.Party))
            return false;
        var isInside = caller.Host is { } host && host == called.Host;
        return called.Kind switch
        {
            CalledKind.Container => isInside,
            CalledKind.Internet => caller.Seat == Seat.Container,
            CalledKind.Router => caller.Seat == Seat.Internet,
            CalledKind.Gateway => isInside && caller.Zone == called.Zone,
            CalledKind.Host => called.Address == called.Host!.AddressOf(called.Address.Family)
                && !(caller.Seat == Seat.Internet && called.Address.Family == Family.IPv4)
                && !(isInside && Expectation.PublishedAt(called.Host, called.Address, probe.Protocol, probe.Port) is not null),
            _ => false,
        };
    }

    private static bool IsMeant(Cell cell, Probe probe) =>
        cell.Protocol == probe.Protocol && cell.Family == probe.Called.Address.Family && cell.Ports.Contains(probe.Port) && (probe.Called.Kind, cell.To) switch
        {
            (CalledKind.Host, Party.OfService { Service: var service }) => service.Host == probe.Called.Host && service.Zone?.Attachment is null && (service.IsOnHostNetwork || probe.Caller.Host != service.Host),
            (CalledKind.Host, Party.OfHost { Host: var host }) => host == probe.Called.Host && probe.Caller.Host != host,
            (CalledKind.Router, Party.OfService) => true,
            (CalledKind.Router, _) => false,
            (_, var to) => to.Equals(probe.Called.Party),
        };

    private string PartyOf(string server, Probe probe) =>
        server == "resolver" ? probe.Called.Party!.Name
        : _lab.Network.Services.FirstOrDefault(s => s.Name == server || s.Replicas.Any(r => r.Name == server))?.Name
        ?? _lab.Network.Hosts.Where(h => h.Name == server).Select(h => new Party.OfHost(h).Name).FirstOrDefault()
        ?? probe.Called.Party?.Name
        ?? server;

    private static bool Fits(Answer? wanted, Answer? given) =>
        wanted is null || given is null ? wanted is null && given is null : wanted.Server == given.Server && (wanted.Client is null || wanted.Client == given.Client);
}
