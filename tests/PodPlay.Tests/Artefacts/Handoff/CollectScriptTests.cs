using PodPlay.Testing;
using PodPlay.Testing.Tools;

namespace PodPlay.Artefacts.Handoff;

/// <summary>The script that describes a host: what it may not do, and what it may not tell.</summary>
public sealed class CollectScriptTests
{
    [Fact]
    public void No_value_of_an_environment_or_command_of_the_spec_is_in_it() => Assert.All(InMemory.Names, name =>
    {
        var network = InMemory.Compile(InMemory.Text(name), InMemory.Lock(name)).Network!;
        var files = InMemory.RenderNamed(name);
        foreach (var host in network.Hosts)
        {
            var script = files[$"{host.Name}.collect.sh"];
            Assert.All(host.Services.SelectMany(s => s.Environment.Select(e => e.Value).Append(s.Command)).OfType<string>().Where(v => v.Length > 6), v => Assert.DoesNotContain(v, script, StringComparison.Ordinal));
            Assert.DoesNotContain(".Config.Env", script, StringComparison.Ordinal);
            Assert.DoesNotContain(".Config.Cmd", script, StringComparison.Ordinal);
        }
    });

    [Fact]
    public void It_writes_nowhere() => Assert.All(Scripts(), script =>
    {
        // Without comments and the list of files.
        var code = script.Split('\n').Where(l => !l.TrimStart().StartsWith('#') && !l.StartsWith("etc/", StringComparison.Ordinal)).ToList();
        // What is redirected is thrown away, or complains.
        Assert.All(code.Where(l => l.Contains('>', StringComparison.Ordinal)), l => Assert.Matches(@"(>/dev/null|2>/dev/null|>&2|getline line <group\) > 0)", l));
        Assert.All(code, l => Assert.DoesNotMatch(@"\b(rm|mv|cp|tee|install|ln|mkdir|touch|chmod|chown|mktemp|sysctl -w|nft (add|delete|flush)|podman (rm|run|create|pull|exec)|systemctl (start|stop|restart|reload|enable|disable|mask))\b", l));
        // The one ruleset that is loaded goes into a namespace of its own.
        Assert.All(code.Where(l => l.Contains("nft -f", StringComparison.Ordinal)), l => Assert.Contains("unshare --net sh -c \"nft -f", l, StringComparison.Ordinal));
    });

    [Fact]
    public void Whoever_is_not_root_is_told_so()
    {
        var run = ProcessRunner.Run(["sh", "-c", "[ \"$(id -u)\" != 0 ] || exec setpriv --reuid=65534 --clear-groups sh -s; exec sh -s"], Scripts().First());
        Assert.Equal((2, "collect: root is needed\n"), (run.ExitCode, run.Error));
    }

    private static IEnumerable<string> Scripts() => InMemory.Names.SelectMany(n => InMemory.RenderNamed(n).Where(f => f.Key.EndsWith(".collect.sh", StringComparison.Ordinal))).Select(f => f.Value);
}
