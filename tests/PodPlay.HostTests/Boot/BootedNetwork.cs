using System.Globalization;
using PodPlay.Lab;
using PodPlay.Model;
using PodPlay.Packets;

namespace PodPlay.Boot;

/// <summary>A spec's network with real hosts in it: router, internet, LAN and sources are namespaces, the hosts are booted.</summary>
internal sealed class BootedNetwork : IDisposable
{
    private readonly Dictionary<string, BootedHost> _hosts;

    public BootedNetwork(Network network)
    {
        Room = new MachineRoom();
        try
        {
            _hosts = network.Hosts.AsParallel().Select(h => Room.Boot(h.Name)).ToDictionary(h => h.Name);
            var check = new LabNetwork(network);
            Wire(check);
            network.Hosts.AsParallel().ForAll(h => Prepare(this[h], h));
        }
        catch
        {
            Room.Dispose();
            throw;
        }
    }

    public MachineRoom Room { get; }

    public BootedHost this[Host host] => _hosts[host.Name];

    /// <summary>Every cell that is not as the spec of the network says, with everything that listens there.</summary>
    /// <remarks>The network may be another one than the one that was booted: a changed spec on the same hosts.</remarks>
    public (int Probed, int Open, List<string> Wrong) Probe(Network network, bool isBridgeFiltered = false)
    {
        var check = new PacketCheck(network);
        NameContainers(check.Lab);
        var questions = new Questions(check.Lab, check.Wanted.Keys, p => check.Wanted[p] is not null, IsTaken);
        var commands = questions.Begin();
        questions.Ask(commands, new Round(check.Rulesets, isBridgeFiltered));
        var result = Room.Run(["sh", "-c", $"exec {Questions.Prober}"], commands.ToString(), TimeSpan.FromMinutes(3));
        Assert.True(result.ExitCode == 0, result.ToString());
        var given = questions.Read(result.Output).Single();
        foreach (var (probe, answer) in given.Where(g => check.Wanted[g.Key] is { } wanted && IsReal(network, wanted.Server) && g.Value?.Server is "?" or "resolver").ToList())
            given[probe] = check.Wanted[probe]!;
        return (check.Wanted.Count, given.Count(g => g.Value is not null), [.. check.Differences(given), .. check.DifferencesFromMatrix(given)]);
    }

    public void Dispose() => Room.Dispose();

    private void Wire(LabNetwork lab)
    {
        var wired = Room.Run(["bash", "-s"], lab.Wiring.Script);
        Assert.True(wired.ExitCode == 0, wired.ToString());
        // The router's programs are those of the first host; its network is its own.
        var root = _hosts.Values.First().Init;
        var routed = Room.Run(
            ["ip", "netns", "exec", LabNetwork.Router, "nsenter", "--target", $"{root}", "--mount", "--", "sh", "-c", "sysctl -qw net.ipv4.ip_forward=1 net.ipv6.conf.all.forwarding=1; nft -f -"],
            lab.Gate.Ruleset(lab.PublicAddress(Family.IPv4)));
        Assert.True(routed.ExitCode == 0, routed.ToString());
    }

    // What a user does before the first installation: the pre-flight checks ask for it.
    private static void Prepare(BootedHost booted, Host host)
    {
        booted.Shell("for file in /etc/subuid /etc/subgid; do echo containers:2147483647:2147483648 >>$file; done");
        // A node of the kernel's null device stands for hardware that the machine does not have.
        foreach (var device in host.Services.SelectMany(s => s.Devices).Distinct())
            booted.Shell($"mkdir -p $(dirname {device}) && mknod {device} c 1 3");
        foreach (var secret in host.Services.SelectMany(s => s.Secrets).DistinctBy(s => s.Name))
            booted.Shell($"podman secret create {secret.Name} -", "a secret of the tests");
        Images.Load(booted, host);
    }

    // Each container's namespace gets the name that the lab uses for it.
    private void NameContainers(LabNetwork lab)
    {
        foreach (var zone in lab.Network.Zones.Where(z => z.Host.Rootless is null))
        {
            var booted = this[zone.Host];
            NameContainer(booted, StandIn(booted, $"others-{zone.Name}", zone, zone.Subnets.Select(LabNetwork.OthersOf), ",alias=probe"), LabNetwork.OthersOf(zone));
            foreach (var replica in zone.Services.SelectMany(s => s.Replicas))
            {
                // A job has a container only while it runs.
                var name = replica.Service.Timer is null ? replica.Name : StandIn(booted, $"{replica.Name}-stand-in", zone, replica.Addresses);
                NameContainer(booted, name, LabNetwork.ContainerOf(replica));
            }
        }
        foreach (var (place, address) in lab.LinkLocals)
            Room.Run(["ip", "-n", place, "address", "add", $"{address}/64", "dev", "eth0"]);
    }

    private static string StandIn(BootedHost booted, string name, Zone zone, IEnumerable<Address> addresses, string more = "")
    {
        var words = addresses.Select(a => $"{(a.Family == Family.IPv4 ? "ip" : "ip6")}={a}");
        booted.Shell($"podman container exists {name} || podman run --detach --name {name} --network {zone.NetworkName}:{string.Join(',', words)}{more} {Images.Any} sleep infinity >/dev/null");
        return name;
    }

    private void NameContainer(BootedHost booted, string container, string name)
    {
        var process = int.Parse(booted.Shell($"podman inspect --format '{{{{.State.Pid}}}}' {container}").Trim(), CultureInfo.InvariantCulture);
        Room.NameNamespace(name, $"/proc/{booted.Init}/root/proc/{process}/ns/net");
    }

    // Podman holds the ports that it publishes, and real programs have theirs.
    private static bool IsTaken(Called called, Protocol protocol, int port) => called switch
    {
        { Kind: CalledKind.Host } => Expectation.PublishedAt(called.Host!, called.Address, protocol, port) is not null,
        { Kind: CalledKind.Container, Service: { } service } => Images.IsReal(service) && protocol == Protocol.Tcp && service.Ports.Any(p => p.Container.Contains(port)),
        _ => false,
    };

    private static bool IsReal(Network network, string server) => network.Services.Any(s => Images.IsReal(s) && s.Replicas.Any(r => r.Name == server));
}
