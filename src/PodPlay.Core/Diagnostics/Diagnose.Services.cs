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
            Fixes = ["check: GET /healthz", $"or health: on {target.Name}"],
        };

    internal static Diagnostic SingleBackend(SourceSpan place, Service target) =>
        new(SingleBackendRule, $"{target.Name} has one replica; one backend is not balanced")
        {
            Primary = new(place, "one server"),
            Fixes = [$"replicas: 2 on {target.Name}, or publish it directly"],
        };

    internal static Diagnostic BalanceModeWrong(SourceSpan place, Port target) =>
        new(BalanceModeRule, $"TLS traffic to {target.Name} cannot be balanced as HTTP")
        {
            Primary = new(place, "mode: http"),
            Why = ["the balancer would read an encrypted hello as a request and answer 400"],
            Fixes = ["mode: tcp", "or send it to the plain http port and end TLS at the balancer"],
        };

    internal static Diagnostic SharedVolume(SourceSpan place, Service service, string volume) =>
        new(SharedVolumeRule, $"{service.Replicas.Length} replicas of {service.Name} write the same volume {volume}")
        {
            Primary = new(place, "shared and writable"),
            Fixes = ["read-only: true, or one service for each volume"],
        };

    internal static Diagnostic DeviceCompanion(SourceSpan place, string device) =>
        new(DeviceCompanionRule, $"{device} is of no use without /dev/vfio/vfio")
        {
            Primary = new(place, "the group alone"),
            Why = ["a program opens the container node /dev/vfio/vfio first and adds the group to it"],
            Fixes = [$"devices: [{device}, /dev/vfio/vfio]"],
        };

    internal static Diagnostic UnusedHost(SourceSpan place, string host) =>
        new(UnusedHostRule, $"host {host} has no service; it gets a firewall only")
        {
            Primary = new(place, "no service"),
            Fixes = ["remove it, or ignore this"],
        };
}
