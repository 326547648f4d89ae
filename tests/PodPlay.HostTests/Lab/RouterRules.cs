using System.Globalization;
using System.Text;
using PodPlay.Artefacts.Report;
using PodPlay.Model;

namespace PodPlay.Lab;

/// <summary>A plain home router with the clicks that NETWORK.md asks for, and nothing else: it translates IPv4, lets answers in, and over
/// IPv6 what is clicked.</summary>
internal sealed class RouterRules(Network network)
{
    /// <summary>Outside port and protocol to an address and port of a host; the port is the same over IPv6.</summary>
    public IReadOnlyList<(string Protocol, int Outside, Address Target, int Port)> Clicks { get; } = [.. RouterTable.Clicks(network).SelectMany(Split)];

    public string Text(LabNetwork lab)
    {
        var text = new StringBuilder("flush ruleset\ntable inet router {\n");
        text.Append("chain clicks { type nat hook prerouting priority dstnat; policy accept;\n");
        foreach (var click in Clicks.Where(c => c.Target.Family == Family.IPv4))
            text.Append(CultureInfo.InvariantCulture, $"iifname wan ip daddr {lab.PublicAddress(Family.IPv4)} {click.Protocol} dport {click.Outside} dnat ip to {click.Target}:{click.Port}\n");
        text.Append("}\nchain share { type nat hook postrouting priority srcnat; policy accept;\noifname wan meta nfproto ipv4 masquerade\n}\n");
        text.Append("chain own { type filter hook input priority filter; policy accept;\nct state established,related accept\nmeta l4proto { tcp, udp } iifname wan drop\n}\n");
        text.Append("chain filter { type filter hook forward priority filter; policy drop;\nct state established,related accept\nicmpv6 type != echo-request accept\niifname != wan accept\nct status dnat accept\n");
        foreach (var click in Clicks.Where(c => c.Target.Family == Family.IPv6))
            text.Append(CultureInfo.InvariantCulture, $"iifname wan ip6 daddr {click.Target} {click.Protocol} dport {click.Port} accept\n");
        return text.Append("}\n}\n").ToString();
    }

    private static IEnumerable<(string, int, Address, int)> Split(RouterClick click)
    {
        var outside = Range(click.Outside);
        foreach (var target in new[] { click.Forward, click.Pinhole }.Where(t => t.Length > 0))
        {
            var colon = target.LastIndexOf(':');
            var (address, first) = (Address.Parse(target[..colon].Trim('[', ']'))!.Value, Range(target[(colon + 1)..]).First);
            for (var i = 0; i < outside.Count; i++)
                yield return (click.Protocol, outside.First + i, address, first + i);
        }
    }

    private static PortRange Range(string text)
    {
        var ends = text.Split('-').Select(t => int.Parse(t, CultureInfo.InvariantCulture)).ToArray();
        return new(ends[0], ends[^1]);
    }
}
