using System.Collections.Immutable;
using PodPlay.Diagnostics;
using PodPlay.Model;
using PodPlay.Text;

namespace PodPlay.Drift.Reports;

/// <summary>The reports that are compared: one for each host, of hosts that the spec has, and made on them.</summary>
public static class ReportChoice
{
    /// <param name="reports">With the path that each came from.</param>
    /// <param name="only">A host; null: all that there are reports of.</param>
    public static ImmutableArray<HostReport> Of(IReadOnlyList<(string Path, HostReport Report)> reports, Network network, string? only, DiagnosticBag diagnostics)
    {
        var names = network.Hosts.Select(h => h.Name).ToList();
        if (only is not null && !names.Contains(only))
            diagnostics.Report(Diagnose.ReportUnknownHost(null, only, names, Suggestion.For(only, names)));
        foreach (var (path, report) in reports.Where(r => only is null || r.Report.Host == only))
        {
            if (network.Hosts.FirstOrDefault(h => h.Name == report.Host) is not { } host)
                diagnostics.Report(Diagnose.ReportUnknownHost(path, report.Host, names, Suggestion.For(report.Host, names)));
            else if (!host.Addresses.Any(a => report.Addresses.Contains(a.ToString())))
                diagnostics.Report(Diagnose.ReportElsewhere(path, host.Name, string.Join(", ", host.Addresses)));
        }
        foreach (var twice in reports.GroupBy(r => r.Report.Host).Where(g => g.Count() > 1))
            diagnostics.Report(Diagnose.ReportTwice(twice.Key, [.. twice.Select(r => r.Path).Distinct()]));
        var chosen = reports.Select(r => r.Report).Where(r => only is null || r.Host == only).OrderBy(r => r.Host, StringComparer.Ordinal).ToImmutableArray();
        if (chosen.IsEmpty && !diagnostics.HasErrors)
            diagnostics.Report(Diagnose.ReportMissing(only!, [.. reports.Select(r => r.Report.Host)]));
        return chosen;
    }
}
