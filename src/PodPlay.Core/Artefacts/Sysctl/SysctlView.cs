using System.Collections.Immutable;
using PodPlay.Model;

namespace PodPlay.Artefacts.Sysctl;

/// <summary>What <c>sysctl.sbn</c> and <c>modules.sbn</c> see.</summary>
internal static class SysctlView
{
    public static View Of(ImmutableArray<SysctlSetting> settings) => new()
    {
        { "header", Header.Lines("a file of your own beside this one, later in the alphabet") },
        { "settings", settings.Select(Setting) },
    };

    /// <summary>Modules that bring keys: without them systemd-sysctl leaves the keys out at boot, and says nothing.</summary>
    public static IEnumerable<View> Modules(ImmutableArray<SysctlSetting> settings) =>
        from setting in settings
        let key = SysctlKeys.Find(setting.Key)
        where key is { Module: not null, OnlyIfLoaded: false }
        group setting by key.Module into module
        orderby module.Key
        select new View { { "name", module.Key }, { "paths", string.Join(", ", module.Select(s => s.Path)) } };

    private static View Setting(SysctlSetting setting)
    {
        var key = SysctlKeys.Find(setting.Key);
        return new()
        {
            { "path", setting.Path },
            { "why", key?.Why ?? "not in podplay's table of keys." },
            { "doubts", SysctlDoubts.About(setting.Key, setting.Value) },
            { "prefix", key?.OnlyIfLoaded == true ? "-" : "" },
            { "key", setting.Key },
            { "value", Quote.SysctlValue(setting.Value) },
        };
    }
}
