using PodPlay.Artefacts.Sysctl;
using PodPlay.Drift.Reports;

namespace PodPlay.Drift;

/// <summary>Kernel settings: the value in force against that of the spec.</summary>
internal static class SettingDrift
{
    public static IEnumerable<Deviation> Of(DriftTarget target, HostReport report, FileStates states)
    {
        if (!states.IsAsSpec(DriftTarget.SettingsPath))
            yield break;
        foreach (var setting in HostSettings.Of(target.Host))
        {
            var key = SysctlName.Parse(setting.Key).ToString();
            if (report.Settings.FirstOrDefault(s => s.Key == key) is not { } found || (found.IsThere && found.Value == Words(setting.Value)))
                continue;
            yield return new(
                DriftKind.Changed,
                $"setting {key}",
                found.IsThere ? $"is {found.Value}, not {Words(setting.Value)}" : "is unknown to this kernel: its module is not loaded",
                setting.Path,
                $"/usr/lib/systemd/systemd-sysctl /{DriftTarget.SettingsPath}; grep -r {key} /etc/sysctl.d shows who else sets it");
        }
    }

    // The kernel puts tabs between numbers, and people what they like.
    private static string Words(string value) => string.Join(' ', value.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries));
}
