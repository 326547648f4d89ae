using PodPlay.Model;
using PodPlay.Text;

namespace PodPlay.Diagnostics;

/// <summary>PP7xx: images, balancing, mounts and devices.</summary>
public static partial class Diagnose
{
    public static readonly DiagnosticRule ImageNotPinnedRule = DiagnosticRule.Warning("PP701", "image-not-pinned");
    public static readonly DiagnosticRule ImageShortNameRule = DiagnosticRule.Warning("PP702", "image-short-name");
    public static readonly DiagnosticRule HealthMissingRule = DiagnosticRule.Warning("PP703", "health-missing");
    public static readonly DiagnosticRule SingleBackendRule = DiagnosticRule.Note("PP704", "single-backend");
    public static readonly DiagnosticRule BalanceModeRule = DiagnosticRule.Error("PP705", "balance-mode");
    public static readonly DiagnosticRule SharedVolumeRule = DiagnosticRule.Warning("PP707", "shared-volume");
    public static readonly DiagnosticRule DeviceCompanionRule = DiagnosticRule.Warning("PP708", "device-companion");
    public static readonly DiagnosticRule MountTakenRule = DiagnosticRule.Error("PP711", "mount-taken");
    public static readonly DiagnosticRule BalanceToItselfRule = DiagnosticRule.Error("PP712", "balance-to-itself");
    public static readonly DiagnosticRule BalancePortRule = DiagnosticRule.Error("PP713", "balance-port");
    public static readonly DiagnosticRule BalanceWithoutTlsRule = DiagnosticRule.Deny("PP714", "balance-without-tls");
    public static readonly DiagnosticRule UnusedHostRule = DiagnosticRule.Note("PP804", "unused-host");

    internal static Diagnostic ImageNotPinned(SourceSpan place, string image) =>
        new(ImageNotPinnedRule, $"{image} changes without a diff")
        {
            Primary = new(place, image.EndsWith(":latest", StringComparison.Ordinal) ? "whatever is latest today" : "no tag: whatever is latest today"),
            Why = ["two hosts, or one host twice, run different programs from the same spec"],
            Fixes = ["a version tag, better with @sha256:... behind it"],
        };

    internal static Diagnostic ImageShortName(SourceSpan place, string image) =>
        new(ImageShortNameRule, $"{image}: the registry is left to each host's settings")
        {
            Primary = new(place, "no registry"),
            Why = ["a short name is looked up in whatever registries.conf of the host says"],
            Fixes = [$"docker.io/{(image.Contains('/', StringComparison.Ordinal) ? "" : "library/")}{image}, or localhost/{image} for one that you build"],
        };

    internal static Diagnostic HealthMissing(SourceSpan place, Service target) =>
        new(HealthMissingRule, $"the balancer cannot tell a hung {target.Name} from a good one")
        {
            Primary = new(place, "a TCP connection is the only check"),
            Why = ["a server that accepts connections and never answers keeps its share of the visitors"],
            Fixes = ["check: GET /healthz", $"or health: on {target.Name}"],
        };

    internal static Diagnostic SingleBackend(SourceSpan place, Service target) =>
        new(SingleBackendRule, $"{target.Name} has one replica; one backend is not balanced")
        {
            Primary = new(place, "one server"),
            Why = ["it may be wanted all the same: TLS ends here, or a second replica is to come"],
            Fixes = [$"replicas: 2 on {target.Name}, or publish it directly"],
        };

    internal static Diagnostic BalanceModeWrong(SourceSpan place, Port target) =>
        new(BalanceModeRule, $"TLS traffic to {target.Name} cannot be balanced as HTTP")
        {
            Primary = new(place, "mode: http"),
            Why = ["the balancer would read an encrypted hello as a request and answer 400"],
            Fixes = ["mode: tcp", "or send it to the plain http port and end TLS at the balancer"],
        };

    internal static Diagnostic BalanceToItself(SourceSpan place, Service balancer) =>
        new(BalanceToItselfRule, $"{balancer.Name} balances to itself")
        {
            Primary = new(place, "its own port"),
            Why = ["each connection would come back as a new one, until no port or memory is left"],
            Fixes = ["to: the service that does the work, as apache.http"],
        };

    internal static Diagnostic BalancePort(SourceSpan place, Service service, Port port, string fault, SourceSpan? portPlace) =>
        new(BalancePortRule, $"{service.Name}.{port.Name} cannot be balanced: {fault}")
        {
            Primary = new(place, "one TCP port to one TCP port"),
            Related = portPlace is { } p ? [new(p, $"{service.Name}.{port.Name}")] : [],
            Why = ["HAProxy hands on TCP connections, and one port of a backend is one number"],
            Fixes = port.Container.IsSingle
                ? [$"publish {port.Name} on the service that answers it", port.Protocols.Length > 1 ? $"or {port.Name}: {port.Container.First}/tcp here, and the UDP half there" : "or balance a TCP port"]
                : [$"one port and one balance: for each number of {port.Container}", "or publish the range on the service that answers it"],
        };

    internal static Diagnostic BalanceWithoutTls(SourceSpan place, Service balancer, Port port, bool hasCertificate, SourceSpan? portPlace) =>
        new(BalanceWithoutTlsRule, $"{balancer.Name}.{port.Name} answers https with plain HTTP")
        {
            Primary = new(place, hasCertificate ? "the balancer ends TLS on a port named https, or on 443, only" : "no certificate is deployed to the balancer"),
            Related = portPlace is { } p ? [new(p, port.Router is { } router ? $"router port {router}" : $"port {port.Container}")] : [],
            Why = ["a browser begins with a TLS hello on this port; HAProxy reads it as a request and answers 400"],
            Fixes = hasCertificate
                ? [$"https: {port.Router ?? port.Container} -> 8443 -> 443 on {balancer.Name}"]
                : [$"deploy: [{balancer.Name}] on a certificate: {balancer.Name} ends TLS with it", "or mode: tcp and the https port of the backend: TLS ends there", "or another port number"],
        };

    internal static Diagnostic MountTaken(SourceSpan place, string target, string source, SourceSpan? other, string otherSource) =>
        new(MountTakenRule, $"{source} and {otherSource} are both mounted on {target}")
        {
            Primary = new(place, "the same place"),
            Related = other is { } o ? [new(o, "taken by this one")] : [],
            Why = [$"podman refuses to make the container: \"{target}: duplicate mount destination\""],
            Fixes = ["another folder in the container for one of them"],
        };

    internal static Diagnostic SharedVolume(SourceSpan place, Service service, string volume) =>
        new(SharedVolumeRule, $"{service.Replicas.Length} replicas of {service.Name} write the same volume {volume}")
        {
            Primary = new(place, "shared and writable"),
            Why = ["few programs can share their files with a second copy of themselves; databases destroy them"],
            Fixes = ["read-only: true, or one service for each volume"],
        };

    internal static Diagnostic DeviceCompanion(SourceSpan place, string device) =>
        new(DeviceCompanionRule, $"{device} is of no use without /dev/vfio/vfio")
        {
            Primary = new(place, "the group alone"),
            Why = ["a program opens the container node /dev/vfio/vfio first and adds the group to it"],
            Fixes = [$"devices: [{device}, /dev/vfio/vfio]"],
            Edits = Edit.AddItem(new(device, place), "/dev/vfio/vfio"),
        };

    internal static Diagnostic UnusedHost(SourceSpan place, string host) =>
        new(UnusedHostRule, $"host {host} has no service; it gets a firewall only")
        {
            Primary = new(place, "no service"),
            Why = ["right for a spare machine or a router; else a service was meant to be here"],
            Fixes = ["remove it, or ignore this"],
        };
}
