using PodPlay.Artefacts;
using PodPlay.Artefacts.Handoff;
using PodPlay.Artefacts.Nftables;
using PodPlay.Drift.Reports;

namespace PodPlay.Drift;

/// <summary>Units as systemd sees them: whether they run and come back by themselves, and whether somebody put something in front of them.</summary>
internal static class UnitDrift
{
    public static IEnumerable<Deviation> Of(DriftTarget target, HostReport report, FileStates states) =>
        from unit in target.Units
        let reported = report.Unit(unit.Name)
        where reported is not null && report.File(unit.Path).Kind != "missing"
        from deviation in Of(unit, reported, target, states.IsAsSpec(unit.Path))
        select deviation;

    private static IEnumerable<Deviation> Of(HostUnit unit, ReportedUnit reported, DriftTarget target, bool isAsSpec)
    {
        if (State(unit, reported, target, isAsSpec) is var (what, cure))
            yield return new(DriftKind.Changed, $"unit {unit.Name}", what, target.PathOf(unit.Path), cure);
        foreach (var path in reported.InFront(unit.Path))
            yield return new(DriftKind.Extra, $"file {path}", $"overrides {unit.Name}", target.PathOf(unit.Path), $"remove it and {Systemctl(unit, target, "daemon-reload")}, or say in the spec what it says");
    }

    private static (string What, string Cure)? State(HostUnit unit, ReportedUnit reported, DriftTarget target, bool isAsSpec)
    {
        string Do(string verb) => Systemctl(unit, target, $"{verb} {unit.Name}");
        var isDisabled = reported.FileState == "disabled" && unit.Kind is (EffectKind.Enable or EffectKind.Firewall);
        var isDown = reported.Active == "failed" || (RunsAlways(unit) && reported.Active is not ("active" or "activating" or "reloading"));
        if (reported.Load == "masked")
            return ("is masked: nothing can start it", $"{Do("unmask")} && {Do("start")}");
        if (reported.Load == "not-found")
            return ("is unknown to systemd, though its file is there", Systemctl(unit, target, "daemon-reload"));
        if (reported.Load != "loaded")
            return ($"cannot be loaded: {reported.Load}", Do("status"));
        if (isDisabled)
            return ($"is disabled{(isDown ? $" and {reported.Active}" : "")}: it does not come back with the next start of the host", Do("enable --now"));
        if (isDown)
            return ($"is {reported.Active}", RunsAlways(unit) ? Do("start") : $"{Do("status")}; when it is mended: {Do("reset-failed")}");
        return isAsSpec && reported.NeedsReload ? ("changed after systemd had read it", $"{Systemctl(unit, target, "daemon-reload")} && {Do("restart")}") : null;
    }

    private static bool RunsAlways(HostUnit unit) => unit.Kind is EffectKind.Restart or EffectKind.Enable or EffectKind.Firewall;

    private static string Systemctl(HostUnit unit, DriftTarget target, string arguments) => unit.Name == NftablesArtefact.Unit ? $"systemctl {arguments}" : target.Systemctl(arguments);
}
