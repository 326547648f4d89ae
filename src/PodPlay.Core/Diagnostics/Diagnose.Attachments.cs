using PodPlay.Model;
using PodPlay.Text;

namespace PodPlay.Diagnostics;

/// <summary>PP74x: devices, and zones on a wire.</summary>
public static partial class Diagnose
{
    public static readonly DiagnosticRule VfioWithoutInterfaceRule = DiagnosticRule.Note("PP740", "vfio-without-interface");
    public static readonly DiagnosticRule DeviceOwnerRule = DiagnosticRule.Warning("PP741", "device-owner");
    public static readonly DiagnosticRule AttachParentRule = DiagnosticRule.Error("PP742", "attach-parent");
    public static readonly DiagnosticRule AttachUnenforcedRule = DiagnosticRule.Warning("PP743", "attach-unenforced");
    public static readonly DiagnosticRule AttachFlowRule = DiagnosticRule.Error("PP744", "attach-flow");
    public static readonly DiagnosticRule AttachRootlessRule = DiagnosticRule.Error("PP745", "attach-rootless");
    public static readonly DiagnosticRule AttachPortRule = DiagnosticRule.Error("PP746", "attach-port");
    public static readonly DiagnosticRule AttachAddressRule = DiagnosticRule.Error("PP747", "attach-address");
    public static readonly DiagnosticRule AttachWirelessRule = DiagnosticRule.Warning("PP748", "attach-wireless");
    public static readonly DiagnosticRule PassthruSharedRule = DiagnosticRule.Error("PP749", "passthru-shared");

    internal static Diagnostic VfioWithoutInterface(SourceSpan place, Service service, string group) =>
        new(VfioWithoutInterfaceRule, $"{group} gives {service.Name} no network interface")
        {
            Primary = new(place, "for programs that drive the card themselves (DPDK)"),
            Why = ["the kernel has let go of the card: no address, no route, no firewall; the program brings its own network stack"],
            Fixes = ["nothing, if the program does", "a zone with attach: passthru and parent: the virtual function, where an ordinary interface is meant"],
        };

    internal static Diagnostic DeviceOwner(SourceSpan place, Service service, string because) =>
        new(DeviceOwnerRule, $"{service.Name} may not open its devices")
        {
            Primary = new(place, because),
            Why = ["device nodes belong to root on the host, or to a group; a user namespace does not change that, it maps both to nobody"],
            Fixes = ["userns: host on a rootful host", "or a udev rule that gives the node to the user who runs podman"],
        };

    internal static Diagnostic AttachWithoutParent(SourceSpan place, string zone) =>
        new(AttachParentRule, $"zone {zone} is attached to nothing")
        {
            Primary = new(place, "no parent:"),
            Why = ["podman takes the interface with the default route then: the host's own"],
            Fixes = ["parent: enp2s0"],
        };

    internal static Diagnostic ParentWithoutAttach(SourceSpan place, string zone) =>
        new(AttachParentRule, $"zone {zone} has a parent and a bridge of its own")
        {
            Primary = new(place, "no attach:"),
            Why = ["a bridge is made by podman and joins no wire; the parent would be passed over silently"],
            Fixes = ["attach: macvlan, ipvlan or passthru", "or remove it"],
        };

    internal static Diagnostic AttachUnenforced(SourceSpan place, Zone zone, Attachment attachment) =>
        new(AttachUnenforcedRule, $"no ruleset of {zone.Host.Name} guards zone {zone.Name}")
        {
            Primary = new(place, $"its packets leave by {attachment.Parent} without passing the host's hooks"),
            Why = ["everybody on that wire reaches every port of its services, and they reach everybody: connectivity.csv says \"not enforced\""],
            Fixes = ["a bridge zone, where speed allows it", $"or a firewall in the containers or on the switch, and  # podplay: allow PP743 - <what guards it>"],
        };

    internal static Diagnostic AttachFlow(SourceSpan place, string flow, Zone zone) =>
        new(AttachFlowRule, $"flow {flow} passes the wire of zone {zone.Name}, where podplay opens and closes nothing")
        {
            Primary = new(place, $"{zone.Name} is attached to {zone.Attachment?.Parent}"),
            Why = [$"a host does not reach its own {zone.Attachment?.Word} containers, nor do its bridges; and what a machine on the wire sends cannot be told from the LAN"],
            Fixes = ["a source with the container's address, and from: on a lan port of the service that it calls", "or both in bridge zones"],
        };

    internal static Diagnostic AttachRootless(SourceSpan place, Zone zone, SourceSpan? rootless) =>
        new(AttachRootlessRule, $"a rootless user cannot attach zone {zone.Name} to an interface of {zone.Host.Name}")
        {
            Primary = new(place, "needs root"),
            Related = rootless is { } r ? [new(r, "units run as this user")] : [],
            Why = ["the interface is not in the user's network namespace: podman makes the network and no container of it starts"],
            Fixes = ["a rootful host, or a bridge zone"],
        };

    internal static Diagnostic AttachPort(SourceSpan place, Service service, Port port) =>
        new(AttachPortRule, $"nothing publishes {service.Name}.{port.Name}: it is met at the container's own address")
        {
            Primary = new(place, "the host does not stand in between"),
            Why = [$"podman passes over published ports on such a network, and a router would send clients to {service.Host.Name}"],
            Fixes = [$"private: {{ {port.Name}: {port.Container} }}   (the whole wire reaches it all the same)"],
        };

    internal static Diagnostic AttachAddressUnsaid(SourceSpan place, Service service, Zone zone) =>
        new(AttachAddressRule, $"{service.Name} stands on the wire of zone {zone.Name} without an address of its own")
        {
            Primary = new(place, "no at:"),
            Why = ["podplay would choose one that the router's DHCP gives to another machine"],
            Fixes = ["at: a number outside of the router's DHCP range"],
        };

    internal static Diagnostic AttachAddressTaken(SourceSpan place, Address address, string owner) =>
        new(AttachAddressRule, $"{address} belongs to {owner}")
        {
            Primary = new(place, "taken"),
            Why = ["two machines of one address on one wire: each cuts the other off by turns"],
            Fixes = ["another number"],
        };

    internal static Diagnostic AttachWireless(SourceSpan place, string parent) =>
        new(AttachWirelessRule, $"{parent} looks like Wi-Fi, where a second MAC address is not heard")
        {
            Primary = new(place, "a wireless interface"),
            Why = ["an access point drops frames of stations that it does not know"],
            Fixes = ["attach: ipvlan"],
        };

    internal static Diagnostic PassthruShared(SourceSpan place, Zone zone, int containers) =>
        new(PassthruSharedRule, $"{Count(containers)} containers want {zone.Attachment?.Parent} for themselves")
        {
            Primary = new(place, "one container takes the whole interface"),
            Why = ["the second container fails to start: \"device or resource busy\""],
            Fixes = ["a virtual function and a zone for each", "or attach: macvlan"],
        };
}
