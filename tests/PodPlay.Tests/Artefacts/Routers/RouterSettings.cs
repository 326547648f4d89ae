using PodPlay.Artefacts.Routers;
using PodPlay.Model;

namespace PodPlay.Tests.Artefacts.Routers;

/// <summary>What a router's configuration says, in one wording for all formats: one line for each thing that it opens, loops back or drops.</summary>
internal static class RouterSettings
{
    public static string Forward(string protocol, string called, string outside, string host, string inside) =>
        $"forward {protocol} {called}:{outside} -> {host}:{inside}";

    public static string Hairpin(string protocol, string called, string outside, string host, string inside) =>
        $"hairpin {protocol} {called}:{outside} -> {host}:{inside}";

    /// <summary>The router puts its own address before what comes from the LAN.</summary>
    public static string Masquerade(string protocol, string host, string inside) => $"masquerade {protocol} {host}:{inside}";

    /// <summary>The filter lets a translated connection pass.</summary>
    public static string Accept(string protocol, string host, string inside) => $"accept {protocol} {host}:{inside}";

    public static string Pinhole(string protocol, string host, string ports) => $"pinhole {protocol} [{host}]:{ports}";

    public static string Forged(string block) => $"forged {block}";

    /// <summary>What the model wants. Every format says all of it, in its own way.</summary>
    /// <param name="any">The format's word for the router's outside address where it changes.</param>
    /// <param name="filters">Whether the format has a rule of its own for what was translated.</param>
    /// <param name="masquerades">Whether it says by itself that what is looped back is masqueraded.</param>
    public static IEnumerable<string> Wanted(Network network, string any, bool filters, bool masquerades)
    {
        var router = network.Router;
        var openings = RouterOpenings.Of(network);
        var called = router.PublicOf(Family.IPv4).Select(a => a.ToString()).DefaultIfEmpty(any).ToList();
        foreach (var f in openings.Forwards)
        {
            var (protocol, outside, host, inside) = (f.Protocol.Word(), f.Outside.ToString(), f.Host.ToString(), f.Inside.ToString());
            foreach (var address in called)
            {
                yield return Forward(protocol, address, outside, host, inside);
                if (f.NeedsHairpin && router.CanHairpin)
                    yield return Hairpin(protocol, address, outside, host, inside);
            }
            if (filters)
                yield return Accept(protocol, host, inside);
            if (masquerades && f.NeedsHairpin && router.CanHairpin)
                yield return Masquerade(protocol, host, inside);
        }
        foreach (var p in openings.Pinholes)
            yield return Pinhole(p.Protocol.Word(), router.IsDynamic(Family.IPv6) ? $"*{p.Host.InterfaceIdentifier}" : p.Host.ToString(), p.Ports.ToString());
        foreach (var block in router.LanThatStays())
            yield return Forged(block.ToString());
    }
}
