using PodPlay.Testing.Tools;

namespace PodPlay.Boot;

/// <summary>What the script looks at before it changes anything: each thing that a host may lack or have too much of is said, alone, with what to do.</summary>
[Collection(SeedCollection.Name)]
public sealed class PreflightTests(SeedHosts hosts)
{
    private const string Image = "localhost/podplay-high-perf:1.0.0";

    public static TheoryData<string> Titles => [.. Planted.Keys];

    private static Dictionary<string, (string Host, string Plant, string Undo, string Said)> Planted { get; } = new()
    {
        ["an older podman"] = ("fast", "printf '#!/bin/sh\\n[ \"$1\" != --version ] || { echo podman version 4.9.3; exit; }\\nexec /usr/bin/podman \"$@\"\\n' >/usr/local/sbin/podman; chmod 755 /usr/local/sbin/podman", "rm /usr/local/sbin/podman", "FAIL  podman is 4.9.3, the units are for 5.4"),
        ["no numbers for userns: auto"] = ("main", "sed -i.kept /^containers:/d /etc/subuid", "mv /etc/subuid.kept /etc/subuid", "FAIL  userns: auto needs a line in /etc/subuid: echo containers:2147483647:2147483648 >>/etc/subuid"),
        ["a secret is missing"] = ("main", "podman secret rm mail-dkim-key", "echo again | podman secret create mail-dkim-key -", "FAIL  secret mail-dkim-key is missing: podman secret create mail-dkim-key -"),
        ["an image that nobody has"] = ("fast", $"podman tag {Image} localhost/kept:1; podman untag {Image} {Image}", $"podman tag localhost/kept:1 {Image}; podman untag localhost/kept:1 localhost/kept:1", $"FAIL  image {Image} is not here and cannot be pulled"),
        ["a device is missing"] = ("fast", "mv /dev/vfio/1 /dev/vfio/kept", "mv /dev/vfio/kept /dev/vfio/1", "FAIL  device /dev/vfio/1 is missing on this host"),
        ["a flush of every ruleset"] = ("fast", "systemctl enable --quiet nftables", "systemctl disable --quiet nftables", "note  /etc/nftables.conf begins with flush ruleset: each start of nftables.service takes podman's published ports with it"),
        ["somebody else's firewall"] = ("fast", "nft 'table inet other { chain in { type filter hook input priority 10; policy drop; accept; }; }'", "nft delete table inet other", "note  tables of others drop by default, and what they drop stays dropped: inet other"),
        ["port 53 is taken"] = (
            "fast",
            "systemctl stop accelerated mirror accel-network; systemd-run --quiet --unit=guest systemd-socket-activate --datagram -l 0.0.0.0:53 cat; for i in $(seq 100); do [ -z \"$(ss -Hlnu 'sport = :53')\" ] || exit 0; sleep 0.1; done; exit 1",
            "systemctl stop guest; systemctl start accelerated mirror",
            "FAIL  port 53 is taken on every address by users:((\"systemd-socket-\","),
    };

    [ToolTheory(Debian.Trixie)]
    [MemberData(nameof(Titles))]
    public void What_is_not_as_it_should_be_is_said(string title)
    {
        var (name, plant, undo, said) = Planted[title];
        hosts.Become(SeedHosts.Seed);
        hosts.Lab.Clear();
        hosts.Receive(SeedHosts.Seed);
        var host = hosts.Lab[name];
        var usual = Remarks(host.Apply("--check"));
        host.Shell(plant);
        try
        {
            // A missing image may yet be pulled: only who is about to install tries it.
            var looked = host.Apply(title.Contains("image", StringComparison.Ordinal) ? [] : ["--check"]);
            Assert.StartsWith(said, Assert.Single(Remarks(looked).Except(usual)), StringComparison.Ordinal);
            Assert.Equal(said.StartsWith("FAIL", StringComparison.Ordinal) || title.Contains("53", StringComparison.Ordinal) ? 1 : 0, looked.ExitCode);
        }
        finally
        {
            host.Shell(undo);
        }
        Assert.Equal(usual, Remarks(host.Apply("--check")));
    }

    [ToolFact(Debian.Trixie)]
    public void A_clock_that_nobody_sets_is_said_where_certificates_are()
    {
        const string Remark = "note  the clock is not synchronised: certificates may seem not yet valid, or expired";
        hosts.Become(SeedHosts.Seed);
        hosts.Receive(SeedHosts.Seed);
        Assert.DoesNotContain(Remark, Remarks(hosts.Lab["fast"].Apply("--check")));
        var main = hosts.Lab["main"];
        Assert.Contains(Remark, Remarks(main.Apply("--check")));
        main.Shell("printf '#!/bin/sh\\necho yes\\n' >/usr/local/sbin/timedatectl; chmod 755 /usr/local/sbin/timedatectl");
        var set = main.Apply("--check");
        main.Shell("rm /usr/local/sbin/timedatectl");
        Assert.DoesNotContain(Remark, Remarks(set));
    }

    /// <summary>A file of another mode or owner is not what the tree says, whatever is in it.</summary>
    [ToolFact(Debian.Trixie)]
    public void Modes_and_owners_are_mended()
    {
        hosts.Become(SeedHosts.Seed);
        hosts.Receive(SeedHosts.Seed);
        var fast = hosts.Lab["fast"];
        fast.Shell("chmod 600 /etc/podplay/merge-hosts.sh; chown daemon:daemon /etc/podplay/mirror/ports.conf");
        var applied = fast.Apply();
        Assert.True(applied.ExitCode == 0, applied.ToString());
        Assert.Contains("  changed  /etc/podplay/merge-hosts.sh\n  changed  /etc/podplay/mirror/ports.conf\n", applied.Output, StringComparison.Ordinal);
        Assert.Equal("644 0 0\n644 0 0\n", fast.Shell("stat -c '%a %u %g' /etc/podplay/merge-hosts.sh /etc/podplay/mirror/ports.conf"));
        Assert.EndsWith("Nothing to do.\n", fast.Apply().Output, StringComparison.Ordinal);
    }

    // FAIL and note, as they stand there.
    private static List<string> Remarks(ToolResult looked) =>
        [.. ToolResult.LinesOf(looked.Output).Select(l => l.Trim()).Where(l => l.StartsWith("FAIL  ", StringComparison.Ordinal) || l.StartsWith("note  ", StringComparison.Ordinal))];
}
