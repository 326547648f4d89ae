using PodPlay.Model;
using PodPlay.Text;

namespace PodPlay.Diagnostics;

/// <summary>What cannot be said in a Quadlet unit, or not to a host's podman.</summary>
public static partial class Diagnose
{
    public static readonly DiagnosticRule TooOldPodmanRule = DiagnosticRule.Error("PP706", "too-old-podman");
    public static readonly DiagnosticRule ValueNotWritableRule = DiagnosticRule.Error("PP710", "value-not-writable");

    /// <param name="what">The key, with its value where only that is newer: <c>AddHost=</c>, <c>Notify=healthy</c>.</param>
    /// <param name="since">The first podman that reads it.</param>
    internal static Diagnostic TooOldPodman(SourceSpan? needed, SourceSpan? declared, Host host, string what, PodmanVersion since) =>
        new(TooOldPodmanRule, $"{what} needs podman {since}, {host.Name} says {host.Podman}")
        {
            Primary = (needed ?? declared) is { } place ? new Label(place, $"becomes {what}") : null,
            Related = needed is not null && declared is { } version ? [new Label(version, $"podman {host.Podman}")] : [],
            Why = ["Quadlet skips a unit with a key that it does not know: the service would be missing without an error"],
            Fixes = [$"upgrade {host.Name}, then hosts.{host.Name}.podman: \"{since}\"", "or drop what needs it"],
        };

    internal static Diagnostic ValueNotWritable(SourceSpan? place, string path, string reason) =>
        new(ValueNotWritableRule, $"{path} cannot be written into a unit: {reason}")
        {
            Primary = place is { } span ? new Label(span, reason) : null,
            Why = ["it would reach the container as something else, or not at all"],
            Fixes = ["put it into a script or a file that is mounted"],
        };
}
