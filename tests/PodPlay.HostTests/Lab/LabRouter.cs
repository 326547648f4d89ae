using System.Globalization;
using System.Text;
using PodPlay.Artefacts.Nftables;
using PodPlay.Artefacts.Routers;
using PodPlay.Model;
using PodPlay.Testing;

namespace PodPlay.Lab;

/// <summary>
/// The router of a lab. Where the spec says <c>kind: nftables</c>, it runs the generated file; else it is a plain home router with the
/// clicks that NETWORK.md asks for and nothing else: it translates IPv4, lets answers in, and over IPv6 what is clicked.
/// </summary>
internal sealed class LabRouter(Network network)
{
    private readonly RouterOpenings _openings = RouterOpenings.Of(network);

    /// <summary>Its interface towards the internet.</summary>
    public string Wan { get; } = network.Router.Kind == RouterKind.Nftables ? network.Router.WanSide() : "wan";

    /// <summary>Its bridge towards the LAN.</summary>
    public string Lan { get; } = network.Router.Kind == RouterKind.Nftables ? network.Router.LanName() : "lan";

    /// <summary>The host and port to which it leads calls of its public address; null: to nobody.</summary>
    public (Address Host, int Port)? ForwardOf(Protocol protocol, int port, bool isFromLan) => _openings.Forwards
        .Where(f => f.Protocol == protocol && f.Outside.Contains(port) && (!isFromLan || IsHairpin(f)))
        .Select(f => ((Address, int)?)(f.Host, f.Inside.First + port - f.Outside.First))
        .FirstOrDefault();

    /// <summary>Whether it lets the internet call a port of a host over IPv6.</summary>
    public bool Opens(Protocol protocol, Address host, int port) => _openings.Pinholes.Any(p => p.Protocol == protocol && p.Host == host && p.Ports.Contains(port));

    public string Ruleset(Address publicAddress)
    {
        // Its own programs are not podplay's, and not the internet's either.
        var own = $"table inet lab {{\nchain own {{ type filter hook input priority filter; policy accept;\nct state established,related accept\nmeta l4proto {{ tcp, udp }} iifname \"{Wan}\" drop\n}}\n}}\n";
        return (network.Router.Kind == RouterKind.Nftables ? Rendered.By(new RouterArtefact(), network)["router/podplay-router.nft"] : Plain(publicAddress)) + own;
    }

    private bool IsHairpin(Forward forward) => network.Router.Kind == RouterKind.Nftables && network.Router.CanHairpin && forward.NeedsHairpin;

    private string Plain(Address publicAddress)
    {
        var text = new StringBuilder("table inet plain {\nchain clicks { type nat hook prerouting priority dstnat; policy accept;\n");
        foreach (var forward in _openings.Forwards)
        {
            for (var i = 0; i < Math.Min(forward.Outside.Count, forward.Inside.Count); i++)
                text.Append(CultureInfo.InvariantCulture, $"iifname {Wan} ip daddr {publicAddress} {forward.Protocol.Word()} dport {forward.Outside.First + i} dnat ip to {forward.Host}:{forward.Inside.First + i}\n");
        }
        text.Append(CultureInfo.InvariantCulture, $"}}\nchain share {{ type nat hook postrouting priority srcnat; policy accept;\noifname {Wan} meta nfproto ipv4 masquerade\n}}\n");
        text.Append(CultureInfo.InvariantCulture, $"chain filter {{ type filter hook forward priority filter; policy drop;\nct state established,related accept\nicmpv6 type != echo-request accept\niifname != {Wan} accept\nct status dnat accept\n");
        foreach (var pinhole in _openings.Pinholes)
            text.Append(CultureInfo.InvariantCulture, $"iifname {Wan} ip6 daddr {pinhole.Host} {pinhole.Protocol.Word()} dport {pinhole.Ports} accept\n");
        return text.Append("}\n}\n").ToString();
    }
}
