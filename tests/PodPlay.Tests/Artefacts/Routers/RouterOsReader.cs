using System.Text.RegularExpressions;
using PodPlay.Model;

namespace PodPlay.Tests.Artefacts.Routers;

/// <summary>Reads the script for RouterOS back: its menus, the properties that each kind of rule may and must have, and their values, from
/// the firewall pages of MikroTik's manual.</summary>
internal static partial class RouterOsReader
{
    private static readonly Dictionary<string, Func<string, bool>> Values = new(StringComparer.Ordinal)
    {
        ["chain"] = v => v is "dstnat" or "srcnat" or "prerouting" or "podplay" or "forward",
        ["action"] = v => v is "dst-nat" or "masquerade" or "accept" or "drop" or "jump",
        ["jump-target"] = v => v == "podplay",
        ["list"] = v => v == "podplay-public",
        ["address"] = v => Address.Parse(v) is { Family: Family.IPv4 },
        ["in-interface-list"] = IsListName,
        ["out-interface-list"] = IsListName,
        ["dst-address-list"] = v => v == "podplay-public",
        ["dst-address-type"] = v => v == "local",
        ["dst-address"] = v => Address.Parse(v.TrimStart('!')) is { Family: Family.IPv4 } || (v.Split('/') is [var a, "128" or "::ffff:ffff:ffff:ffff"] && Address.Parse(a) is { Family: Family.IPv6 }),
        ["src-address"] = v => v.Contains('/', StringComparison.Ordinal) && Prefix.Parse(v, out var hasHostBits) is not null && !hasHostBits,
        ["protocol"] = v => v is "tcp" or "udp",
        ["dst-port"] = RouterPorts.IsPorts,
        ["to-addresses"] = v => Address.Parse(v) is { Family: Family.IPv4 },
        ["to-ports"] = RouterPorts.IsPorts,
        ["connection-nat-state"] = v => v == "dstnat",
        ["connection-state"] = v => v == "new",
        ["comment"] = v => v.StartsWith("podplay: ", StringComparison.Ordinal),
    };

    private const string Remove = "remove [find where comment~\"^podplay: \"]";

    // Menu, chain and action, and the properties that such a rule must have; a question mark: may.
    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        ["/ip firewall address-list  "] = "list address comment",
        ["/ip firewall raw prerouting drop"] = "chain action in-interface-list src-address comment",
        ["/ipv6 firewall raw prerouting drop"] = "chain action in-interface-list src-address comment",
        ["/ip firewall nat dstnat dst-nat"] = "chain action in-interface-list dst-address-list? dst-address-type? dst-address? protocol dst-port to-addresses to-ports? comment",
        ["/ip firewall nat srcnat masquerade"] = "chain action out-interface-list src-address protocol dst-address dst-port comment",
        ["/ip firewall filter podplay accept"] = "chain action connection-nat-state protocol dst-address dst-port comment",
        ["/ipv6 firewall filter podplay accept"] = "chain action protocol dst-address dst-port comment",
        ["/ip firewall filter forward jump"] = "chain action jump-target connection-state connection-nat-state comment",
        ["/ipv6 firewall filter forward jump"] = "chain action jump-target connection-state in-interface-list comment",
    };

    /// <exception cref="FormatException">Anything that is not in the tables.</exception>
    public static IEnumerable<string> Settings(string script)
    {
        var rules = Rules(script).ToList();
        foreach (var menu in new[] { "/ip firewall filter", "/ipv6 firewall filter" })
            Demand(rules.Count(r => r.Menu == menu && r["action"] == "jump") == 1, $"{menu}: the chain podplay must be asked once");
        var called = rules.Where(r => r.Menu == "/ip firewall address-list").Select(r => r["address"]!).ToList();
        return rules.SelectMany(r => SettingsOf(r, called));
    }

    private static IEnumerable<string> SettingsOf(RouterOsRule rule, List<string> called)
    {
        var (protocol, ports, host) = (rule["protocol"] ?? "", rule["dst-port"] ?? "", rule["dst-address"]?.Replace("/128", "", StringComparison.Ordinal) ?? "");
        switch (rule["action"])
        {
            case "dst-nat":
                Demand((rule["dst-address-list"] is null) != (rule["dst-address-type"] is null), "a translation of one kind of address");
                var isHairpin = rule["in-interface-list"] == "lan1";
                Demand(isHairpin || rule["in-interface-list"] == "wan1", "neither the internet nor the LAN");
                Demand(rule["dst-address"] == (isHairpin && rule["dst-address-type"] is not null ? "!192.168.1.1" : null), "the router's own address");
                foreach (var address in rule["dst-address-list"] is null ? ["any"] : called)
                {
                    yield return isHairpin
                        ? RouterSettings.Hairpin(protocol, address, ports, rule["to-addresses"]!, rule["to-ports"] ?? ports)
                        : RouterSettings.Forward(protocol, address, ports, rule["to-addresses"]!, rule["to-ports"] ?? ports);
                }
                break;
            case "masquerade":
                Demand(rule["out-interface-list"] == "lan1" && rule["src-address"] == "192.168.1.0/24", "masquerades others than the LAN");
                yield return RouterSettings.Masquerade(protocol, host, ports);
                break;
            case "accept" when rule.Menu.StartsWith("/ipv6", StringComparison.Ordinal):
                yield return RouterSettings.Pinhole(protocol, host.Split('/') is [var suffix, _] ? $"*{suffix}" : host, ports);
                break;
            case "accept":
                yield return RouterSettings.Accept(protocol, host, ports);
                break;
            case "drop":
                Demand(rule["in-interface-list"] == "wan1", "drops what the LAN sends");
                yield return RouterSettings.Forged(rule["src-address"]!);
                break;
        }
    }

    private static IEnumerable<RouterOsRule> Rules(string script)
    {
        var menu = "";
        var removed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in script.Split('\n').Where(l => l.Length > 0 && !l.StartsWith('#')))
        {
            if (MenuLine().IsMatch(line))
                menu = line;
            else if (line == Remove)
                Demand(removed.Add(menu), $"{menu}: removes twice");
            else if (line.StartsWith("add ", StringComparison.Ordinal))
                yield return RuleOf(menu, line, removed);
            else if (line == $":if ([:len [{menu} find where chain=forward and dynamic=no]] > 0) do={{" || line is "} else={" or "}")
                continue;
            else if (line.StartsWith($"{menu} add ", StringComparison.Ordinal) && line.EndsWith($" place-before=[:pick [{menu} find where chain=forward and dynamic=no] 0]", StringComparison.Ordinal))
                yield return RuleOf(menu, line[(menu.Length + 1)..line.LastIndexOf(" place-before=", StringComparison.Ordinal)], removed);
            else
                Demand(line.StartsWith($"{menu} add ", StringComparison.Ordinal) && RuleOf(menu, line[(menu.Length + 1)..], removed)["action"] == "jump", $"not a command: {line}");
        }
    }

    private static RouterOsRule RuleOf(string menu, string line, HashSet<string> removed)
    {
        Demand(removed.Contains(menu), $"{menu}: adds before it has removed");
        var properties = Property().Matches(line[3..]);
        Demand(string.Concat(properties.Select(p => p.Value)) == line[3..], $"not a command: {line}");
        var values = properties.ToDictionary(p => p.Groups[1].Value, p => p.Groups[2].Value.Trim('"'), StringComparer.Ordinal);
        foreach (var (key, value) in values)
            Demand(Values.TryGetValue(key, out var isValid) && isValid(value), $"{key} cannot be {value}");
        var rule = new RouterOsRule(menu, values);
        Demand(Kinds.TryGetValue($"{menu} {rule["chain"]} {rule["action"]}", out var kind), $"no such rule: {line}");
        var keys = kind!.Split(' ');
        Demand(!values.Keys.Except(keys.Select(k => k.TrimEnd('?'))).Any() && !keys.Where(k => k[^1] != '?').Except(values.Keys).Any(), $"has too much or too little: {line}");
        return rule;
    }

    private static bool IsListName(string value) => Regex.IsMatch(value, "^[A-Za-z0-9._@-]+$");

    private static void Demand(bool holds, string otherwise)
    {
        if (!holds)
            throw new FormatException(otherwise);
    }

    private sealed record RouterOsRule(string Menu, Dictionary<string, string> Values)
    {
        public string? this[string key] => Values.GetValueOrDefault(key);
    }

    [GeneratedRegex("^/(ip|ipv6) firewall (address-list|raw|nat|filter)$")]
    private static partial Regex MenuLine();

    // Quoted values of names and paths hold none of the characters that the language gives a meaning.
    [GeneratedRegex(" ([a-z-]+)=((?:\"[A-Za-z0-9 .:_@-]*\")|[^\" ]+)")]
    private static partial Regex Property();
}
