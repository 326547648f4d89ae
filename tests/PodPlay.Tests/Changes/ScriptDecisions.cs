using System.Text;
using PodPlay.Artefacts.Quadlet;
using PodPlay.Testing.Tools;

namespace PodPlay.Changes;

/// <summary>
/// What HOST.apply.sh decides on hosts that run an earlier state: its own functions, in a Debian root that has that state's files. What runs there
/// is told to them instead of asked of systemd; on booted hosts the tests of changes run all of the script.
/// </summary>
internal static class ScriptDecisions
{
    // Everything below its functions is what a run does.
    private const string FirstLineOfTheRun = "\n[ \"$(id -u)\" = 0 ]";

    private const string Decide = """

        services() {
            case $2 in
                --property=ActiveState) grep -Fqx -- "$4" "$case/up" && echo active || echo inactive ;;
                --property=RequiredBy) sed -n "s/^$4 //p" "$case/requiring" ;;
            esac
        }
        systemctl() { grep -Fqx -- "$3" "$case/up"; }
        rm -rf "$work"
        mkdir -p "$work"
        compare
        decide
        say "To do:"
        report

        """;

    /// <summary>The report of each case, in their order.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<(string Host, ChangeSide Before, ChangeSide After)> cases)
    {
        using var tree = new TempTree();
        foreach (var (number, (host, before, after)) in cases.Index())
            Write(tree, $"{number:D4}", host, before, after);
        var run = InRoot.Run(Debian.Trixie, null, ["bash", "-euc", $$"""
            shopt -s nullglob
            for case in {{tree.Root}}/*; do
                rm -rf /etc/podplay /etc/containers /etc/systemd /etc/nftables.d /etc/sysctl.d /etc/modules-load.d
                cp -r "$case/host/." /
                echo "== $case"
                case=$case sh "$case/script" --tree "$case/tree"
            done
            """], TimeSpan.FromMinutes(5), binds: [tree.Root]);
        Assert.True(run.ExitCode == 0, run.ToString());
        var reports = run.Output.Split("== ", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(cases.Count, reports.Length);
        return reports;
    }

    private static void Write(TempTree tree, string number, string host, ChangeSide before, ChangeSide after)
    {
        Directory.CreateDirectory(Path.Combine(tree.Root, number, "host"));
        foreach (var (path, content) in FilesOf(host, before))
            tree.Write($"{number}/host/{path}", content);
        foreach (var (path, content) in FilesOf(host, after))
            tree.Write($"{number}/tree/{path}", content);
        var script = Encoding.UTF8.GetString(after.Files[$"{host}.apply.sh"]);
        tree.Write($"{number}/script", script[..script.IndexOf(FirstLineOfTheRun, StringComparison.Ordinal)] + Decide);

        var units = QuadletUnits.Of(before.Network).Where(u => u.Host.Name == host).ToList();
        var up = units.Where(u => u.Kind is "network" or "timer" or "path" or "target" || u.IsRunningContainer()).Select(u => u.ServiceName())
            .Append(before.Network.Hosts.Any(h => h.Name == host) ? Artefacts.Nftables.NftablesArtefact.Unit : "");
        tree.Write($"{number}/up", string.Join('\n', up) + "\n");
        var requiring =
            from network in units
            where network.Kind == "network"
            select $"{network.ServiceName()} {string.Join(' ', units.Where(u => u.Values("Network").Any(n => n.Split(':')[0] == network.FileName)).Select(u => u.ServiceName()))}";
        tree.Write($"{number}/requiring", string.Join('\n', requiring) + "\n");
    }

    private static IEnumerable<(string Path, string Content)> FilesOf(string host, ChangeSide side) =>
        side.Files.Where(f => f.Key.StartsWith($"{host}/", StringComparison.Ordinal)).Select(f => (f.Key[(host.Length + 1)..], Encoding.UTF8.GetString(f.Value)));
}
