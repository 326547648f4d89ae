using System.Globalization;
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
    /// <returns>For each round what was asked, with the answer; null: nobody answered.</returns>
    public List<Dictionary<Probe, Answer?>> Ask(IReadOnlyCollection<Probe> probes, Func<Probe, bool> isExpected, IReadOnlyList<Round> rounds)
    {
        using var tree = TempTree.Of([("lab/setup", Setup()), .. Documents(), .. rounds.SelectMany(RulesetsOf)]);
        var questions = new Questions(lab, probes, isExpected);
        var commands = questions.Begin();
        for (var i = 0; i < rounds.Count; i++)
        {
            foreach (var host in rounds[i].Rulesets.Keys)
                commands.Append(CultureInfo.InvariantCulture, $"shell ip netns exec {host.Name} nft -f /{FileOf(i, host)}\n");
            questions.Ask(commands, rounds[i]);
        }

        var result = InRoot.Run(Debian.Trixie, tree.Root, ["bash", "-c", $"bash /lab/setup </dev/null >&2 && exec {Questions.Prober}"], TimeSpan.FromMinutes(10), commands.ToString(), Questions.DotnetRoot, AppContext.BaseDirectory);
        Assert.True(result.ExitCode == 0, result.ToString());
        return [.. questions.Read(result.Output)];
    }

    private IEnumerable<Zone> Zones => lab.Network.Hosts.SelectMany(h => h.Zones).Where(z => z.Attachment is null);

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
}
