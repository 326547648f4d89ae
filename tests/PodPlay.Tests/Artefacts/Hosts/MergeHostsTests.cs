using PodPlay.Artefacts.Hosts;
using PodPlay.Testing;
using PodPlay.Testing.Tools;

namespace PodPlay.Tests.Artefacts.Hosts;

/// <summary>The script that brings the block into /etc/hosts, run by dash and by busybox.</summary>
public sealed class MergeHostsTests
{
    private const string Own = "127.0.0.1\tlocalhost\n127.0.1.1\tmain.home.arpa main\n\n# mine\n192.168.1.5 printer\n";
    private const string Above = "127.0.0.1 localhost\n127.0.1.1 main\n";
    private const string Below = "# mine\n192.168.1.5 printer\n";
    private const string Stale = "# BEGIN podplay\n10.0.0.1 gone\n# END podplay\n";

    private static readonly SortedDictionary<string, string> Files = Rendered.By(new HostsArtefact(), HostsNetworks.Build());
    private static readonly string Text = Files["main/etc/podplay/hosts"];
    private static readonly string Block = Text[Text.IndexOf("# BEGIN podplay\n", StringComparison.Ordinal)..];

    public static TheoryData<string> Shells => ["dash", "busybox sh", "bash --posix"];

    [ToolTheory(Debian.Trixie)]
    [MemberData(nameof(Shells))]
    public void The_block_comes_below_what_is_there_and_a_second_run_changes_nothing(string shell)
    {
        var result = Run(shell, Own, "$MERGE; stat -c %i /etc/hosts >/tmp/1; $MERGE; stat -c %i /etc/hosts | cmp - /tmp/1 && cat /etc/hosts");
        Assert.Equal(Own + Block, result.Output);
    }

    [ToolTheory(Debian.Trixie)]
    [MemberData(nameof(Shells))]
    public void An_old_block_is_replaced_where_it_stands(string shell) =>
        Assert.Equal(Above + Block + Below, Run(shell, Above + Stale + Below, "$MERGE; cat /etc/hosts").Output);

    [ToolFact]
    public void Carriage_returns_behind_the_marks_do_not_hide_them() =>
        Assert.Equal(Above + Block + Below, Run("dash", Above + Stale.Replace("\n", "\r\n", StringComparison.Ordinal) + Below, "$MERGE; cat /etc/hosts").Output);

    [ToolFact]
    public void Lines_of_others_keep_their_bytes()
    {
        const string Odd = "127.0.0.1 localhost\r\n\t# J\u00f6rg's   \n 10.0.0.1   a\tb \n";
        Assert.Equal(Odd + Block, Run("dash", Odd, "$MERGE; cat /etc/hosts").Output);
    }

    [ToolFact]
    public void A_last_line_without_its_end_does_not_swallow_the_mark() =>
        Assert.Equal("127.0.0.1 localhost\n" + Block, Run("dash", "127.0.0.1 localhost", "$MERGE; cat /etc/hosts").Output);

    [ToolTheory(Debian.Trixie)]
    [InlineData("# BEGIN podplay\n10.0.0.1 a\n")]
    [InlineData("10.0.0.1 a\n# END podplay\n")]
    [InlineData("# END podplay\n10.0.0.1 a\n# BEGIN podplay\n")]
    [InlineData(Stale + Stale)]
    [InlineData("# BEGIN podplay\n# BEGIN podplay\n10.0.0.1 a\n# END podplay\n")]
    public void Damaged_marks_are_left_to_a_person(string marks)
    {
        var result = Run("dash", Own + marks, "$MERGE || echo \"code $?\"; cat /etc/hosts");
        Assert.Equal($"code 2\n{Own}{marks}", result.Output);
        Assert.Contains("damaged", result.Error, StringComparison.Ordinal);
    }

    [ToolFact]
    public void Check_tells_and_changes_nothing()
    {
        var result = Run("dash", Own, "$MERGE --check; echo \"code $?\"; cmp /etc/hosts /tmp/own && $MERGE; $MERGE --check; echo \"code $?\"", "cp /etc/hosts /tmp/own");
        Assert.Equal("code 1\ncode 0\n", result.Output);
    }

    [ToolFact]
    public void Mode_and_owner_stay()
    {
        var result = Run("dash", Own, "$MERGE; stat -c '%a %u:%g' /etc/hosts; ls /etc | grep -c podplay-new", "chmod 640 /etc/hosts; chown 3:4 /etc/hosts");
        Assert.Equal("640 3:4\n0\n", result.Output);
    }

    [ToolFact]
    public void A_mounted_file_is_written_in_place()
    {
        var result = Run("dash", Own, "$MERGE; echo \"code $?\"; cat /etc/hosts; cmp /etc/hosts /tmp/mounted", "cp /etc/hosts /tmp/mounted; mount --bind /tmp/mounted /etc/hosts");
        Assert.Equal($"code 0\n{Own}{Block}", result.Output);
    }

    [ToolFact]
    public void A_link_stays_a_link()
    {
        var result = Run("dash", Own, "$MERGE; readlink /etc/hosts; cat /tmp/real", "mv /etc/hosts /tmp/real; ln -s /tmp/real /etc/hosts");
        Assert.Equal($"/tmp/real\n{Own}{Block}", result.Output);
    }

    [ToolTheory(Debian.Trixie)]
    [InlineData("rm /etc/podplay/hosts", "cannot read /etc/podplay/hosts")]
    [InlineData("echo >/etc/podplay/hosts", "has no block")]
    public void Without_a_block_nothing_is_taken_away(string prepare, string words)
    {
        var result = Run("dash", Above + Stale, "$MERGE || echo \"code $?\"; cat /etc/hosts", prepare);
        Assert.Equal($"code 2\n{Above}{Stale}", result.Output);
        Assert.Contains(words, result.Error, StringComparison.Ordinal);
    }

    /// <param name="script">Shell; <c>$MERGE</c> runs the script that is tested.</param>
    private static ToolResult Run(string shell, string hosts, string script, string prepare = ":")
    {
        using var tree = TempTree.Of(("etc/hosts", hosts), ("etc/podplay/hosts", Text), ("etc/podplay/merge-hosts.sh", Files["main/etc/podplay/merge-hosts.sh"]));
        return InRoot.Script(Debian.Trixie, tree.Root, $"MERGE='{shell} /etc/podplay/merge-hosts.sh'\n{prepare}\n{script}");
    }
}
