using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using PodPlay.Model;
using PodPlay.Output;
using PodPlay.Testing.Tools;

namespace PodPlay.Lab;

/// <summary>Sets a lab up, sends all probes in each round, and says what was answered. Everything lives in namespaces of one run of
/// scripts/in-root: whatever ends it, the kernel takes all of it away.</summary>
internal sealed class LabRun(LabNetwork lab, OutputTree output)
{
    private static readonly string[] Words = ["tcp", "udp"];

    /// <param name="isExpected">Which are worth waiting for; it is no verdict.</param>
    /// <returns>The answers of each round; who is not in there did not get one.</returns>
    public List<Dictionary<Probe, Answer>> Ask(IReadOnlyCollection<Probe> probes, Func<Probe, bool> isExpected, IReadOnlyList<Round> rounds)
    {
        using var tree = TempTree.Of([("lab/setup", Setup()), .. Documents(), .. rounds.SelectMany(RulesetsOf)]);
        // One line of the prober for each group, so this is the order in which it counts. Scattered, so that a fault shows early.
        var groups = Scattered([.. probes.GroupBy(p => (p.Caller, p.Called, p.Protocol, IsExpected: isExpected(p)))]);
        var ordered = groups.SelectMany(g => g).ToList();
        var commands = new StringBuilder();
        foreach (var line in Listeners().Concat(groups.Select(g => Asked(g.Key.Caller, g.Key.Called, g.Key.Protocol, g.Key.IsExpected, g.Select(p => p.Port)))))
            commands.Append(line).Append('\n');
        for (var i = 0; i < rounds.Count; i++)
            AddRound(commands, i, rounds[i]);

        var result = InRoot.Run(Debian.Trixie, tree.Root, ["bash", "-c", $"bash /lab/setup </dev/null >&2 && exec {Prober}"], TimeSpan.FromMinutes(4), commands.ToString(), DotnetRoot, AppContext.BaseDirectory);
        Assert.True(result.ExitCode == 0, result.ToString());
        return [.. Read(result.Output, ordered)];
    }

    private static string DotnetRoot { get; } = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../.."));

    // .NET's diagnostics would open a socket, and it wants no libraries of languages.
    private static string Prober { get; } = $"env DOTNET_EnableDiagnostics=0 DOTNET_TieredCompilation=1 {DotnetRoot}/dotnet {AppContext.BaseDirectory}PodPlay.Prober.dll";

    private IEnumerable<Zone> Zones => lab.Network.Hosts.SelectMany(h => h.Zones);

    private string Setup()
    {
        var script = new StringBuilder(lab.Wiring.Script);
        script.Append(CultureInfo.InvariantCulture, $"ip netns exec {LabNetwork.Router} sysctl -qw net.ipv4.ip_forward=1 net.ipv6.conf.all.forwarding=1\n");
        script.Append(CultureInfo.InvariantCulture, $"ip netns exec {LabNetwork.Router} nft -f /lab/router.nft\n");
        foreach (var zone in Zones)
        {
            var place = LabNetwork.BridgesOf(zone.Host);
            foreach (var container in zone.Services.SelectMany(s => s.Replicas).Select(LabNetwork.ContainerOf).Append(LabNetwork.OthersOf(zone)))
                script.Append(CultureInfo.InvariantCulture, $"ip netns exec {place} {Netavark.Command($"/run/netavark-{place}")} setup /run/netns/{container} </lab/netavark/{container}.json\n");
        }
        foreach (var (place, address) in lab.LinkLocals)
            script.Append(CultureInfo.InvariantCulture, $"ip -n {place} address add {address}/64 dev eth0\n");
        return script.ToString();
    }

    private IEnumerable<(string, string)> Documents()
    {
        yield return ("lab/router.nft", lab.Gate.Ruleset(lab.PublicAddress(Family.IPv4)));
        foreach (var zone in Zones)
        {
            foreach (var replica in zone.Services.SelectMany(s => s.Replicas))
                yield return ($"lab/netavark/{LabNetwork.ContainerOf(replica)}.json", Netavark.Of(output, zone, replica));
            yield return ($"lab/netavark/{LabNetwork.OthersOf(zone)}.json", Netavark.OfOthers(output, zone));
        }
    }

    private static IEnumerable<(string, string)> RulesetsOf(Round round, int number) => round.Rulesets.Select(r => (FileOf(number, r.Key), r.Value));

    private static string FileOf(int number, Host host) => string.Create(CultureInfo.InvariantCulture, $"lab/rulesets/{number:d3}-{host.Name}.nft");

    private static void AddRound(StringBuilder commands, int number, Round round)
    {
        var bridges = round.IsBridgeFiltered ? 1 : 0;
        foreach (var host in round.Rulesets.Keys)
        {
            commands.Append(CultureInfo.InvariantCulture, $"shell ip netns exec {host.Name} sysctl -qw net.bridge.bridge-nf-call-iptables={bridges} net.bridge.bridge-nf-call-ip6tables={bridges}\n");
            commands.Append(CultureInfo.InvariantCulture, $"shell ip netns exec {host.Name} nft -f /{FileOf(number, host)}\nforget {host.Name}\n");
        }
        // Who is a neighbour is to be found out anew: a ruleset that forbids it shows only then.
        commands.Append("shell for name in $(ls /run/netns); do ip -n $name neighbour flush all; done\n");
        commands.Append(CultureInfo.InvariantCulture, $"forget {LabNetwork.Router}\nask {(round.StopsWhenWrong ? "until-wrong" : "all")} {round.Quiet} {round.Limit}\n");
    }

    // On every probed port: silence means that something dropped the packet. Podman's resolver has its own.
    private IEnumerable<string> Listeners()
    {
        var ports = Ports.Of(lab.Network);
        foreach (var called in lab.Called)
        {
            var own = called.Kind == CalledKind.Gateway ? ports.Where(p => p != 53) : ports;
            foreach (var protocol in Enum.GetValues<Protocol>())
            {
                foreach (var program in own.GroupBy(p => called.Kind is CalledKind.Host or CalledKind.Gateway ? Ports.ProgramOf(called.Host!, called.Address, protocol, p) : called.Name))
                    yield return $"listen {called.Namespace} {program.Key.Replace(' ', '-')} {Words[(int)protocol]} {called.Text} {Join(program)}";
            }
        }
    }

    private static List<T> Scattered<T>(List<T> list)
    {
        const int stride = 7919; // a prime: every place is met once, unless the list has a multiple of that length
        return list.Count % stride == 0 ? list : [.. list.Select((_, i) => list[(int)((long)i * stride % list.Count)])];
    }

    private static string Asked(Caller caller, Called called, Protocol protocol, bool isExpected, IEnumerable<int> ports) =>
        string.Create(CultureInfo.InvariantCulture, $"probe {caller.Namespace} {caller.User} {caller.Text} {Words[(int)protocol]} {(called.IsLinkLocal ? $"{called.Address}%{caller.Link}" : called.Text)} {(isExpected ? '+' : '-')} {Join(ports)}");

    private static string Join(IEnumerable<int> ports) => string.Join(' ', ports.Select(p => p.ToString(CultureInfo.InvariantCulture)));

    private static IEnumerable<Dictionary<Probe, Answer>> Read(string text, List<Probe> ordered)
    {
        var answers = new Dictionary<Probe, Answer>();
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            switch (line.Split(' '))
            {
                case ["asked", var count]:
                    Assert.Equal(ordered.Count, int.Parse(count, CultureInfo.InvariantCulture));
                    yield return answers;
                    answers = [];
                    break;
                case [var number, var server, var client]:
                    answers[ordered[int.Parse(number, CultureInfo.InvariantCulture)]] = new(server, client == "-" ? null : client);
                    break;
                default:
                    throw new InvalidOperationException(line);
            }
        }
    }
}
