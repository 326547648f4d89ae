using System.Globalization;
using PodPlay.Lab;
using PodPlay.Model;
using PodPlay.Packets;
using PodPlay.Testing.Tools;

namespace PodPlay.Boot;

/// <summary>A spec's network with real hosts in it: router, internet, LAN and sources are namespaces, the hosts are booted.</summary>
internal sealed class BootedNetwork : IDisposable
{
    private readonly Network _network;
    private readonly Dictionary<string, BootedHost> _hosts;

    /// <param name="isEmpty">Hosts as Debian leaves them: without what users see to before a network is installed.</param>
    public BootedNetwork(Network network, bool isEmpty = false)
    {
        _network = network;
        Room = new MachineRoom();
        try
        {
            _hosts = network.Hosts.AsParallel().Select(h => Room.Boot(h.Name, ReleaseOf(h))).ToDictionary(h => h.Name);
            var check = new LabNetwork(network);
            Wire(check);
            foreach (var host in network.Hosts)
                HostCard.PlugIn(this[host], host, check);
            if (isEmpty)
                return;
            network.Hosts.AsParallel().ForAll(h => Prepare(this[h], h));
            Provide(network);
        }
        catch
        {
            Room.Dispose();
            throw;
        }
    }

    public MachineRoom Room { get; }

    /// <summary>Debian 13, unless its podman is too old for a host.</summary>
    public static Debian ReleaseOf(Host host) => host.Podman > PodmanVersion.Default ? Debian.Forky : Debian.Trixie;

    public BootedHost this[Host host] => _hosts[host.Name];

    public BootedHost this[string host] => _hosts[host];

    /// <summary>By which the LAN calls a host.</summary>
    public Address AddressOf(BootedHost host) => _network.Hosts.Single(h => h.Name == host.Name).Addresses[0];

    /// <summary>What a user sees to before a network is installed, and the pre-flight checks ask for: secrets, images, devices.</summary>
    public void Provide(Network network) => network.Hosts.Where(h => h.Rootless is null).AsParallel().ForAll(h =>
    {
        MakeDevices(h);
        foreach (var folder in h.Services.SelectMany(s => s.Volumes).Select(v => v.HostPath).OfType<string>().Distinct())
            this[h].Shell($"mkdir -p {folder}");
        foreach (var secret in h.Services.SelectMany(s => s.Secrets).Select(s => s.Name).Distinct())
            MakeSecret(h, secret, "echo a secret of the tests");
        foreach (var key in network.Certificates.Select(c => c.Key).OfType<string>().Distinct())
            MakeSecret(h, key, $"tsig-keygen -a hmac-sha256 {key}");
        Images.Load(this[h], h);
    });

    /// <summary>A provider's name server on the internet, to whom every name is the router; the hosts ask it, too.</summary>
    public void ProvideNames()
    {
        var server = Internet(Family.IPv4);
        At(LabNetwork.Internet, $"setsid pebble-challtestsrv -management 127.0.0.1:8057 -dns01 {server}:53 -http01 '' -https01 '' -tlsalpn01 '' -doh '' -defaultIPv4 {new LabNetwork(_network).PublicAddress(Family.IPv4)} -defaultIPv6 '' >/dev/null 2>&1 </dev/null &");
        foreach (var host in _hosts.Values)
            host.Shell($"echo nameserver {server} >/etc/resolv.conf");
    }

    /// <summary>Starts a host again, and plugs its cable in.</summary>
    public void Reboot(Host host)
    {
        // The old cable would go with the old namespace, at the kernel's leisure.
        Room.Run(["ip", "-n", LabNetwork.Router, "link", "delete", $"p-{host.Name}"]);
        _hosts[host.Name] = Room.Reboot(host.Name);
        // Its card has another address than before, which a machine's has not: neighbours forget the old one.
        var wired = Room.Run(["bash", "-s"], new LabNetwork(_network).Wiring.ScriptOf(host.Name) + "for name in $(ls /run/netns); do ip -n $name neighbour flush all; done\n");
        Assert.True(wired.ExitCode == 0, wired.ToString());
        MakeDevices(host);
    }

    /// <summary>The address of somebody on the internet.</summary>
    public Address Internet(Family family) => new LabNetwork(_network).Callers.First(c => c.Seat == Seat.Internet && c.Address.Family == family).Address;

    /// <summary>A script of bash where a namespace of the room is (the internet, the LAN, the router), with Debian's programs; what it printed.</summary>
    /// <exception cref="Xunit.Sdk.XunitException">It failed.</exception>
    public string At(string place, string script, TimeSpan? timeout = null)
    {
        var result = Room.Run(["ip", "netns", "exec", place, "nsenter", "--target", $"{this[_network.Hosts[0]].Init}", "--mount", "--", "bash", "-euc", script], timeout: timeout);
        Assert.True(result.ExitCode == 0, $"{place}: {result}");
        return result.Output;
    }

    /// <summary>Takes the containers away that were only there to be probed: they hold networks.</summary>
    public void Clear()
    {
        foreach (var host in _hosts.Values)
            host.Shell("podman ps --all --quiet --filter label=stand-in | xargs --no-run-if-empty podman rm --force --time 0 >/dev/null");
    }

    /// <summary>Every cell that is not as the spec of the network says, with everything that listens there.</summary>
    /// <remarks>The network may be another one than the one that was booted: a changed spec on the same hosts.</remarks>
    public (int Probed, int Open, List<string> Wrong) Probe(Network network, bool isBridgeFiltered = false)
    {
        var check = new PacketCheck(network);
        var wired = Room.Run(["bash", "-s"], check.Lab.Wiring.ScriptAgain);
        Assert.True(wired.ExitCode == 0, wired.ToString());
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

    /// <summary>Does something while somebody listens on every port that the spec knows, where no real program does.</summary>
    public void WhileAllListen(Network network, Action act)
    {
        var lab = new LabNetwork(network);
        NameContainers(lab);
        // Podman gives a container without IPv6 no link-local address either; the internet may have servers of its own, and so have cards.
        var others = network.Zones.SelectMany(HostCard.AddressesOf).Select(a => $" {a} ").ToList();
        var listeners = string.Join('\n', $"{new Questions(lab, [], _ => true, IsTaken).Begin()}".Split('\n').Where(l =>
            !l.Contains('%', StringComparison.Ordinal) && !l.StartsWith($"listen {LabNetwork.Internet} ", StringComparison.Ordinal) && !others.Exists(a => l.Contains(a, StringComparison.Ordinal))));
        Room.Run(["rm", "-f", "/run/lab/enough"]);
        var listening = Task.Run(() => Room.Run(["sh", "-c", $"exec {Questions.Prober}"], $"{listeners}shell touch /run/lab/listening; until [ -e /run/lab/enough ]; do sleep 0.2; done\n", TimeSpan.FromMinutes(6)));
        try
        {
            Wait.Until(TimeSpan.FromMinutes(1), () => listening.IsCompleted || Room.Run(["rm", "/run/lab/listening"]).ExitCode == 0, "nobody listens");
            act();
        }
        finally
        {
            Room.Run(["touch", "/run/lab/enough"]);
        }
        Assert.True(listening.Result.ExitCode == 0, listening.Result.ToString());
        Clear();
    }

    /// <summary>The router does what a spec wants of it, and nothing that another one wanted.</summary>
    public void SetRouter(Network network)
    {
        var lab = new LabNetwork(network);
        // Its programs are those of the first host; its network is its own.
        var routed = Room.Run(
            ["ip", "netns", "exec", LabNetwork.Router, "nsenter", "--target", $"{_hosts.Values.First().Init}", "--mount", "--", "sh", "-c", "sysctl -qw net.ipv4.ip_forward=1 net.ipv6.conf.all.forwarding=1; nft -f -"],
            $"flush ruleset\n{lab.Gate.Ruleset(lab.PublicAddress(Family.IPv4))}");
        Assert.True(routed.ExitCode == 0, routed.ToString());
    }

    public void Dispose() => Room.Dispose();

    private void Wire(LabNetwork lab)
    {
        var wired = Room.Run(["bash", "-s"], lab.Wiring.Script);
        Assert.True(wired.ExitCode == 0, wired.ToString());
        SetRouter(lab.Network);
    }

    private void MakeSecret(Host host, string name, string command) =>
        this[host].Shell($"podman secret exists {name} || {command} | podman secret create {name} -");

    // A node of the kernel's null device stands for hardware that the machine does not have.
    private void MakeDevices(Host host)
    {
        foreach (var device in host.Services.SelectMany(s => s.Devices).Distinct())
            this[host].Shell($"[ -e {device} ] || {{ mkdir -p $(dirname {device}) && mknod {device} c 1 3; }}");
    }

    private static void Prepare(BootedHost booted, Host host)
    {
        if (host.Rootless is not null)
        {
            RootlessHost.Prepare(booted, host);
            return;
        }
        booted.Shell("for file in /etc/subuid /etc/subgid; do echo containers:2147483647:2147483648 >>$file; done");
        // The machine may be a container itself that may not raise limits (no CAP_SYS_RESOURCE); a host may.
        foreach (var driver in host.Services.Where(s => !s.Devices.IsEmpty).SelectMany(s => s.Replicas))
            booted.Shell($"prlimit --memlock=unlimited true 2>/dev/null || {{ mkdir -p /etc/containers/systemd/{driver.Name}.container.d && printf '[Container]\nUlimit=\n' >/etc/containers/systemd/{driver.Name}.container.d/lab.conf; }}");
        Images.Import(booted);
    }

    // Each container's namespace gets the name that the lab uses for it.
    private void NameContainers(LabNetwork lab)
    {
        foreach (var zone in lab.Network.Zones.Where(z => z.Host.Rootless is null && z.Attachment is null))
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
            Room.Run(["sh", "-c", $"ip -n {place} -6 address flush dev eth0 scope link; ip -n {place} address add {address}/64 dev eth0"]);
    }

    private static string StandIn(BootedHost booted, string name, Zone zone, IEnumerable<Address> addresses, string more = "")
    {
        var words = addresses.Select(a => $"{(a.Family == Family.IPv4 ? "ip" : "ip6")}={a}");
        booted.Shell($"podman container exists {name} || podman run --detach --label stand-in --name {name} --network {zone.NetworkName}:{string.Join(',', words)}{more} {Images.Any} sleep infinity >/dev/null");
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
        { Kind: CalledKind.Host } => Expectation.PublishedAt(called.Host!, called.Address, protocol, port) is not null
            || called.Host!.Services.Any(s => s.IsOnHostNetwork && Images.IsReal(s) && s.HostListeners(called.Address.Family).Contains(called.Address) && s.Ports.Any(p => p.Protocols.Contains(protocol) && p.Container.Contains(port))),
        { Kind: CalledKind.Container, Service: { } service } => Images.IsReal(service) && protocol == Protocol.Tcp && Images.PortsOf(service).Any(p => p.Contains(port)),
        _ => false,
    };

    private static bool IsReal(Network network, string server) => network.Services.Any(s => Images.IsReal(s) && s.Replicas.Any(r => r.Name == server));
}
