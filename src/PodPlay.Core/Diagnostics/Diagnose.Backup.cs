using PodPlay.Model;
using PodPlay.Text;

namespace PodPlay.Diagnostics;

/// <summary>PP75x: timers, and what is saved.</summary>
public static partial class Diagnose
{
    public static readonly DiagnosticRule TimerUnreadableRule = DiagnosticRule.Error("PP750", "timer-unreadable");
    public static readonly DiagnosticRule BackupInsideRule = DiagnosticRule.Deny("PP751", "backup-inside");
    public static readonly DiagnosticRule BackupSharedRule = DiagnosticRule.Warning("PP752", "backup-shared");
    public static readonly DiagnosticRule DumpImpossibleRule = DiagnosticRule.Error("PP753", "dump-impossible");
    public static readonly DiagnosticRule BackupTwiceRule = DiagnosticRule.Error("PP754", "backup-twice");
    public static readonly DiagnosticRule BackupOfFolderRule = DiagnosticRule.Error("PP755", "backup-of-folder");
    public static readonly DiagnosticRule BackupTornRule = DiagnosticRule.Warning("PP756", "backup-torn");

    internal static Diagnostic TimerUnreadable(SourceSpan place, string calendar, string fix) =>
        new(TimerUnreadableRule, $"systemd cannot read `{calendar}` as a time")
        {
            Primary = new(place, "no calendar expression"),
            Why = ["a timer with such a line never runs; only the journal of the host would say so"],
            Fixes = [fix, "or days, date and time of day: Mon..Fri *-*-* 02:30:00; each may be left out", "see: systemd-analyze calendar EXPRESSION on any machine, systemd.time(7)"],
        };

    internal static Diagnostic BackupInside(SourceSpan place, string folder, string outer, string why, SourceSpan? mount) =>
        new(BackupInsideRule, $"backups in {folder} lie in what they shall save")
        {
            Primary = new(place, $"below {outer}"),
            Related = mount is { } m ? [new(m, "mounted here")] : [],
            Why = [why],
            Fixes = ["to: a folder of its own, best on another disk or another machine's: /srv/backup"],
        };

    internal static Diagnostic BackupShared(SourceSpan place, string volume, string folder, Host host, Host other, SourceSpan? otherPlace) =>
        new(BackupSharedRule, $"{host.Name} and {other.Name} both save a volume {volume} to {folder}")
        {
            Primary = new(place, "the same names"),
            Related = otherPlace is { } o ? [new(o, $"as on {other.Name}")] : [],
            Why = ["if the folder is one that both hosts mount, they remove each other's archives, and bring back each other's"],
            Fixes = [$"to: {folder}/{host.Name}"],
        };

    internal static Diagnostic DumpImpossible(SourceSpan place, Service service, string fault, string why, params string[] fixes) =>
        new(DumpImpossibleRule, $"{service.Name} cannot be saved like this: {fault}")
        {
            Primary = new(place, fault),
            Why = [why],
            Fixes = [.. fixes],
        };

    internal static Diagnostic BackupTwice(SourceSpan place, string volume, Service service, Service other, SourceSpan? otherPlace) =>
        new(BackupTwiceRule, $"{service.Name} and {other.Name} both say how {volume} is saved")
        {
            Primary = new(place, "a second time"),
            Related = otherPlace is { } o ? [new(o, "the first one")] : [],
            Why = ["the volume is one, and so is its timer"],
            Fixes = [$"remove one of them: that of {other.Name} stops {service.Name}, too, where it stops services"],
        };

    internal static Diagnostic BackupOfFolder(SourceSpan place, string folder) =>
        new(BackupOfFolderRule, $"{folder} is a folder of the host, not a volume of podman's")
        {
            Primary = new(place, "only named volumes are saved"),
            Why = ["podman exports and imports volumes that it knows by name; a folder is what the host's own backup saves"],
            Fixes = ["a named volume instead of the folder", "or leave the folder to the backup of the host"],
        };

    internal static Diagnostic BackupTorn(SourceSpan place, string volume, string writers) =>
        new(BackupTornRule, $"{volume} is copied while {writers} may write into it")
        {
            Primary = new(place, "stop: false without a dump"),
            Why = ["a file that is written during the copy is saved half old and half new; a database does not start from such files"],
            Fixes = ["stop: true, at a time when nobody minds", "or dump: and load:, commands of the program itself"],
        };
}
