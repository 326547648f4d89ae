using PodPlay.Model;
using PodPlay.Text;

namespace PodPlay.Diagnostics;

/// <summary>PP313 to PP329: the router in front of the hosts.</summary>
public static partial class Diagnose
{
    public static readonly DiagnosticRule RouterPublicMissingRule = DiagnosticRule.Note("PP313", "router-public-missing");
    public static readonly DiagnosticRule RouterCgnatRule = DiagnosticRule.Warning("PP314", "router-cgnat");
    public static readonly DiagnosticRule RouterDoubleNatRule = DiagnosticRule.Warning("PP315", "router-double-nat");
    public static readonly DiagnosticRule RouterInterfacesMissingRule = DiagnosticRule.Error("PP316", "router-interfaces-missing");
    public static readonly DiagnosticRule HairpinImpossibleRule = DiagnosticRule.Warning("PP318", "hairpin-impossible");
    public static readonly DiagnosticRule DynamicPrefixRule = DiagnosticRule.Warning("PP319", "dynamic-prefix");
    public static readonly DiagnosticRule RouterPublicInLanRule = DiagnosticRule.Error("PP320", "router-public-in-lan");
    public static readonly DiagnosticRule HostNotRoutedRule = DiagnosticRule.Warning("PP321", "host-not-routed");

    internal static Diagnostic RouterPublicMissing(SourceSpan place) =>
        new(RouterPublicMissingRule, "the router's public IPv4 address is not in the spec")
        {
            Primary = new(place, "its address on the LAN only"),
            Why = ["whether forwards can work at all depends on it: behind the provider's own translation they cannot"],
            Fixes = ["public: 203.0.113.1     what the router shows as its internet address", "or public: dynamic     where the provider changes it"],
        };

    internal static Diagnostic RouterCgnat(SourceSpan place, Address address) =>
        new(RouterCgnatRule, $"{address} is the provider's, not the router's own: no forward can be reached by IPv4")
        {
            Primary = new(place, "100.64.0.0/10 is shared by many customers (CGNAT, RFC 6598)"),
            Why = ["the provider translates once more, and forwards nothing; an HTTP-01 challenge does not arrive either, except by IPv6"],
            Fixes = ["ask the provider for a public IPv4 address", "or serve by IPv6, with challenge: dns-01", "or a tunnel from a machine that has a public address"],
        };

    internal static Diagnostic RouterDoubleNat(SourceSpan place, Address address) =>
        new(RouterDoubleNatRule, $"{address} is a private address: another router stands between this one and the internet")
        {
            Primary = new(place, "translated twice"),
            Why = ["forwards made on this router alone are never reached"],
            Fixes = ["set the outer one to bridge mode", $"or make the same forwards there, to {address}"],
        };

    internal static Diagnostic RouterInterfacesMissing(SourceSpan place, string kind) =>
        new(RouterInterfacesMissingRule, $"{kind}: the names of the router's interfaces are needed")
        {
            Primary = new(place, "rules name the side that a packet comes from"),
            Why = ["a rule over a name that no interface has matches nothing, and nobody says so"],
            Fixes = ["interfaces: { wan: eth0, lan: eth1 }"],
        };

    internal static Diagnostic HairpinImpossible(SourceSpan place, Forward forward) =>
        new(HairpinImpossibleRule, $"clients on the LAN cannot use the public name of {forward.Service.Name}.{forward.Port.Name}")
        {
            Primary = new(place, "the address to loop back is not known"),
            Why = ["a client on the LAN that calls the public address gets the router's own page, or nothing"],
            Fixes = ["public: ADDRESS, where it stays the same", "or answer the public names with the host's address inside, by a service with resolves:"],
        };

    internal static Diagnostic DynamicPrefix(SourceSpan place, Host host, Address address) =>
        new(DynamicPrefixRule, $"{host.Name} is {address} only until the provider changes the prefix")
        {
            Primary = new(place, "router.public: dynamic"),
            Why = ["units and rulesets publish on the address as it stands here; afterwards nothing answers by IPv6, and AAAA records are wrong"],
            Fixes = ["ask the provider for a fixed prefix, and write the router's IPv6 address: public: [dynamic, 2001:db8:ff::1]", "or serve the internet by IPv4 only: no AAAA record"],
        };

    internal static Diagnostic RouterPublicInLan(SourceSpan place, Address address) =>
        new(RouterPublicInLanRule, $"{address} is an address of the LAN, not the router's public one")
        {
            Primary = new(place, "inside router.lan"),
            Why = ["the router translates what calls its address towards the internet"],
            Fixes = ["the address that the router shows for its internet connection", "public: dynamic"],
        };

    internal static Diagnostic HostNotRouted(SourceSpan place, Host host, Address address) =>
        new(HostNotRoutedRule, $"nobody on the internet reaches {host.Name} by {address}")
        {
            Primary = new(place, "a unique local address (RFC 4193)"),
            Why = ["IPv6 is not translated by the router: public ports need an address of the host that is routed"],
            Fixes = ["the host's global address", "or serve the internet by IPv4 only: no AAAA record"],
        };
}
