using PodPlay.Changes;

namespace PodPlay.Boot;

/// <summary>The containers of services on a host, before a change and after it.</summary>
internal static class Containers
{
    /// <summary>When each was started; a job's is not there.</summary>
    public static Dictionary<string, string> Started(BootedHost host) =>
        host.Shell("podman ps --quiet --filter label=PODMAN_SYSTEMD_UNIT | xargs --no-run-if-empty podman inspect --format '{{.Name}} {{.State.StartedAt.UnixNano}}'")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(' ')).ToDictionary(w => w[0], w => w[1]);

    /// <summary>What was announced has stopped, started and restarted, and nothing else.</summary>
    public static void AssertHappened(HostChange change, Dictionary<string, string> was, Dictionary<string, string> now)
    {
        Assert.Equal(Of(UnitAction.Stop), was.Keys.Except(now.Keys).Order(StringComparer.Ordinal));
        Assert.Equal(Of(UnitAction.Start), now.Keys.Except(was.Keys).Order(StringComparer.Ordinal));
        Assert.Equal(Of(UnitAction.Restart), was.Keys.Intersect(now.Keys).Where(n => was[n] != now[n]).Order(StringComparer.Ordinal));
        string[] Of(UnitAction action) => [.. change.With(action).Select(u => u.Name[..^".service".Length]).Where(n => was.ContainsKey(n) || now.ContainsKey(n))];
    }
}
