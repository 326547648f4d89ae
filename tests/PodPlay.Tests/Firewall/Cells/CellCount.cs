using System.Text.Json;
using PodPlay.Firewall.Intent;
using PodPlay.Firewall.Packets;
using PodPlay.Model;

namespace PodPlay.Firewall.Cells;

/// <summary>How a ruleset differs from the intent, counted: a cell is caller x called x port x protocol x family.</summary>
/// <param name="Open">Cells in which the ruleset lets a new connection come about that nobody wants.</param>
/// <param name="Closed">Cells in which it stops one that somebody wants.</param>
internal sealed record CellCount(int All, int Open, int Closed)
{
    /// <summary>One port that nothing in the spec mentions.</summary>
    private const int Unlisted = 9999;

    public static CellCount Of(Network network, Host host, JsonElement listing) =>
        Enum.GetValues<Family>().Select(f => new Counter(network, host, listing, f).Count()).Aggregate((a, b) => new(a.All + b.All, a.Open + b.Open, a.Closed + b.Closed));

    private sealed class Counter
    {
        private readonly Host _host;
        private readonly HostModel _model;
        private readonly List<CellParty> _parties;
        private readonly List<int> _ports;

        public Counter(Network network, Host host, JsonElement listing, Family family)
        {
            _host = host;
            _parties = [.. PartiesOf(network, host, family)];
            _ports =
            [
                .. network.Services.SelectMany(s => s.Ports).SelectMany(p => new[] { p.Router, p.Host, p.Container }).OfType<PortRange>().Select(r => r.First)
                    .Append(host.Admin?.SshPort ?? 22).Append(Unlisted).Distinct().Order(),
            ];
            _model = new HostModel(network, host, listing, family, scope => Asked(scope));
        }

        public CellCount Count()
        {
            var (all, open, closed) = (0, 0, 0);
            foreach (var caller in _parties)
            {
                foreach (var called in _parties.Where(c => c != caller && Judged(caller, c)))
                {
                    foreach (var protocol in new[] { Protocol.Tcp, Protocol.Udp })
                    {
                        var paths = PathsOf(caller, called, protocol).Select(p => new Judgement(_model, p.Hook, p.Packets, p.Translated)).ToList();
                        foreach (var port in _ports)
                        {
                            var (isOpen, isWanted) = (paths.Exists(p => p.IsOpen(port)), paths.Exists(p => p.IsWanted(port)));
                            all++;
                            open += isOpen && !isWanted ? 1 : 0;
                            closed += isWanted && !isOpen ? 1 : 0;
                        }
                    }
                }
            }
            return new(all, open, closed);
        }

        // The host's own way out and what never passes the host are nobody's business here.
        private static bool Judged(CellParty caller, CellParty called) =>
            caller.Side == CellSide.Container || called.Side == CellSide.Container || (caller.Side != CellSide.Host && called is { Side: CellSide.Host, User: 0 });

        private static IEnumerable<CellParty> PartiesOf(Network network, Host host, Family family)
        {
            CellParty? At(string name, CellSide side, string ipv4, string ipv6) =>
                Address.Parse(family == Family.IPv4 ? ipv4 : ipv6) is { } address ? new(name, side, address) : null;
            var found = new List<CellParty?>
            {
                At("internet", CellSide.Internet, "9.9.9.9", "2620:fe::fe"),
                At("lan", CellSide.Lan, "192.168.1.77", "2001:db8:1::77"),
                At("admin", CellSide.Lan, "192.168.1.10", ""),
                At("router", CellSide.Lan, "192.168.1.1", ""),
            };
            found.AddRange(network.Hosts.Where(h => h != host).Select(h => h.AddressOf(family) is { } a ? new CellParty(h.Name, CellSide.Lan, a) : null));
            found.AddRange(host.Services.Where(s => s.Zone is not null)
                .Select(s => s.Replicas[0].AddressOf(family) is { } a ? new CellParty(s.Name, CellSide.Container, a, s.Zone, s) : null));
            found.AddRange(host.Zones.Select(z => z.SubnetOf(family)?.HostAddress(200) is { } a ? new CellParty($"{z.Name} (others)", CellSide.Container, a, z) : null));
            if (host.AddressOf(family) is { } own)
                found.AddRange([new(host.Name, CellSide.Host, own), new($"{host.Name}'s users", CellSide.Host, own, User: 1500)]);
            return found.OfType<CellParty>();
        }

        private IEnumerable<(HookName Hook, Region Packets, bool Translated)> PathsOf(CellParty caller, CellParty called, Protocol protocol)
        {
            var interfaces = _model.Scope.Interfaces;
            var packets = caller.AsCaller(interfaces).And(called.AsCalled).And(Packet(protocol));
            var ports = packets.With(Field.Port, _ports);
            switch (caller.Side, called.Side)
            {
                case (CellSide.Host, _):
                    yield return (HookName.Output, ports, false);
                    break;
                case (_, CellSide.Host):
                    yield return (HookName.Input, ports, false);
                    break;
                case (CellSide.Container, CellSide.Container) when caller.Zone == called.Zone:
                    var port = interfaces.Named("veth0");
                    yield return (HookName.Bridge, called.AsCalled.And(Packet(protocol)).With(Field.Source, ValueSet.Range(caller.Address.Value, caller.Address.Value)).With(Field.Port, _ports)
                        .With(Field.InInterface, port).With(Field.OutInterface, port), false);
                    break;
                default:
                    var forward = called.Zone is { } zone ? interfaces.Named(zone.Bridge) : interfaces.Outside;
                    // Nobody routes a zone's addresses on the internet; a neighbour can.
                    if (caller.Side != CellSide.Internet)
                        yield return (HookName.Forward, ports.With(Field.OutInterface, forward), false);
                    foreach (var published in caller.Side == CellSide.Container ? [] : called.Service?.Ports.Where(p => p.Host is not null && p.Protocols.Contains(protocol)) ?? [])
                        yield return (HookName.Forward, packets.With(Field.OutInterface, forward).With(Field.Port, published.Container.First).With(Field.CalledPort, published.Host!.Value.First), true);
                    break;
            }
        }

        private static Region Packet(Protocol protocol) => IntentScope.Of(protocol)
            .With(Field.State, 8).With(Field.HopLimit, 64).With(Field.SourcePort, 50000).With(Field.Flags, protocol == Protocol.Tcp ? Universe.Syn : 0)
            .With(Field.Fragment, 0).With(Field.IcmpType, 0);

        private IEnumerable<Region> Asked(IntentScope scope) =>
            _parties.SelectMany(p => new[] { p.AsCaller(scope.Interfaces), p.AsCalled })
                .Concat([Packet(Protocol.Tcp), Packet(Protocol.Udp), Region.Everything.With(Field.Port, _ports)])
                .Concat(_ports.Select(p => Region.Everything.With(Field.Port, p)))
                .Concat(_host.Zones.Select(z => Region.Everything.With(Field.OutInterface, scope.Interfaces.Named(z.Bridge))))
                .Append(Region.Everything.With(Field.OutInterface, scope.Interfaces.Outside))
                .Append(Region.Everything.With(Field.InInterface, scope.Interfaces.Named("veth0")).With(Field.OutInterface, scope.Interfaces.Named("veth0")));
    }

    /// <summary>One path of a packet, for all ports at once.</summary>
    private sealed class Judgement
    {
        private readonly Space _space;
        private readonly List<Box> _open;
        private readonly List<Box> _wanted;

        public Judgement(HostModel model, HookName hook, Region packets, bool translated)
        {
            _space = model.Space;
            var boxes = _space.BoxesOf([packets.And(HostModel.Translated(translated))], !translated);
            _open = model.Run(hook, boxes, translated).Accepted;
            _wanted = _space.Intersect(boxes, [.. model.Wanted(hook, false, translated), .. model.Wanted(hook, true, translated)]);
        }

        public bool IsOpen(int port) => Has(_open, port);

        public bool IsWanted(int port) => Has(_wanted, port);

        private bool Has(List<Box> boxes, int port)
        {
            var one = _space.BoxOf(Region.Everything.With(Field.Port, port), false)!.Value;
            return boxes.Exists(b => _space.Intersect(b, one) is not null);
        }
    }
}
