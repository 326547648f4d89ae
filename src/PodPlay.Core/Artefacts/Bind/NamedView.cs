using PodPlay.Model;

namespace PodPlay.Artefacts.Bind;

/// <summary>What <c>named.sbn</c> sees.</summary>
internal static class NamedView
{
    public static View Of(Network network, Service server, NameServerZones zones)
    {
        var keys = KeysOf(network, server).ToList();
        return new()
        {
            { "header", Header.Lines() },
            { "keys", keys.Select(k => Quote.Named($"/run/secrets/{k}")) },
            { "lan", Lan(network.Router) },
            { "zones", network.Zones.SelectMany(z => z.Subnets).Select(s => s.Prefix.ToString()).DefaultIfEmpty("none") },
            { "port", server.Ports.FirstOrDefault(p => p.Container.Contains(53))?.Container.First ?? 53 },
            { "listen4", Listed(Listen(server, Family.IPv4)) },
            { "listen6", Listed(Listen(server, Family.IPv6)) },
            { "outside", Listed([.. keys.Select(k => $"key {Quote.Named(k)}"), "!lan", "!zones", "any"]) },
            { "external", zones.External.Select(z => External(network, z)) },
            { "dynamic", zones.Dynamic.Select(z => Dynamic(z, keys)) },
            { "shared", zones.Dynamic.Select(z => Quote.Named(z.Name)) },
            { "forwards", !server.Forwarders.IsEmpty },
            { "forwarders", Listed(server.Forwarders.Select(a => a.ToString())) },
            { "internal", zones.Internal.Select(z => File(z, "internal")) },
        };
    }

    /// <summary>Secrets with a TSIG key, ordinal.</summary>
    public static IEnumerable<string> KeysOf(Network network, Service server)
    {
        var challenges = network.Domains.Where(d => server.Resolves.Contains(d.Name)).SelectMany(d => d.ChallengeZones).ToHashSet(StringComparer.Ordinal);
        return challenges.Count == 0 ? [] : network.Certificates.Select(c => c.Key).OfType<string>().Distinct().Order(StringComparer.Ordinal);
    }

    // The router may stand for the internet: some send what they forward under their own address. It gets what the internet gets.
    private static IEnumerable<string> Lan(Router router) =>
        router.Addresses.Select(a => $"!{a}").Concat(["127.0.0.0/8", "::1/128"]).Concat(router.Lan.Select(b => b.ToString()));

    // On the host's network never `any`: podman's resolvers listen on port 53 of the bridges.
    private static IEnumerable<string> Listen(Service server, Family family)
    {
        if (!server.IsOnHostNetwork)
            return ["any"];
        var own = server.Host.Addresses.Where(a => a.Family == family).Select(a => a.ToString()).ToList();
        return own.Count == 0 ? ["none"] : own.Prepend(family == Family.IPv4 ? "127.0.0.1" : "::1");
    }

    private static string Listed(IEnumerable<string> elements) => string.Join(' ', elements.Select(e => $"{e};"));

    private static View External(Network network, ZoneFile zone)
    {
        var secondaries = network.Domains.First(d => d.Name == zone.Name).Secondaries;
        var view = File(zone, "external");
        view.Add("has_secondaries", !secondaries.IsEmpty);
        view.Add("secondaries", Listed(secondaries.Select(a => a.ToString())));
        return view;
    }

    private static View File(ZoneFile zone, string folder) => new()
    {
        { "path", zone.Path },
        { "name", Quote.Named(zone.Name) },
        { "file", Quote.Named($"/etc/bind/zones/{folder}/{zone.FileName}") },
    };

    private static View Dynamic(ZoneFile zone, IEnumerable<string> keys) => new()
    {
        { "path", zone.Path },
        { "name", Quote.Named(zone.Name) },
        { "file", Quote.Named($"{NameServerFolders.Dynamic}/{zone.FileName}") },
        { "grants", Listed(keys.Select(k => $"grant {Quote.Named(k)} zonesub TXT")) },
    };
}
