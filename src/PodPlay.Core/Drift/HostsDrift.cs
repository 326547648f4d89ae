using PodPlay.Drift.Reports;

namespace PodPlay.Drift;

/// <summary>The block of podplay in /etc/hosts.</summary>
internal static class HostsDrift
{
    private const string Begin = "# BEGIN podplay";

    public static IEnumerable<Deviation> Of(DriftTarget target, HostReport report, FileStates states)
    {
        if (!states.IsAsSpec(DriftTarget.HostsPath))
            yield break;
        var wanted = target.HostsFile.Split('\n', StringSplitOptions.RemoveEmptyEntries).SkipWhile(l => l != Begin).ToList();
        if (wanted.SequenceEqual(report.HostsBlock))
            yield break;
        yield return new(
            DriftKind.Changed,
            "file /etc/hosts",
            report.HostsBlock.IsEmpty ? "has no block of podplay" : "has another block of podplay than /etc/podplay/hosts",
            target.Path,
            "sh /etc/podplay/merge-hosts.sh; names of your own stand outside the marks")
        {
            Lines = report.HostsBlock.IsEmpty ? [] : [.. wanted.Except(report.HostsBlock).Select(l => $"- {l}"), .. report.HostsBlock.Except(wanted).Select(l => $"+ {l}")],
        };
    }
}
