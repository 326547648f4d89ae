using System.Collections.Immutable;
using PodPlay.Diagnostics;
using PodPlay.Spec;
using PodPlay.Text;

namespace PodPlay.Model.Resolve;

/// <summary>The hosts, without their zones and services.</summary>
internal static class HostResolver
{
    public static ImmutableArray<Host> Resolve(PodPlaySpec spec, ImmutableArray<Source> sources, DiagnosticBag diagnostics) =>
        [.. spec.Hosts.Select(h => HostOf(h, sources, diagnostics)).OrderBy(h => h.Name, StringComparer.Ordinal)];

    private static Host HostOf(HostSpec spec, ImmutableArray<Source> sources, DiagnosticBag diagnostics)
    {
        if (spec.Rootless is { IsShort: true } rootless)
            diagnostics.Report(Diagnose.RootlessUidMissing(rootless.User, spec.Name.Value));
        return new Host
        {
            Name = spec.Name.Value,
            Addresses = [.. spec.Addresses.Select(a => Address.Parse(a.Value)).OfType<Address>().Distinct()],
            Podman = VersionOf(spec.Podman, diagnostics),
            // The uid is a stand-in where the short form does not say it: that is an error, and nothing will be written.
            Rootless = spec.Rootless is { } user ? new(user.User.Value, user.Uid?.Value ?? 1000) : null,
            Uplink = spec.Uplink?.Value,
            Admin = spec.Ssh?.Value == "none" ? null : new AdminAccess(Rules.Number(spec.Ssh?.Value ?? "22") ?? 22, SourceNamed(spec.AdminFrom, sources, diagnostics)),
            Sysctl = [.. spec.Sysctl.Select(s => Setting(s, $"hosts.{spec.Name.Value}")).OrderBy(s => s.Key, StringComparer.Ordinal)],
            TunedForThroughput = spec.Tuning is not null,
        };
    }

    /// <summary>A named source; null for the LAN, and after a diagnostic.</summary>
    internal static Source? SourceNamed(Spanned<string>? name, ImmutableArray<Source> sources, DiagnosticBag diagnostics)
    {
        if (name is not { } wanted || wanted.Value == "lan")
            return null;
        var found = sources.FirstOrDefault(s => s.Name == wanted.Value);
        if (found is null)
            diagnostics.Report(Diagnose.UnknownSource(wanted, sources.Select(s => s.Name)));
        return found;
    }

    internal static SysctlSetting Setting(SettingSpec spec, string owner) =>
        new(spec.Name.Value, spec.Value.Value, $"{owner}.sysctl.{spec.Name.Value}");

    private static PodmanVersion VersionOf(Spanned<string>? text, DiagnosticBag diagnostics)
    {
        if (text is not { } written || written.Value.Split('.') is not [var major, var minor])
            return PodmanVersion.Default;
        var version = new PodmanVersion(Rules.Number(major) ?? 0, Rules.Number(minor) ?? 0);
        if (version < PodmanVersion.Oldest || version > PodmanVersion.Newest)
            diagnostics.Report(Diagnose.PodmanUnsupported(written, version));
        return version;
    }
}
