using System.Globalization;
using PodPlay.Model;
using PodPlay.Text;

namespace PodPlay.Diagnostics;

/// <summary>PP2xx: addresses and subnets.</summary>
public static partial class Diagnose
{
    public static readonly DiagnosticRule InvalidSubnetRule = DiagnosticRule.Error("PP201", "invalid-subnet");
    public static readonly DiagnosticRule SubnetOverlapRule = DiagnosticRule.Error("PP202", "subnet-overlap");
    public static readonly DiagnosticRule AddressOutsideSubnetRule = DiagnosticRule.Error("PP203", "address-outside-subnet");
    public static readonly DiagnosticRule DuplicateAddressRule = DiagnosticRule.Error("PP204", "duplicate-address");
    public static readonly DiagnosticRule HostNetworkAddressRule = DiagnosticRule.Error("PP205", "host-network-address");
    public static readonly DiagnosticRule GatewayAddressRule = DiagnosticRule.Error("PP206", "gateway-address");
    public static readonly DiagnosticRule SubnetCollidesLanRule = DiagnosticRule.Error("PP207", "subnet-collides-lan");
    public static readonly DiagnosticRule NotPrivateRule = DiagnosticRule.Error("PP208", "not-private");
    public static readonly DiagnosticRule PodmanPoolRule = DiagnosticRule.Warning("PP209", "podman-pool");
    public static readonly DiagnosticRule HalfDualStackRule = DiagnosticRule.Warning("PP210", "half-dual-stack");
    public static readonly DiagnosticRule UlaNotRandomRule = DiagnosticRule.Note("PP211", "ula-not-random");
    public static readonly DiagnosticRule DocumentationPrefixRule = DiagnosticRule.Warning("PP212", "documentation-prefix");
    public static readonly DiagnosticRule UnusedZoneRule = DiagnosticRule.Warning("PP213", "unused-zone");
    public static readonly DiagnosticRule ZoneWithoutSubnetRule = DiagnosticRule.Error("PP214", "zone-without-subnet");
    public static readonly DiagnosticRule AddressInDynamicRangeRule = DiagnosticRule.Error("PP215", "address-in-dynamic-range");
    public static readonly DiagnosticRule SecondSubnetOfFamilyRule = DiagnosticRule.Error("PP216", "second-subnet-of-family");
    public static readonly DiagnosticRule SubnetSizeRule = DiagnosticRule.Error("PP217", "subnet-size");
    public static readonly DiagnosticRule ZoneFullRule = DiagnosticRule.Error("PP218", "zone-full");
    public static readonly DiagnosticRule HostAddressTwiceRule = DiagnosticRule.Error("PP219", "host-address-twice");
    public static readonly DiagnosticRule HostNotOnLanRule = DiagnosticRule.Warning("PP220", "host-not-on-lan");

    internal static Diagnostic InvalidSubnet(Spanned<string> text, Prefix meant) =>
        new(InvalidSubnetRule, $"{text.Value} has host bits set")
        {
            Primary = new(text.Span, "not the first address of the block"),
            Why = ["some programs take it for the block, some for the one address"],
            Fixes = [$"did you mean {meant}?"],
            Edits = Edit.Replace(text, $"{meant}"),
        };

    internal static Diagnostic SubnetOverlap(SourceSpan inner, Zone zone, Prefix subnet, SourceSpan outer, Zone other, Prefix covering, string? free) =>
        new(SubnetOverlapRule, subnet == covering
            ? $"subnet {subnet} is that of zone {zone.Name} and of zone {other.Name}"
            : $"subnet {subnet} of zone {zone.Name} lies inside zone {other.Name}")
        {
            Primary = new(inner, zone.Name),
            Related = [new(outer, $"{other.Name} covers {covering.First} to {covering.Last}")],
            Why = [zone.Host == other.Host
                ? $"podman refuses the second network: \"subnet {subnet} is already used on the host or by another config\""
                : "hosts tell each other's services by address: what is allowed to the one zone would be allowed to the other"],
            Fixes = [$"give {(subnet == covering ? zone.Name : other.Name)} a block of its own{(free is null ? "" : $", for example {free}")}"],
        };

    internal static Diagnostic AddressOutsideSubnet(Spanned<int> at, int number, Subnet subnet, Zone zone) =>
        new(AddressOutsideSubnetRule, string.Create(CultureInfo.InvariantCulture, $"{number} is beyond {subnet.Prefix} of zone {zone.Name}"))
        {
            Primary = new(at.Span, number == at.Value ? "outside" : string.Create(CultureInfo.InvariantCulture, $"replicas reach {number}")),
            Why = ["podman refuses a container whose address lies outside of its network"],
            Fixes = [string.Create(CultureInfo.InvariantCulture, $"use 2 to {LastNumber(subnet)}, or widen the subnet")],
        };

    internal static Diagnostic AddressInDynamicRange(Spanned<int> at, int number, Subnet subnet, Zone zone) =>
        new(AddressInDynamicRangeRule, string.Create(CultureInfo.InvariantCulture, $"{number} lies in {subnet.DynamicRange} of zone {zone.Name}, which podman hands out itself"))
        {
            Primary = new(at.Span, "may be taken already when the service starts"),
            Why = ["a container that was started by hand may have the address first: \"requested ip address is already allocated\""],
            Fixes = [string.Create(CultureInfo.InvariantCulture, $"use 2 to {LastNumber(subnet)}")],
        };

    internal static Diagnostic DuplicateAddress(Spanned<int> at, int number, string name, string other, Service service, SourceSpan? otherAt, IEnumerable<int> free)
    {
        var address = service.Zone!.Subnets.Select(s => s.HostAddress(number)?.ToString()).FirstOrDefault() ?? Number(number);
        var numbers = free.Take(3).Select(n => Number(n)).ToList();
        return new(DuplicateAddressRule, $"{address} is used by {other} and {name}")
        {
            Primary = new(at.Span, name == service.Name ? $"{name} takes {Number(number)}" : $"{service.Name} takes {Number(at.Value)} and what follows"),
            Related = otherAt is { } o ? [new(o, $"{other} has {Number(number)} already")] : [],
            Why = ["the second of them fails to start: \"requested ip address is already allocated\""],
            Fixes = [.. numbers.Count > 0 ? [$"free: {string.Join(", ", numbers)}"] : Array.Empty<string>(), "or leave at: out: podplay picks a number and keeps it in podplay.lock"],
        };
    }

    internal static Diagnostic HostNetworkAddress(SourceSpan at, SourceSpan network, string service) =>
        new(HostNetworkAddressRule, $"{service} has an address in a zone but no zone of its own")
        {
            Primary = new(at, "never used"),
            Related = [new(network, $"{service} shares the network of its host")],
            Why = ["a service on the host network answers on the addresses of its host; podman rejects --ip there"],
            Fixes = ["remove at: and use the host's address, or remove network: host and set zone:"],
        };

    internal static Diagnostic HostNetworkZone(Spanned<string> zone, SourceSpan network, string service) =>
        new(HostNetworkAddressRule, $"{service} stands in zone {zone.Value} and on the host network at once")
        {
            Primary = new(zone.Span, "never used"),
            Related = [new(network, $"{service} shares the network of its host")],
            Why = ["podman: \"cannot set multiple networks with host network mode\""],
            Fixes = ["remove zone:, or remove network: host"],
        };

    internal static Diagnostic GatewayAddress(Spanned<int> at, Zone zone) =>
        new(GatewayAddressRule, $"{zone.Subnets[0].Gateway} is the gateway of zone {zone.Name}")
        {
            Primary = new(at.Span, "the bridge's own address"),
            Why = ["podman accepts it and starts the container; nothing in the zone finds its way out any more"],
            Fixes = ["use 2 or more"],
        };

    internal static Diagnostic SubnetCollidesLan(SourceSpan place, Zone zone, Prefix subnet, string what, SourceSpan? other) =>
        new(SubnetCollidesLanRule, $"zone {zone.Name} uses addresses of {what}")
        {
            Primary = new(place, $"{subnet}"),
            Related = other is { } o ? [new(o, what)] : [],
            Why = ["the host would look for its neighbours on the zone's bridge and lose them"],
            Fixes = ["pick a /24 in 172.16.0.0/12 that nobody uses"],
        };

    internal static Diagnostic NotPrivate(SourceSpan place, Prefix subnet) =>
        new(NotPrivateRule, $"{subnet} belongs to someone on the internet")
        {
            Primary = new(place, "not private address space"),
            Why = ["containers could never reach the real owner of these addresses"],
            Fixes = [subnet.Family == Family.IPv4 ? "private is 10.0.0.0/8, 172.16.0.0 to 172.31.255.255 and 192.168.0.0/16" : "private is fd00::/8"],
        };

    internal static Diagnostic PodmanPool(SourceSpan place, Prefix subnet) =>
        new(PodmanPoolRule, $"{subnet} lies in the range of podman's own networks")
        {
            Primary = new(place, "10.88.0.0/16 is the default network, 10.89.0.0/16 the pool for new ones"),
            Why = ["any container that is started without a network may collide with this zone"],
            Fixes = ["choose a block in 172.16.0.0/12"],
        };

    internal static Diagnostic HalfDualStack(SourceSpan place, string what, IEnumerable<string> services) =>
        new(HalfDualStackRule, $"{what} has no IPv6, so {string.Join(", ", services)} can be reached by IPv4 only")
        {
            Primary = new(place, "IPv4 only"),
            Why = ["other parts of this network have IPv6; a name with an AAAA record is tried by IPv6 first"],
            Fixes = ["add an IPv6 address or subnet here"],
        };

    internal static Diagnostic UlaNotRandom(SourceSpan place, Prefix subnet) =>
        new(UlaNotRandomRule, $"the prefix of {subnet} is not random; merging two sites may clash")
        {
            Primary = new(place, "RFC 4193 asks for 40 random bits after fd"),
            Why = ["two sites with the same prefix cannot be joined by a tunnel without renumbering one"],
            Fixes = ["podplay explain PP211 shows how to make one"],
        };

    internal static Diagnostic DocumentationPrefix(SourceSpan place, string text) =>
        new(DocumentationPrefixRule, $"{text} is for examples and is never routed")
        {
            Primary = new(place, "documentation prefix (RFC 5737, RFC 3849)"),
            Why = ["copied from a manual, it is an address at which nobody is reached"],
            Fixes = ["your real prefix"],
        };

    internal static Diagnostic UnusedZone(SourceSpan place, string zone) =>
        new(UnusedZoneRule, $"zone {zone} has no service")
        {
            Primary = new(place, "a network for nobody"),
            Why = ["often a service was meant to be in it and stands elsewhere"],
            Fixes = ["remove it"],
        };

    internal static Diagnostic ZoneWithoutSubnet(Spanned<string> zone) =>
        new(ZoneWithoutSubnetRule, $"zone {zone.Value} has no subnet")
        {
            Primary = new(zone.Span, "podman would pick a block of its own choice"),
            Why = ["fixed addresses need a known subnet: the ruleset, the hosts file and the balancer name them"],
            Fixes = ["subnets: [172.20.5.0/24]"],
        };

    internal static Diagnostic SecondSubnetOfFamily(Spanned<string> text, string zone, Family family) =>
        new(SecondSubnetOfFamilyRule, $"zone {zone} has two {family} subnets")
        {
            Primary = new(text.Span, "second of its family"),
            Why = ["a container gets one address of each family; podman 5 ignores the second"],
            Fixes = ["one subnet for each family, or two zones"],
        };

    internal static Diagnostic SubnetSize(Spanned<string> text) =>
        new(SubnetSizeRule, $"{text.Value} is no size for a zone")
        {
            Primary = new(text.Span, "too small or too large"),
            Why = ["a zone needs room for its gateway, its services and the containers that podman starts by itself"],
            Fixes = ["IPv4: /8 to /29, usually /24; IPv6: /32 to /124, usually /64"],
        };

    internal static Diagnostic ZoneFull(Spanned<string> service, Zone zone) =>
        new(ZoneFullRule, $"zone {zone.Name} has no room for {service.Value}")
        {
            Primary = new(service.Span, "no free addresses in a row"),
            Why = ["without an address of its own a service has no name and no rules"],
            Fixes = ["widen the subnet, or use another zone"],
        };

    internal static Diagnostic HostAddressTwice(SourceSpan place, Address address, string other) =>
        new(HostAddressTwiceRule, $"{address} is the address of {other} too")
        {
            Primary = new(place, "second use"),
            Why = ["whichever machine answers first gets the packets, and that changes by the minute"],
            Fixes = ["each machine has its own address"],
        };

    internal static Diagnostic HostNotOnLan(SourceSpan place, Address address) =>
        new(HostNotOnLanRule, $"{address} is not in router.lan")
        {
            Primary = new(place, "neither the router nor the LAN is its neighbour"),
            Why = ["lan ports and ssh are opened to router.lan only"],
            Fixes = ["correct one of the two"],
        };

    private static int LastNumber(Subnet subnet) =>
        subnet.Family == Family.IPv4 ? (int)Math.Min(65534, (ulong)(subnet.DynamicRange.First.Value - subnet.Prefix.First.Value) - 1) : 9999;
}
