using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using PodPlay.Model;

namespace PodPlay.Lab;

/// <summary>Probes as the prober's commands, and its answers as those of the probes.</summary>
internal sealed class Questions
{
    private static readonly string[] Words = ["tcp", "udp"];

    private readonly LabNetwork _lab;
    private readonly Func<Called, Protocol, int, bool> _isTaken;
    private readonly List<IGrouping<(Caller Caller, Called Called, Protocol Protocol, bool IsExpected), Probe>> _groups;
    private readonly List<Probe> _ordered;

    /// <param name="isExpected">Which are worth waiting for; it is no verdict.</param>
    /// <param name="isTaken">Where a program of its own listens already; null: nowhere.</param>
    public Questions(LabNetwork lab, IEnumerable<Probe> probes, Func<Probe, bool> isExpected, Func<Called, Protocol, int, bool>? isTaken = null)
    {
        _lab = lab;
        _isTaken = isTaken ?? ((_, _, _) => false);
        // One line of the prober for each group, so this is the order in which it counts. Scattered, so that a fault shows early.
        _groups = Scattered([.. probes.GroupBy(p => (p.Caller, p.Called, p.Protocol, IsExpected: isExpected(p)))]);
        _ordered = [.. _groups.SelectMany(g => g)];
    }

    public static string DotnetRoot { get; } = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../.."));

    /// <summary>The prober's command line. .NET's diagnostics would open a socket, and it wants no libraries of languages.</summary>
    public static string Prober { get; } = $"env DOTNET_EnableDiagnostics=0 DOTNET_TieredCompilation=1 {DotnetRoot}/dotnet {AppContext.BaseDirectory}PodPlay.Prober.dll";

    /// <summary>Listeners and probes; nothing is sent before <see cref="Ask"/>.</summary>
    public StringBuilder Begin()
    {
        var commands = new StringBuilder();
        foreach (var line in Listeners().Concat(_groups.Select(g => Asked(g.Key.Caller, g.Key.Called, g.Key.Protocol, g.Key.IsExpected, g.Select(p => p.Port)))))
            commands.Append(line).Append('\n');
        return commands;
    }

    /// <summary>All probes once, from hosts that remember nobody.</summary>
    public void Ask(StringBuilder commands, Round round)
    {
        var bridges = round.IsBridgeFiltered ? 1 : 0;
        foreach (var host in _lab.Network.Hosts)
            commands.Append(CultureInfo.InvariantCulture, $"shell ip netns exec {host.Name} sysctl -qw net.bridge.bridge-nf-call-iptables={bridges} net.bridge.bridge-nf-call-ip6tables={bridges}\nforget {host.Name}\n");
        // Who is a neighbour is to be found out anew: a ruleset that forbids it shows only then.
        commands.Append("shell for name in $(ls /run/netns); do ip -n $name neighbour flush all; done\n");
        commands.Append(CultureInfo.InvariantCulture, $"forget {LabNetwork.Router}\nask {(round.StopsWhenWrong ? "until-wrong" : "all")} {round.Quiet} {round.Limit}\n");
    }

    /// <summary>For each round what was asked, with the answer; null: nobody answered.</summary>
    public IEnumerable<Dictionary<Probe, Answer?>> Read(string text)
    {
        var answers = new Dictionary<Probe, Answer>();
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            switch (line.Split(' '))
            {
                case ["asked", var count]:
                    yield return _ordered.Take(int.Parse(count, CultureInfo.InvariantCulture)).ToDictionary(p => p, answers.GetValueOrDefault);
                    answers.Clear();
                    break;
                case [var number, var server, var client]:
                    answers[_ordered[int.Parse(number, CultureInfo.InvariantCulture)]] = new(server, client == "-" ? null : client);
                    break;
                default:
                    throw new InvalidOperationException(line);
            }
        }
    }

    // On every probed port: silence means that something dropped the packet. Podman's resolver has its own.
    private IEnumerable<string> Listeners()
    {
        var ports = Ports.Of(_lab.Network);
        foreach (var called in _lab.Called)
        {
            foreach (var protocol in Enum.GetValues<Protocol>())
            {
                var own = ports.Where(p => !(called.Kind == CalledKind.Gateway && p == 53) && !_isTaken(called, protocol, p));
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
}
