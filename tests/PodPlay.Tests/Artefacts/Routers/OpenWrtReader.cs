using System.Text.RegularExpressions;
using PodPlay.Model;

namespace PodPlay.Tests.Artefacts.Routers;

/// <summary>
/// Reads the script for OpenWrt back, and takes nothing that fw4 would take in another way than it is meant. fw4 itself is of no use as
/// a judge: an option that it does not know is a line on its error output, and the rest of the section opens every port.
/// </summary>
/// <remarks>Options and kinds of values: the tables of parse_redirect and parse_rule in fw4.uc, as far as podplay writes them.</remarks>
internal static partial class OpenWrtReader
{
    private static readonly Dictionary<string, Func<string, bool>> Redirect = new(StringComparer.Ordinal)
    {
        ["name"] = IsName,
        ["family"] = v => v == "ipv4",
        ["src"] = IsZone,
        ["src_dip"] = v => Address.Parse(v) is { Family: Family.IPv4 },
        ["src_dport"] = IsPorts,
        ["dest"] = IsZone,
        ["dest_ip"] = v => Address.Parse(v) is { Family: Family.IPv4 },
        ["dest_port"] = IsPorts,
        ["target"] = v => v == "DNAT",
        ["reflection"] = v => v is "0" or "1",
        ["proto"] = v => v is "tcp" or "udp",
    };

    private static readonly Dictionary<string, Func<string, bool>> Rule = new(StringComparer.Ordinal)
    {
        ["name"] = IsName,
        ["family"] = v => v == "ipv6",
        ["src"] = IsZone,
        ["dest"] = v => v == "*" || IsZone(v),
        ["dest_ip"] = v => Address.Parse(v) is { Family: Family.IPv6 } || (v.EndsWith("/-64", StringComparison.Ordinal) && Address.Parse(v[..^4]) is { Family: Family.IPv6 }),
        ["dest_port"] = IsPorts,
        ["src_ip"] = v => v.Contains('/', StringComparison.Ordinal) && Prefix.Parse(v, out var hasHostBits) is not null && !hasHostBits,
        ["target"] = v => v is "ACCEPT" or "DROP",
        ["proto"] = v => v is "tcp" or "udp" or "all",
    };

    private static readonly HashSet<string> Lists = ["proto", "src_ip"];

    private static readonly string[] RedirectNeeds = ["name", "family", "src", "src_dport", "dest", "dest_ip", "dest_port", "target", "reflection", "proto"];
    private static readonly string[] PinholeNeeds = ["name", "family", "src", "dest", "dest_ip", "dest_port", "target", "proto"];
    private static readonly string[] ForgedNeeds = ["name", "src", "dest", "target", "proto", "src_ip"];

    /// <exception cref="FormatException">Anything that is not in the tables.</exception>
    public static IEnumerable<string> Settings(string script)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var section in Sections(script))
        {
            Demand(names.Add(section.Name), $"{section.Name} twice: the second one is merged into the first");
            foreach (var setting in SettingsOf(section))
                yield return setting;
        }
    }

    private static IEnumerable<string> SettingsOf(UciSection section)
    {
        string One(string key) => section.Values[key] is [var one] ? one : throw new FormatException($"{section.Name}: several {key}");
        if (section.Type == "redirect")
        {
            Needs(section, RedirectNeeds, "src_dip");
            Demand(One("src") != One("dest"), $"{section.Name}: from a zone to itself");
            var called = section.Values.ContainsKey("src_dip") ? One("src_dip") : "any";
            yield return RouterSettings.Forward(One("proto"), called, One("src_dport"), One("dest_ip"), One("dest_port"));
            if (One("reflection") == "1")
                yield return RouterSettings.Hairpin(One("proto"), called, One("src_dport"), One("dest_ip"), One("dest_port"));
        }
        else if (One("target") == "ACCEPT")
        {
            Needs(section, PinholeNeeds);
            Demand(One("dest") != "*" && One("proto") != "all", $"{section.Name}: too wide");
            var host = One("dest_ip");
            yield return RouterSettings.Pinhole(One("proto"), host.EndsWith("/-64", StringComparison.Ordinal) ? $"*{host[..^4]}" : host, One("dest_port"));
        }
        else
        {
            Needs(section, ForgedNeeds);
            Demand(One("dest") == "*" && One("proto") == "all", $"{section.Name}: too narrow");
            foreach (var block in section.Values["src_ip"])
                yield return RouterSettings.Forged(block);
        }
    }

    private static IEnumerable<UciSection> Sections(string script)
    {
        var text = HereDocument().Match(script);
        Demand(text.Success, "no text for uci");
        UciSection? section = null;
        foreach (var line in text.Groups[1].Value.Split('\n').Where(l => l.Length > 0))
        {
            if (SectionLine().Match(line) is { Success: true } start)
            {
                if (section is not null)
                    yield return section;
                section = new(start.Groups[1].Value, start.Groups[2].Value, new(StringComparer.Ordinal));
                continue;
            }
            var (kind, key, value) = OptionLine().Match(line) is { Success: true } option
                ? (option.Groups[1].Value, option.Groups[2].Value, option.Groups[3].Value)
                : throw new FormatException($"not a line of UCI: {line}");
            Demand(section is not null, $"outside of a section: {line}");
            var table = section!.Type == "redirect" ? Redirect : Rule;
            Demand(table.ContainsKey(key), $"fw4 has no option {key} of a {section.Type}");
            Demand(kind == (Lists.Contains(key) ? "list" : "option"), $"{key} as {kind}");
            Demand(table[key](value), $"{key} cannot be {value}");
            Demand(kind == "list" || !section.Values.ContainsKey(key), $"{key} twice");
            section.Values[key] = [.. section.Values.GetValueOrDefault(key, []), value];
        }
        if (section is not null)
            yield return section;
    }

    private static void Needs(UciSection section, string[] keys, params string[] optional)
    {
        Demand(!keys.Except(section.Values.Keys).Any(), $"{section.Name} lacks {string.Join(", ", keys.Except(section.Values.Keys))}");
        Demand(!section.Values.Keys.Except(keys).Except(optional).Any(), $"{section.Name} has {string.Join(", ", section.Values.Keys.Except(keys).Except(optional))} as well");
    }

    private static bool IsName(string value) => value.Length is > 0 and <= 100;

    // fw4 writes chains named after zones; nft takes no longer ones from it.
    private static bool IsZone(string value) => Regex.IsMatch(value, "^[A-Za-z0-9_]{1,11}$");

    private static bool IsPorts(string value) => RouterPorts.IsPorts(value);

    private static void Demand(bool holds, string otherwise)
    {
        if (!holds)
            throw new FormatException(otherwise);
    }

    private sealed record UciSection(string Type, string Name, Dictionary<string, string[]> Values);

    [GeneratedRegex("\nuci -m import firewall <<'PODPLAY'\n(.*)\nPODPLAY\n", RegexOptions.Singleline)]
    private static partial Regex HereDocument();

    [GeneratedRegex("^config (redirect|rule) '(podplay_[a-z0-9_]+)'$")]
    private static partial Regex SectionLine();

    [GeneratedRegex("^\t(option|list) ([a-z_]+) '([^']*)'$")]
    private static partial Regex OptionLine();
}
