using PodPlay.Artefacts.Sysctl;
using PodPlay.Model;
using PodPlay.Text;

namespace PodPlay.Diagnostics;

/// <summary>PP8xx: kernel settings.</summary>
public static partial class Diagnose
{
    public static readonly DiagnosticRule SysctlNotNamespacedRule = DiagnosticRule.Error("PP801", "sysctl-not-namespaced");
    public static readonly DiagnosticRule SysctlNotInheritedRule = DiagnosticRule.Warning("PP802", "sysctl-not-inherited");
    public static readonly DiagnosticRule ForwardingOffRule = DiagnosticRule.Error("PP803", "forwarding-off");
    public static readonly DiagnosticRule SysctlUnknownRule = DiagnosticRule.Deny("PP805", "sysctl-unknown");
    public static readonly DiagnosticRule SysctlValueRule = DiagnosticRule.Error("PP806", "sysctl-value");
    public static readonly DiagnosticRule SysctlDoubtfulRule = DiagnosticRule.Note("PP807", "sysctl-doubtful");
    public static readonly DiagnosticRule SysctlCommaRule = DiagnosticRule.Error("PP808", "sysctl-comma");

    internal static Diagnostic SysctlNotNamespaced(SourceSpan place, SysctlSetting setting, Service service) =>
        new(SysctlNotNamespacedRule, $"{setting.Key} is not writable inside a container")
        {
            Primary = new(place, "the machine's, not the container's"),
            Why = [$"{service.Name} would not start: podman refuses the key, or the kernel does (\"Permission denied\")"],
            Fixes = [$"hosts.{service.Host.Name}.sysctl: {{ {setting.Key}: {setting.Value} }}"],
        };

    internal static Diagnostic SysctlOfHostNetwork(SourceSpan place, SysctlSetting setting, Service service) =>
        new(SysctlNotNamespacedRule, $"{setting.Key} belongs to the network of {service.Host.Name}, which {service.Name} shares")
        {
            Primary = new(place, "no network of its own"),
            Why = ["podman refuses it: \"can't be set since Network Namespace set to host\""],
            Fixes = [$"hosts.{service.Host.Name}.sysctl: {{ {setting.Key}: {setting.Value} }}"],
        };

    internal static Diagnostic SysctlNotInherited(SourceSpan place, SysctlSetting setting, IReadOnlyList<string> services) =>
        new(SysctlNotInheritedRule, $"containers do not see {setting.Key} of their host")
        {
            Primary = new(place, "for the host's own programs only"),
            Why = [$"each network namespace has its own value, and starts from the kernel's default; so it is for {string.Join(", ", services)}"],
            Fixes = [$"services.{services[0]}.sysctl: {{ {setting.Key}: {setting.Value} }}", "or leave it out"],
        };

    internal static Diagnostic ForwardingOff(SourceSpan place, string key) =>
        new(ForwardingOffRule, "containers in zones need forwarding")
        {
            Primary = new(place, $"{key} is off"),
            Why = ["without it no packet passes between a bridge and anything else; podman turns it on again when a network starts, so that it depends on who came last"],
            Fixes = ["remove it"],
        };

    public static readonly DiagnosticRule UplinkUnknownRule = DiagnosticRule.Note("PP809", "uplink-unknown");
    public static readonly DiagnosticRule LowPortsForAllRule = DiagnosticRule.Warning("PP810", "low-ports-for-all");

    internal static Diagnostic UplinkUnknown(SourceSpan place, Host host) =>
        new(UplinkUnknownRule, $"{host.Name} may lose its IPv6 default route: its uplink is not named")
        {
            Primary = new(place, "forwards IPv6 for its zones"),
            Why = ["a host that forwards passes over router advertisements unless accept_ra of that interface is 2"],
            Fixes = [$"hosts.{host.Name}.uplink: the interface towards the router, as enp1s0", "nothing, where the address and route are static or systemd-networkd has IPv6AcceptRA=yes"],
        };

    internal static Diagnostic LowPortsForAll(SourceSpan place, Host host, int start) =>
        new(LowPortsForAllRule, $"every user of {host.Name} may take ports from {Number(start)} up")
        {
            Primary = new(place, "holds for the whole host, TCP and UDP"),
            Why = ["podman of this host is root and needs no such leave; another program could take the port of a service while it restarts"],
            Fixes = ["remove it; services in zones get the setting in their own namespace", "or capabilities: [NET_BIND_SERVICE] on the service"],
        };

    internal static Diagnostic SysctlUnknown(SourceSpan place, string key, string? suggestion) =>
        new(SysctlUnknownRule, $"{key} is not in podplay's table of kernel settings")
        {
            Primary = new(place, "unknown"),
            Why = ["systemd-sysctl passes over a key that does not exist, and ends with success"],
            Fixes = suggestion is null ? ["check the spelling against the kernel's documentation of sysctl"] : [$"did you mean {suggestion}?"],
            Edits = suggestion is null ? [] : Edit.Rename(new(key, place), [suggestion]),
        };

    internal static Diagnostic SysctlValue(SourceSpan place, string key, SysctlKey known) =>
        new(SysctlValueRule, $"{key} is {known.Value.Expected}, this is something else")
        {
            Primary = new(place, $"not {known.Value.Expected}"),
            Why = [known.Why],
            Fixes = known.Default.Length > 0 ? [$"the kernel's own value: {known.Default}"] : ["leave it out"],
        };

    internal static Diagnostic SysctlDoubtful(SourceSpan place, SysctlSetting setting, string doubt, SysctlKey known) =>
        new(SysctlDoubtfulRule, $"{setting.Key}: {doubt}")
        {
            Primary = new(place, "does not do what one hopes"),
            Why = [known.Why],
            Fixes = setting.Key.Contains("mem", StringComparison.Ordinal)
                ? ["tuning: throughput  on the host, instead of values of one's own", "or leave it out"]
                : [$"leave it at the kernel's own value: {known.Default}"],
        };

    internal static Diagnostic SysctlComma(SourceSpan place, SysctlSetting setting) =>
        new(SysctlCommaRule, $"podman cannot give {setting.Key} a value with a comma")
        {
            Primary = new(place, "split at the comma"),
            Why = ["podman 5.4.2 reads the rest as a setting of its own: \"sysctl values must be in the form of KEY=VALUE\""],
            Fixes = ["one port, or one range such as 9000-9010"],
        };
}
