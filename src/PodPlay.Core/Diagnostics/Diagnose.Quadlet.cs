using PodPlay.Model;
using PodPlay.Text;

namespace PodPlay.Diagnostics;

/// <summary>The catalogue: one method for each code, whose name is the fault.</summary>
public static partial class Diagnose
{
    public static readonly DiagnosticRule TooOldPodmanRule = DiagnosticRule.Error("PP706", "too-old-podman");

    public static readonly DiagnosticRule UnitNameTakenRule = DiagnosticRule.Error("PP709", "unit-name-taken");

    public static readonly DiagnosticRule ValueNotWritableRule = DiagnosticRule.Error("PP710", "value-not-writable");

    /// <param name="what">The key, with its value where only that is newer: <c>AddHost=</c>, <c>Notify=healthy</c>.</param>
    /// <param name="since">The first podman that reads it.</param>
    public static Diagnostic TooOldPodman(SourceSpan? needed, SourceSpan? declared, Host host, string what, PodmanVersion since) =>
        new(TooOldPodmanRule, $"{what} needs podman {since}, {host.Name} says {host.Podman}")
        {
            Primary = (needed ?? declared) is { } place ? new Label(place, $"is written as {what}") : null,
            Related = needed is not null && declared is { } version ? [new Label(version, $"podman {host.Podman}")] : [],
            Why = ["Quadlet skips a unit with a key that it does not know: the service would be missing without an error"],
            Fixes = [$"upgrade podman on {host.Name}, then hosts.{host.Name}.podman: \"{since}\"", "or drop what needs it"],
        };

    public static Diagnostic UnitNameTaken(SourceSpan? again, SourceSpan? first, string systemdName, string firstFile, string againFile) =>
        new(UnitNameTakenRule, $"{firstFile} and {againFile} both become {systemdName}")
        {
            Primary = again is { } place ? new Label(place, $"becomes {systemdName}") : null,
            Related = first is { } other ? [new Label(other, $"becomes {systemdName} too")] : [],
            Why = ["Quadlet writes both, and the second one replaces the first without a word"],
            Fixes = ["rename one of them"],
        };

    public static Diagnostic ValueNotWritable(SourceSpan? place, string path, string value, string reason) =>
        new(ValueNotWritableRule, $"{path} cannot be written into a unit: {reason}")
        {
            Primary = place is { } span ? new Label(span, reason) : null,
            Why = [$"`{Printable(value)}` would reach the container as something else, or not at all"],
            Fixes = ["write it without that, or put it into a file that is mounted"],
        };

    private static string Printable(string value) => new([.. value.Select(c => char.IsControl(c) ? '?' : c)]);
}
