using System.Net;
using PodPlay.Artefacts.Sysctl;
using PodPlay.Model;
using PodPlay.Testing.Tools;
using PodPlay.Tests.Artefacts.Bind;

namespace PodPlay.Samples;

/// <summary>A real tool and the files of a host that it judges.</summary>
/// <param name="Concerns">By path on the host.</param>
/// <param name="Judge">A verdict for each thing judged; each must accept.</param>
/// <param name="Break">What to break on purpose, once: text that is there, and what stands there instead.</param>
internal sealed record Validator(
    string Name, Func<string, bool> Concerns, Func<SampleHost, IEnumerable<Verdict>> Judge, (string Right, string Wrong) Break)
{
    public static IReadOnlyList<Validator> All { get; } =
    [
        .. OnBoth("nft", p => p.EndsWith(".nft", StringComparison.Ordinal), Nftables, ("ct state vmap", "ct state vmpa")),
        .. OnBoth("haproxy", p => p.EndsWith("/haproxy.cfg", StringComparison.Ordinal) || p.EndsWith(".html", StringComparison.Ordinal), Haproxy, ("    balance ", "    balanse ")),
        .. OnBoth("apache", IsApaches, Apache, ("Listen ", "Lisen ")),
        .. OnBoth("systemd-analyze", p => p.StartsWith("/etc/systemd/", StringComparison.Ordinal), Systemd, ("[Unit]\n", "[Unit]\nAftre=x\n")),
        .. OnBoth("shell", p => p.EndsWith(".sh", StringComparison.Ordinal), Shell, ("#!/bin/sh\n", "#!/bin/sh\nif\n")),
        new("BIND", p => p.EndsWith("/named.conf", StringComparison.Ordinal) || p.EndsWith(".zone", StringComparison.Ordinal), Bind, ("    recursion yes;\n", "    recusion yes;\n")),
        new("sysctl of the host", p => p.StartsWith("/etc/sysctl.d/", StringComparison.Ordinal), HostSettings, ("ip_forward = 1", "ip_forward = on")),
        new("sysctl of containers", p => p.EndsWith(".container", StringComparison.Ordinal), ContainerSettings, ("ip_unprivileged_port_start=", "ip_unprivileged_port_strat=")),
        new("Quadlet", p => p.Contains("/containers/systemd/", StringComparison.Ordinal), h => [Quadlet(h).Verdict], ("\nImage=", "\nImgae=")),
    ];

    public static Validator Named(string name) => All.Single(v => v.Name == name);

    public IEnumerable<string> FilesOf(SampleHost host) => host.Files.Keys.Where(Concerns);

    public static QuadletRun Quadlet(SampleHost host)
    {
        using var tree = host.Tree();
        return host.Host.Rootless is { } user ? QuadletGenerator.Rootless(tree.Root, user.Uid) : QuadletGenerator.Rootful(tree.Root);
    }

    private static IEnumerable<Validator> OnBoth(
        string name, Func<string, bool> concerns, Func<SampleHost, Debian, IEnumerable<Verdict>> judge, (string Right, string Wrong) broken) =>
        new[] { Debian.Bookworm, Debian.Trixie }.Select(debian => new Validator($"{name} of {debian}", concerns, h => judge(h, debian), broken));

    private static bool IsApaches(string path) => path.EndsWith("/ports.conf", StringComparison.Ordinal) || path.EndsWith("/podplay.conf", StringComparison.Ordinal) && path.StartsWith("/etc/podplay/", StringComparison.Ordinal);

    private static IEnumerable<Verdict> Nftables(SampleHost host, Debian debian)
    {
        using var tree = host.Tree();
        yield return Nft.Load(debian, tree.Root, "/etc/nftables.d/podplay.nft").Verdict;
    }

    private static IEnumerable<Verdict> Haproxy(SampleHost host, Debian debian)
    {
        foreach (var service in host.Host.Services.Where(s => !s.Balances.IsEmpty))
        {
            // As the container sees them: the configuration names its pages by their path there.
            var folder = $"/etc/podplay/{service.Name}/";
            var mounted = host.Files.Where(f => f.Key.StartsWith(folder, StringComparison.Ordinal)).Select(f => ($"/usr/local/etc/haproxy/{f.Key[folder.Length..]}", f.Value));
            using var tree = host.Tree(host.Certificates().Concat(mounted));
            yield return HaproxyCheck.Check(debian, tree.Root, "/usr/local/etc/haproxy/haproxy.cfg");
        }
    }

    private static IEnumerable<Verdict> Apache(SampleHost host, Debian debian)
    {
        foreach (var service in host.Host.Services.Where(s => !s.VirtualHosts.IsEmpty))
        {
            using var tree = ApacheContainer.Tree(host.Files, service);
            foreach (var (path, content) in host.Certificates())
                tree.Write(path[1..], content);
            yield return ApacheCheck.Check(debian, tree.Root, ApacheContainer.MainFile(service), [.. ListenersOf(service)]);
        }
    }

    private static IEnumerable<Verdict> Bind(SampleHost host)
    {
        foreach (var folder in NameServerTree.Folders(host.Files))
        {
            using var tree = NameServerTree.Of(host.Files, folder);
            yield return BindCheck.Check(tree.Root);
        }
    }

    private static IEnumerable<IPEndPoint> ListenersOf(Service service) =>
        from port in service.Ports
        where port.Protocols.Contains(Protocol.Tcp)
        from number in Enumerable.Range(port.Container.First, port.Container.Count)
        from subnet in service.Zone!.Subnets
        select new IPEndPoint(subnet.Family == Family.IPv4 ? IPAddress.Loopback : IPAddress.IPv6Loopback, number);

    // The units that podplay writes name services that the generator makes on the host; here stand-ins bear their names.
    private static IEnumerable<Verdict> Systemd(SampleHost host, Debian debian)
    {
        var services = host.Files.Keys.Where(p => p.EndsWith(".container", StringComparison.Ordinal)).Select(p => Path.GetFileNameWithoutExtension(p));
        foreach (var manager in new[] { "system", "user" })
        {
            var folder = $"/etc/systemd/{manager}/";
            using var tree = host.Tree(services.Select(s => ($"{folder}{s}.service", "[Service]\nType=oneshot\nExecStart=/bin/true\n")));
            if (host.Files.Keys.Where(p => p.StartsWith(folder, StringComparison.Ordinal)).ToList() is [_, ..] units)
                yield return SystemdVerify.Check(debian, tree.Root, units);
        }
    }

    private static IEnumerable<Verdict> Shell(SampleHost host, Debian debian)
    {
        using var tree = host.Tree();
        foreach (var script in host.Files.Keys.Where(p => p.EndsWith(".sh", StringComparison.Ordinal)))
            yield return Verdict.OfSilentTool(InRoot.Run(debian, tree.Root, "sh", "-n", script));
    }

    private static IEnumerable<Verdict> HostSettings(SampleHost host) => [Settings(
        from line in host.Files.Where(f => f.Key.StartsWith("/etc/sysctl.d/", StringComparison.Ordinal)).SelectMany(f => f.Value.Split('\n'))
        where line.Length > 0 && line[0] != '#'
        let parts = line.Split(" = ", 2)
        select (parts[0], parts[1]))];

    private static IEnumerable<Verdict> ContainerSettings(SampleHost host) =>
        from unit in host.Files
        where unit.Key.EndsWith(".container", StringComparison.Ordinal)
        let settings = unit.Value.Split('\n').Where(l => l.StartsWith("Sysctl=", StringComparison.Ordinal)).Select(l => l["Sysctl=".Length..].Split('=', 2)).ToList()
        where settings.Count > 0
        select Settings(settings.Select(s => (s[0], s[1])));

    /// <summary>What belongs to a network namespace is set in a fresh one; the rest would be this machine's, and podplay's own table judges it.</summary>
    private static Verdict Settings(IEnumerable<(string Key, string Value)> settings)
    {
        var all = settings.ToList();
        var known = all.Where(s => SysctlKeys.Find(s.Key) is { } key && (key.Scope != SysctlScope.Network || key.Module is not null)).ToList();
        var refused = known.Where(s => !SysctlKeys.Find(s.Key)!.Value.Accepts(s.Value)).Select(s => $"{s.Key}: {s.Value}");
        var applied = all.Except(known).ToDictionary(s => s.Key, s => s.Value);
        var interfaces = applied.Keys.Select(k => k.Split('.')).Where(k => k is ["net", _, "conf", not ("all" or "default"), ..]).Select(k => k[3]).Distinct();
        var verdict = SysctlCheck.Apply(applied, [.. interfaces]);
        return Verdict.Of(verdict.Result, verdict.Complaints.Concat(refused));
    }
}
