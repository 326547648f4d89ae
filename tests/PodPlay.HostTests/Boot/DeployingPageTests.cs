using PodPlay.Changes;
using PodPlay.Firewall;
using PodPlay.Testing;
using PodPlay.Testing.Tools;

namespace PodPlay.Boot;

/// <summary>docs/deploying.md shows what the script says on a real host, and what it tells people to type does it.</summary>
[Collection(SeedCollection.Name)]
public sealed class DeployingPageTests(SeedHosts hosts)
{
    public const string Page = "docs/deploying.md";

    private BootedHost Fast => hosts.Lab["fast"];

    [ToolFact(Debian.Trixie)]
    public void Transcripts_are_what_is_said()
    {
        hosts.Become(SeedHosts.Seed);
        GeneratedPart.IsCurrent(Page, "first", Transcript("fast.apply.sh", hosts.First!["fast"].Output));
        Fast.Receive(SeedHosts.Edited(("172.20.4.0/24", "172.20.8.0/24")).Files);
        var check = Fast.Apply("--check").Output;
        Fast.Receive(SeedHosts.Seed.Files);
        GeneratedPart.IsCurrent(Page, "check", Transcript("fast.apply.sh --check", check[..(check.IndexOf("\n--- ", StringComparison.Ordinal) + 1)]));
    }

    [ToolFact(Debian.Trixie)]
    public void What_is_typed_by_hand_does_what_the_script_does()
    {
        hosts.Become(SeedHosts.Seed);
        hosts.Lab.Clear();
        hosts.Forget();
        Fast.Receive(SeedHosts.Seed.Files);
        var install = Typed("hand");

        Type(Typed("hand-away"));
        Assert.Equal("", Fast.Shell(
            "podman ps --quiet; podman network ls --format '{{.Name}}' | grep podplay- || true; nft list tables | grep podplay || true; find /etc -path '*podplay*' ! -type d; grep podplay /etc/hosts || true; systemctl list-units --failed --no-legend"));

        Type(install);
        AssertIsAs(SeedHosts.Seed);
        GeneratedPart.IsCurrent(Page, "hand-check", Transcript("podplay/fast.apply.sh --check", Fast.Apply("--check").Output));

        var changed = SeedHosts.Edited(("lan: { rpc: 9000 }", "lan: { rpc: 9001 }"));
        Fast.Receive(changed.Files);
        Type([.. install[..^2], .. Typed("hand-change")]);
        AssertIsAs(changed);
        Assert.Contains("9001", Fast.Shell("nft list table inet podplay; podman inspect high-perf"), StringComparison.Ordinal);
    }

    private void AssertIsAs(ChangeSide side)
    {
        Assert.Equal("active\nactive\nactive\n", Fast.Shell("systemctl is-active podplay-firewall accelerated high-perf"));
        Fast.Receive(side.Files);
        Assert.EndsWith("Nothing to do.\n", Fast.Apply().Output, StringComparison.Ordinal);
    }

    // A shell of root's.
    private void Type(string[] commands) => Fast.Shell($"cd /root\n{string.Join('\n', commands)}", timeout: TimeSpan.FromMinutes(2));

    // The lines of a block of the page.
    private static string[] Typed(string name)
    {
        var page = File.ReadAllText(Repository.PathOf(Page));
        var block = page.Split($"<!-- run by tests: {name} -->\n```sh\n")[1].Split("\n```")[0];
        return block.Split('\n');
    }

    // How long a service takes is the machine's affair.
    private static string Transcript(string command, string output) =>
        $"```console\n# sh {command}\n{string.Join('\n', output.Split('\n').Where(l => !l.StartsWith("waiting for", StringComparison.Ordinal))).TrimEnd()}\n```";
}
