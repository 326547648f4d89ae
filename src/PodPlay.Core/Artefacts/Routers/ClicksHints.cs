using PodPlay.Model;

namespace PodPlay.Artefacts.Routers;

/// <summary>What a person at the router's pages must know beside the table; each only where it applies.</summary>
internal static class ClicksHints
{
    public static IEnumerable<string> Of(Network network, RouterOpenings openings)
    {
        var router = network.Router;
        foreach (var host in openings.Forwards.Select(f => f.Service.Host).Concat(openings.Pinholes.Select(p => p.Service.Host)).Distinct().OrderBy(h => h.Name, StringComparer.Ordinal))
            yield return $"{host.Name} must keep its addresses ({string.Join(", ", host.Addresses)}): set them on the host, or reserve them in the router's DHCP.";
        if (openings.Forwards.FirstOrDefault(f => f.Outside != f.Inside) is { } shifted)
            yield return $"Outside and inside ports differ, as with {shifted.Outside} and {shifted.Inside}. Where the router forwards a port to the same number only, give the service that number on the host as well: `{shifted.Port.Name}: {shifted.Outside} -> {shifted.Outside} -> {shifted.Port.Container}`.";
        if (!openings.Pinholes.IsEmpty)
            yield return "IPv6 is let through, not translated: the outside port is the host's own, which leads it on to the port that it publishes.";
        if (openings.Pinholes.FirstOrDefault() is { } pinhole && router.IsDynamic(Family.IPv6))
            yield return $"The IPv6 prefix changes: open the ports by interface identifier ({pinhole.Host.InterfaceIdentifier} for {pinhole.Service.Host.Name}; a FRITZ!Box calls it Interface-ID), not by address.";
        foreach (var server in MailServers.Of(network).Where(s => s.Exchange is not null))
            yield return $"Port 25 is often blocked by the provider, inwards or outwards; and the reverse name (PTR) of the public address must be {(server.Names.IsEmpty ? "the name in HELO" : server.Names[0])}. Both are to be asked for there, not on the router.";
        // The views go by the client's address, and the router's own stands for the internet.
        foreach (var server in network.Services.Where(s => s.IsNameServer && s.Ports.Any(p => p.Exposure != Exposure.Private && p.Container.Contains(53))))
            yield return $"Machines of the LAN are to ask {server.Name} themselves: let the router's DHCP (and for IPv6 its advertisements) name {string.Join(", ", server.Host.Addresses)} as the name server. What the router asks for them is answered as to the internet.";
        if (!openings.Forwards.IsEmpty)
            yield return openings.Forwards.Any(f => f.NeedsHairpin)
                ? "Clients on the LAN that use the public names come by the router's public address: it must loop them back (hairpin, NAT loopback). To the hosts they then look like the router."
                : "Clients on the LAN need no loop back (hairpin): the site's own name server gives them the hosts' addresses.";
    }
}
