using System.Collections.Immutable;

namespace PodPlay.Diagnostics;

/// <summary>PP760 to PP768: reports of hosts, for <c>podplay drift</c>.</summary>
public static partial class Diagnose
{
    public static readonly DiagnosticRule ReportUnreadableRule = DiagnosticRule.Error("PP760", "report-unreadable");
    public static readonly DiagnosticRule NotAReportRule = DiagnosticRule.Error("PP761", "not-a-report");
    public static readonly DiagnosticRule ReportFormatRule = DiagnosticRule.Error("PP762", "report-format");
    public static readonly DiagnosticRule ReportDamagedRule = DiagnosticRule.Error("PP763", "report-damaged");
    public static readonly DiagnosticRule ReportUnknownHostRule = DiagnosticRule.Error("PP764", "report-unknown-host");
    public static readonly DiagnosticRule ReportTwiceRule = DiagnosticRule.Error("PP765", "report-twice");
    public static readonly DiagnosticRule ReportTooLargeRule = DiagnosticRule.Error("PP766", "report-too-large");
    public static readonly DiagnosticRule ReportMissingRule = DiagnosticRule.Error("PP767", "report-missing");
    public static readonly DiagnosticRule ReportElsewhereRule = DiagnosticRule.Error("PP768", "report-elsewhere");

    private const string HowToCollect = "ssh root@HOST sh -s <output/HOST.collect.sh >HOST.report";

    internal static Diagnostic ReportUnreadable(string path, string reason) =>
        new(ReportUnreadableRule, $"cannot read {path}: {reason}")
        {
            Path = path,
            Fixes = [$"a report is made by: {HowToCollect}"],
        };

    internal static Diagnostic NotAReport(string path) =>
        new(NotAReportRule, $"{path} is not a report of a host")
        {
            Path = path,
            Why = ["a report begins with `podplay report 1`"],
            Fixes = [$"make one: {HowToCollect}", "PowerShell's > writes UTF-16: redirect in another shell"],
        };

    internal static Diagnostic ReportFormat(string path, int format) =>
        new(ReportFormatRule, $"{path} is a report of format {Number(format)}, this podplay reads 1")
        {
            Path = path,
            Fixes = ["collect with the script that this podplay writes", "or upgrade podplay"],
        };

    internal static Diagnostic ReportDamaged(string path, int line) =>
        new(ReportDamagedRule, $"{path} is not what the script printed: line {Number(line)}")
        {
            Path = path,
            Why = ["a report ends with a hash of all its lines; what does not fit it says nothing about the host"],
            Fixes = [$"collect again: {HowToCollect}"],
        };

    internal static Diagnostic ReportCutShort(string path, int line) =>
        new(ReportDamagedRule, $"{path} ends in the middle of a report, with line {Number(line)}")
        {
            Path = path,
            Why = ["the script was interrupted, or the connection, or the disk is full"],
            Fixes = [$"collect again: {HowToCollect}"],
        };

    internal static Diagnostic ReportUnknownHost(string? path, string host, IEnumerable<string> known, string? near) =>
        new(ReportUnknownHostRule, $"{host} is not a host of the spec")
        {
            Path = path,
            Fixes = [.. near is null ? Array.Empty<string>() : [$"did you mean {near}?"], $"hosts of the spec: {string.Join(", ", known)}"],
        };

    internal static Diagnostic ReportTwice(string host, ImmutableArray<string> paths) =>
        new(ReportTwiceRule, $"there is more than one report of {host}")
        {
            Path = paths[0],
            Why = ["which of them is newer podplay does not know: it reads no clock"],
            Fixes = [$"leave all but one out: {string.Join(", ", paths)}"],
        };

    internal static Diagnostic ReportTooLarge(string path, int limit) =>
        new(ReportTooLargeRule, $"{path} is larger than {Number(limit / 1024 / 1024)} MiB")
        {
            Path = path,
            Why = ["the report of a host with a thousand containers has a tenth of that"],
            Fixes = [$"make one: {HowToCollect}"],
        };

    internal static Diagnostic ReportMissing(string host, ImmutableArray<string> found) =>
        new(ReportMissingRule, $"there is no report of {host}")
        {
            Why = [$"there are reports of: {string.Join(", ", found)}"],
            Fixes = [$"make one: {HowToCollect.Replace("HOST", host, StringComparison.Ordinal)}"],
        };

    internal static Diagnostic ReportElsewhere(string path, string host, string addresses) =>
        new(ReportElsewhereRule, $"{path} says that it is of {host}, and was made on a machine with none of its addresses")
        {
            Path = path,
            Why = [$"{host} has {addresses} in the spec"],
            Fixes = [$"run {host}.collect.sh on {host}", "or correct its address in the spec"],
        };
}
