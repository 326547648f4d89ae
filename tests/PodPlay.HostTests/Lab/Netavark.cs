using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using PodPlay.Model;
using PodPlay.Output;

namespace PodPlay.Lab;

/// <summary>
/// What podman hands to netavark for one container, read from the generated units: bridge, addresses, published ports. The program is
/// podman's own, so bridges, translations and the resolver are the real ones. <c>NetavarkTests</c> holds this against what podman itself has
/// netavark install.
/// </summary>
internal static class Netavark
{
    public static string Of(OutputTree output, Zone zone, Replica replica) =>
        Document(zone, replica.Name, UnitOf(output, zone.Host, $"{replica.Name}.container"), UnitOf(output, zone.Host, $"{zone.Name}.network"));

    /// <summary>A container that the spec does not know. It is called <c>probe</c>: podman's resolver answers to that name in each zone.</summary>
    public static string OfOthers(OutputTree output, Zone zone)
    {
        var addresses = zone.Subnets.Select(s => $"{(s.Family == Family.IPv4 ? "ip" : "ip6")}={LabNetwork.OthersOf(s)}");
        return Document(zone, "probe", [("Network", $"{zone.Name}.network:{string.Join(',', addresses)}")], UnitOf(output, zone.Host, $"{zone.Name}.network"));
    }

    /// <summary>The program without its verb; its state is kept in a folder, one for each host.</summary>
    public static string Command(string folder) =>
        $"env NETAVARK_FW=nftables /usr/lib/podman/netavark --config {folder} --rootless false --aardvark-binary /usr/lib/podman/aardvark-dns";

    private static List<(string Key, string Value)> UnitOf(OutputTree output, Host host, string name)
    {
        var text = Encoding.UTF8.GetString(output.Files.Single(f => f.Key.StartsWith($"{host.Name}/etc/containers/systemd/", StringComparison.Ordinal) && f.Key.EndsWith($"/{name}", StringComparison.Ordinal)).Value);
        return [.. text.Split('\n').Where(l => !l.StartsWith('#')).Select(l => l.Split('=', 2)).Where(p => p.Length == 2).Select(p => (p[0], p[1]))];
    }

    private static string Document(Zone zone, string name, List<(string Key, string Value)> container, List<(string Key, string Value)> network)
    {
        var networkName = Values(network, "NetworkName").Single();
        var options = Values(network, "Options").Select(o => o.Split('=', 2)).ToDictionary(o => o[0], o => o[1], StringComparer.Ordinal);
        var join = Values(container, "Network").Single(n => n.StartsWith($"{zone.Name}.network:", StringComparison.Ordinal)).Split(':', 2)[1].Split(',').Select(o => o.Split('=', 2)).ToList();
        return new JsonObject
        {
            ["container_id"] = $"{zone.Host.Name}{zone.Name}{name}",
            ["container_name"] = name,
            // Not an empty list: netavark would make chains for it, and route_localnet.
            ["port_mappings"] = Values(container, "PublishPort").Any() ? new JsonArray([.. Values(container, "PublishPort").Select(Mapping)]) : null,
            ["networks"] = new JsonObject
            {
                [networkName] = new JsonObject
                {
                    ["interface_name"] = "eth0",
                    ["static_ips"] = new JsonArray([.. join.Where(o => o[0] is "ip" or "ip6").Select(o => JsonValue.Create(o[1]))]),
                    ["aliases"] = new JsonArray([.. join.Where(o => o[0] == "alias").Select(o => JsonValue.Create(o[1]))]),
                },
            },
            ["network_info"] = new JsonObject
            {
                [networkName] = new JsonObject
                {
                    ["name"] = networkName,
                    ["id"] = IdOf(networkName),
                    ["driver"] = "bridge",
                    ["network_interface"] = Values(network, "InterfaceName").SingleOrDefault() ?? options["com.docker.network.bridge.name"],
                    ["subnets"] = new JsonArray([.. Values(network, "Subnet").Zip(Values(network, "Gateway"), (s, g) => new JsonObject { ["subnet"] = s, ["gateway"] = g })]),
                    ["ipv6_enabled"] = Values(network, "IPv6").Any(v => v == "true"),
                    ["internal"] = Values(network, "Internal").Any(v => v == "true"),
                    ["dns_enabled"] = !Values(network, "DisableDNS").Any(v => v == "true"),
                    ["ipam_options"] = new JsonObject { ["driver"] = "host-local" },
                    ["options"] = new JsonObject([.. options.Where(o => o.Key != "com.docker.network.bridge.name").Select(o => KeyValuePair.Create(o.Key, (JsonNode?)JsonValue.Create(o.Value)))]),
                },
            },
        }.ToJsonString();
    }

    /// <summary>Podman draws it; netavark puts its first digits into the names of its chains.</summary>
    public static string IdOf(string networkName) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(networkName)));

    private static IEnumerable<string> Values(List<(string Key, string Value)> unit, string key) => unit.Where(e => e.Key == key).Select(e => e.Value);

    // ADDRESS:HOST[-HOST]:CONTAINER[-CONTAINER]/PROTOCOL, an IPv6 address in brackets.
    private static JsonObject Mapping(string published)
    {
        var (mapping, protocol) = (published[..published.IndexOf('/', StringComparison.Ordinal)], published[(published.IndexOf('/', StringComparison.Ordinal) + 1)..]);
        var container = mapping[(mapping.LastIndexOf(':') + 1)..];
        var rest = mapping[..mapping.LastIndexOf(':')];
        var host = rest[(rest.LastIndexOf(':') + 1)..];
        var (first, last) = (Number(host.Split('-')[0]), Number(host.Split('-')[^1]));
        return new JsonObject
        {
            ["host_ip"] = rest[..rest.LastIndexOf(':')].Trim('[', ']'),
            ["host_port"] = first,
            ["container_port"] = Number(container.Split('-')[0]),
            ["range"] = last - first + 1,
            ["protocol"] = protocol,
        };
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
