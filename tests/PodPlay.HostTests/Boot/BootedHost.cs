using System.Text;
using PodPlay.Testing.Tools;

namespace PodPlay.Boot;

/// <summary>A Debian 13 that runs.</summary>
/// <param name="Init">Its first process, as the machine room sees it.</param>
internal sealed record BootedHost(MachineRoom Room, string Name, int Init)
{
    // In a control group of the host: logind refuses whom it cannot place ("Protocol driver not attached").
    private const string InGroup = "mkdir -p /sys/fs/cgroup/lab && echo $$ >/sys/fs/cgroup/lab/cgroup.procs && exec \"$@\"";

    // For what hangs, not for what is slow: the machine may have other work.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>The words in front of a command that runs in it, for somebody in its machine room.</summary>
    public IReadOnlyList<string> Enter => ["nsenter", "--target", $"{Init}", "--all", "--", "sh", "-c", InGroup, "enter"];

    public ToolResult Run(IReadOnlyList<string> command, string? input = null, TimeSpan? timeout = null) => Room.Run([.. Enter, .. command], input, timeout ?? Patience);

    /// <summary>A script of its shell; what it printed.</summary>
    /// <exception cref="Xunit.Sdk.XunitException">It failed.</exception>
    public string Shell(string script, string? input = null, TimeSpan? timeout = null)
    {
        var result = Run(["sh", "-euc", script], input, timeout);
        Assert.True(result.ExitCode == 0, $"{Name}: {result}");
        return result.Output;
    }

    /// <summary>As a user copies it: the host's tree and the script beside it, into root's folder <c>podplay</c>; what was there goes.</summary>
    /// <param name="files">Of all hosts, by path below the output folder.</param>
    public void Receive(IReadOnlyDictionary<string, byte[]> files)
    {
        var own = files.Where(f => f.Key.StartsWith($"{Name}/", StringComparison.Ordinal) || f.Key.StartsWith($"{Name}.", StringComparison.Ordinal));
        using var tree = TempTree.Of([.. own.Select(f => (f.Key, Encoding.UTF8.GetString(f.Value)))]);
        var packed = Room.Run(["sh", "-c", $"rm -rf /proc/{Init}/root/root/podplay && mkdir /proc/{Init}/root/root/podplay && tar -C {tree.Root} -cf - . | tar -C /proc/{Init}/root/root/podplay -xf -"]);
        Assert.True(packed.ExitCode == 0, packed.ToString());
    }

    /// <summary>Takes away what was installed; images, secrets and volumes stay.</summary>
    public void Empty(string systemctl = "systemctl") => Shell(
        $$"""
        cd /
        paths=$(sed -n 's/^[0-9a-f]\{64\}  //p' etc/podplay/MANIFEST)
        units=$(printf '%s\n' $paths | sed -n 's#^etc/systemd/system/##p')
        made=$(printf '%s\n' $paths | sed -n 's#^etc/containers/systemd/.*/##; s#^etc/containers/systemd/##; s#[.]container$#.service#p; s#[.]network$#-network.service#p')
        systemctl disable --quiet --now $units
        {{systemctl}} stop $made
        {{systemctl}} reset-failed $made 2>/dev/null || true
        sed -i '/^[^#]/d' etc/podplay/hosts
        sh etc/podplay/merge-hosts.sh
        rm -rf $paths etc/podplay var/lib/podplay
        systemctl daemon-reload
        """);

    /// <summary>The script that brings the tree onto the host.</summary>
    public ToolResult Apply(params IReadOnlyList<string> options) => Run(["sh", $"/root/podplay/{Name}.apply.sh", .. options]);
}
