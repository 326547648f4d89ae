using System.Globalization;
using System.Text.RegularExpressions;
using PodPlay.Lab;
using PodPlay.Model;
using PodPlay.Testing.Tools;

namespace PodPlay.Boot;

/// <summary>Counters that are named after services count their connections, and those of nobody else.</summary>
[Collection(SeedCollection.Name)]
public sealed partial class CounterTests(SeedHosts hosts)
{
    private static Network Network => SeedHosts.Seed.Network;

    [ToolFact(Debian.Trixie)]
    public void Each_flow_moves_the_counter_of_its_callee()
    {
        hosts.Become(SeedHosts.Seed);
        var flows = Network.Flows.Select(f => (f.From, f.To, f.Ports)).Where(f => f is { From: FlowEnd.OfService { Service: { Timer: null, Zone: not null } }, To: FlowEnd.OfService { Service.Timer: null } })
            .Select(f => (Caller: ((FlowEnd.OfService)f.From).Service, Callee: ((FlowEnd.OfService)f.To).Service, Port: f.Ports.First(p => p.Protocols.Contains(Protocol.Tcp))));
        foreach (var (caller, callee, port) in flows)
        {
            var inPlace = callee.Zone is not null && callee.Host == caller.Host;
            var target = inPlace ? $"{callee.Replicas[0].Addresses[0]} {port.Container.First}" : $"{callee.Host.Addresses[0]} {port.Host!.Value.First}";
            var counter = inPlace ? $"{(callee.Zone == caller.Zone ? "bridge" : "inet")} to_{callee.Name}" : $"inet {(callee.IsOnHostNetwork ? "host" : "pub")}_{callee.Name}";
            AssertMoves(callee.Host, counter, () => hosts.Lab[caller.Host].Shell($"nsenter -t $(podman inspect -f '{{{{.State.Pid}}}}' {caller.Replicas[0].Name}) -n nc -zw 5 {target} || true"));
        }
    }

    [ToolFact(Debian.Trixie)]
    public void What_comes_from_outside_moves_the_counter_of_the_service_that_it_calls()
    {
        hosts.Become(SeedHosts.Seed);
        foreach (var service in Network.Services.Where(s => s.IsPublic))
        {
            foreach (var outside in Network.Router.Public.Append(service.Host.AddressOf(Family.IPv6)!.Value))
            {
                var port = service.Ports.First(p => p.Router is not null && p.Protocols.Contains(Protocol.Tcp)).Router!.Value.First;
                AssertMoves(service.Host, $"inet {(service.IsOnHostNetwork ? "host" : "pub")}_{service.Name}", () => hosts.Lab.At(LabNetwork.Internet, $"nc -zw 5 {outside} {port} || true"));
            }
        }
    }

    // What moves by itself, as the balancer's checks of its servers do, is no evidence for anything else.
    private void AssertMoves(Host host, string counter, Action act)
    {
        var idle = Counters(host);
        Thread.Sleep(TimeSpan.FromSeconds(2.5));
        var before = Counters(host);
        act();
        var after = Counters(host);
        Assert.True(after[counter] > before[counter], $"{counter} stays at {after[counter]}");
        var moved = after.Keys.Where(k => after[k] != before[k] && before[k] == idle[k]).Except([counter]);
        Assert.Empty(moved);
    }

    // "inet to_db": packets. Only those that have a service's name.
    private Dictionary<string, long> Counters(Host host) =>
        Counter().Matches(hosts.Lab[host].Shell("nft list table inet podplay; nft list table bridge podplay"))
            .Aggregate((Table: "", Found: new Dictionary<string, long>()), (state, match) =>
            {
                if (match.Groups["table"] is { Success: true, Value: var table })
                    return (table, state.Found);
                state.Found[$"{state.Table} {match.Groups["name"].Value}"] = long.Parse(match.Groups["packets"].Value, CultureInfo.InvariantCulture);
                return state;
            }).Found;

    [GeneratedRegex(@"^table (?<table>inet|bridge) podplay|counter (?<name>(to|pub|host)_\S+) \{\s*(comment ""[^""]*""\s*)?packets (?<packets>\d+)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Counter();
}
