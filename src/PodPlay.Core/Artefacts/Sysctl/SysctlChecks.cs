using PodPlay.Diagnostics;
using PodPlay.Model;
using PodPlay.Text;

namespace PodPlay.Artefacts.Sysctl;

/// <summary>Are the settings of the spec possible where they stand? Each value is looked at where it is written.</summary>
public static class SysctlChecks
{
    /// <param name="placeOf">From a spec path to its value; no place, no finding.</param>
    /// <param name="keyOf">From a spec path to its key, for what is wrong about the key.</param>
    public static void CheckHost(Host host, Func<string, SourceSpan?> placeOf, Func<string, SourceSpan?> keyOf, DiagnosticBag diagnostics)
    {
        foreach (var setting in host.Sysctl)
        {
            if (placeOf(setting.Path) is not { } place || keyOf(setting.Path) is not { } name || CheckKnown(setting, place, name, diagnostics) is not { } key)
                continue;
            if (TurnsForwardingOff(host, setting))
                diagnostics.Report(Diagnose.ForwardingOff(place, setting.Key));
            if (key.ConcernsPrograms && host.Services.Where(s => !s.IsOnHostNetwork && !s.Sysctl.Any(own => IsSame(own, setting))).ToArray() is { Length: > 0 } unaware)
                diagnostics.Report(Diagnose.SysctlNotInherited(name, setting, [.. unaware.Select(s => s.Name)]));
            foreach (var doubt in SysctlDoubts.About(setting.Key, setting.Value))
                diagnostics.Report(Diagnose.SysctlDoubtful(place, setting, doubt, key));
        }
    }

    /// <inheritdoc cref="CheckHost"/>
    public static void CheckService(Service service, Func<string, SourceSpan?> placeOf, Func<string, SourceSpan?> keyOf, DiagnosticBag diagnostics)
    {
        foreach (var setting in service.Sysctl)
        {
            if (placeOf(setting.Path) is not { } place || keyOf(setting.Path) is not { } name || CheckKnown(setting, place, name, diagnostics) is not { } key)
                continue;
            if (key.Scope == SysctlScope.Host)
                diagnostics.Report(Diagnose.SysctlNotNamespaced(name, setting, service));
            else if (key.Scope == SysctlScope.Network && service.IsOnHostNetwork)
                diagnostics.Report(Diagnose.SysctlOfHostNetwork(name, setting, service));
            else if (setting.Value.Contains(',', StringComparison.Ordinal))
                diagnostics.Report(Diagnose.SysctlComma(place, setting));
            foreach (var doubt in SysctlDoubts.About(setting.Key, setting.Value))
                diagnostics.Report(Diagnose.SysctlDoubtful(place, setting, doubt, key));
        }
    }

    private static SysctlKey? CheckKnown(SysctlSetting setting, SourceSpan place, SourceSpan name, DiagnosticBag diagnostics)
    {
        var key = SysctlKeys.Find(setting.Key);
        if (key is null)
            diagnostics.Report(Diagnose.SysctlUnknown(name, setting.Key, SysctlKeys.Suggest(setting.Key)));
        else if (!key.Value.Accepts(setting.Value))
            diagnostics.Report(Diagnose.SysctlValue(place, setting.Key, key));
        else
            return key;
        return null;
    }

    private static bool TurnsForwardingOff(Host host, SysctlSetting setting) =>
        host.Rootless is null && setting.Value.Trim() == "0" && SysctlName.Parse(setting.Key).ToString() switch
        {
            "net.ipv4.ip_forward" or "net.ipv4.conf.all.forwarding" => host.Zones.Any(z => z.SubnetOf(Family.IPv4) is not null),
            "net.ipv6.conf.all.forwarding" => host.Zones.Any(z => z.SubnetOf(Family.IPv6) is not null),
            _ => false,
        };

    private static bool IsSame(SysctlSetting one, SysctlSetting other) => SysctlName.Parse(one.Key).ToString() == SysctlName.Parse(other.Key).ToString();
}
