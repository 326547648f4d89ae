using System.Text.RegularExpressions;
using PodPlay.Model;

namespace PodPlay.Tests.Artefacts.Routers;

/// <summary>Reads the script for VyOS back: every node that podplay sets, and its values, from the XML definitions of vyos-1x (nat,
/// firewall).</summary>
internal static partial class VyosReader
{
    private static readonly Dictionary<string, Func<string, bool>> Values = new(StringComparer.Ordinal)
    {
        ["description"] = v => v.StartsWith("podplay: ", StringComparison.Ordinal) && v.Length <= 255,
        ["inbound-interface name"] = IsInterface,
        ["outbound-interface name"] = IsInterface,
        ["destination group address-group"] = v => v == "PODPLAY-PUBLIC",
        ["source group network-group"] = v => v is "PODPLAY-LAN" or "PODPLAY-LAN6",
        ["protocol"] = v => v is "tcp" or "udp",
        ["destination address"] = v => Address.Parse(v) is not null,
        ["destination address-mask"] = v => v == "::ffff:ffff:ffff:ffff",
        ["destination port"] = RouterPorts.IsPorts,
        ["translation address"] = v => v == "masquerade" || Address.Parse(v) is { Family: Family.IPv4 },
        ["translation port"] = RouterPorts.IsPorts,
        ["action"] = v => v is "accept" or "drop",
        ["state"] = v => v == "new",
        ["connection-status nat"] = v => v == "destination",
    };

    // The nodes that a rule must have; a question mark: may.
    private static readonly (string Tree, string Nodes)[] Kinds =
    [
        ("nat destination", "description, inbound-interface name, destination group address-group?, protocol, destination port, translation address, translation port?"),
        ("nat source", "description, outbound-interface name, source group network-group, protocol, destination address, destination port, translation address"),
        ("firewall ipv4 forward filter", "description, action, state, connection-status nat, protocol, destination address, destination port"),
        ("firewall ipv6 forward filter", "description, action, state, inbound-interface name, protocol, destination address, destination address-mask?, destination port"),
        ("firewall ipv4 forward filter", "description, action, inbound-interface name, source group network-group"),
        ("firewall ipv6 forward filter", "description, action, inbound-interface name, source group network-group"),
    ];

    /// <exception cref="FormatException">Anything that is not in the tables.</exception>
    public static IEnumerable<string> Settings(string script)
    {
        var groups = new List<(string Name, string Value)>();
        var rules = new Dictionary<(string Tree, int Number), Dictionary<string, string>>();
        foreach (var line in script.Split('\n').Where(l => l.StartsWith("set ", StringComparison.Ordinal)))
        {
            if (GroupLine().Match(line) is { Success: true } group)
                groups.Add((group.Groups[1].Value, group.Groups[2].Value));
            else
                Add(rules, line);
        }
        return rules.SelectMany(r => SettingsOf(r.Key.Tree, r.Key.Number, r.Value, groups));
    }

    private static void Add(Dictionary<(string Tree, int Number), Dictionary<string, string>> rules, string line)
    {
        var match = RuleLine().Match(line);
        Demand(match.Success, $"not a command: {line}");
        var (node, value) = (match.Groups[3].Value, match.Groups[4].Value);
        Demand(Values.TryGetValue(node, out var isValid) && isValid(value), $"{node} cannot be {value}");
        var key = (match.Groups[1].Value, int.Parse(match.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture));
        Demand(key.Item2 is >= 1 and <= 999_999, "rule numbers end at 999999");
        rules.TryAdd(key, new(StringComparer.Ordinal));
        Demand(rules[key].TryAdd(node, value), $"set twice, the second one wins: {line}");
    }

    private static IEnumerable<string> SettingsOf(string tree, int number, Dictionary<string, string> rule, List<(string Name, string Value)> groups)
    {
        Demand(Kinds.Any(k => k.Tree == tree && Fits(k.Nodes.Split(", "), rule)), $"{tree} rule {number} has too much or too little");
        string Of(string node) => rule.GetValueOrDefault(node, "");
        var (protocol, ports) = (Of("protocol"), Of("destination port"));
        IEnumerable<string> In(string group) => groups.Where(g => g.Name == group).Select(g => g.Value);
        switch (tree)
        {
            case "nat destination":
                var isHairpin = Of("inbound-interface name") == "eth1";
                var called = rule.TryGetValue("destination group address-group", out var group) ? In(group).ToList() : ["any"];
                Demand(called.Count > 0 && Of("translation address") != "masquerade", "translates nothing, or to nothing");
                Demand(!isHairpin || group is not null, "takes every connection of the LAN to this port");
                foreach (var address in called)
                {
                    yield return isHairpin
                        ? RouterSettings.Hairpin(protocol, address, ports, Of("translation address"), rule.GetValueOrDefault("translation port", ports))
                        : RouterSettings.Forward(protocol, address, ports, Of("translation address"), rule.GetValueOrDefault("translation port", ports));
                }
                break;
            case "nat source":
                Demand(Of("translation address") == "masquerade" && Of("outbound-interface name") == "eth1" && Of("source group network-group") == "PODPLAY-LAN", "masquerades others than the LAN");
                yield return RouterSettings.Masquerade(protocol, Of("destination address"), ports);
                break;
            case var filter when Of("action") == "drop":
                Demand(Of("inbound-interface name") == "eth0" && filter.Contains("ipv6", StringComparison.Ordinal) == Of("source group network-group").EndsWith('6'), "drops what the LAN sends");
                foreach (var block in In(Of("source group network-group")))
                    yield return RouterSettings.Forged(block);
                break;
            case "firewall ipv6 forward filter":
                Demand(Of("inbound-interface name") == "eth0", "not from the internet");
                yield return RouterSettings.Pinhole(protocol, $"{(rule.ContainsKey("destination address-mask") ? "*" : "")}{Of("destination address")}", ports);
                break;
            default:
                yield return RouterSettings.Accept(protocol, Of("destination address"), ports);
                break;
        }
    }

    private static bool Fits(string[] nodes, Dictionary<string, string> rule) =>
        !rule.Keys.Except(nodes.Select(n => n.TrimEnd('?'))).Any() && !nodes.Where(n => n[^1] != '?').Except(rule.Keys).Any()
        && (rule.GetValueOrDefault("action") == "drop") == (nodes.Contains("source group network-group") && nodes.Contains("action"));

    private static bool IsInterface(string value) => value is "eth0" or "eth1";

    private static void Demand(bool holds, string otherwise)
    {
        if (!holds)
            throw new FormatException(otherwise);
    }

    [GeneratedRegex("^set firewall group (?:address-group|network-group|ipv6-network-group) (PODPLAY-[A-Z0-9]+) (?:address|network) '([0-9a-f.:/]+)'$")]
    private static partial Regex GroupLine();

    [GeneratedRegex("^set (nat destination|nat source|firewall ipv[46] forward filter) rule ([0-9]+) ([a-z- ]+) '([^']*)'$")]
    private static partial Regex RuleLine();
}
