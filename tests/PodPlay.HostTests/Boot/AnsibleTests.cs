using System.Text;
using PodPlay.Model;
using PodPlay.Output;
using PodPlay.Testing;
using PodPlay.Testing.Tools;
using Xunit.Abstractions;

namespace PodPlay.Boot;

/// <summary>A host installed by Ansible over ssh, from the LAN; compared with one that apply.sh installs.</summary>
public sealed class AnsibleTests(ITestOutputHelper output)
{
    [ToolFact(Debian.Trixie, Debian.Ansible)]
    public void Ansible_and_the_script_leave_the_same_host()
    {
        var text = InMemory.Text("quickstart");
        var (network, first) = Of(text);
        using var lab = new BootedNetwork(network);
        var host = network.Hosts[0];
        using var key = OpenTheDoor(lab, host);

        var installed = Play(lab, key, first, "");
        Assert.True(installed.ExitCode == 0, installed.ToString());
        Assert.Equal("", lab[host].Shell("systemctl list-units --failed --no-legend --plain"));
        Assert.Equal("active\nactive\n", lab[host].Shell("systemctl is-active web.service podplay-firewall.service"));
        Assert.Contains("changed=0", Play(lab, key, first, "").Output, StringComparison.Ordinal);
        lab[host].Receive(first);
        Assert.EndsWith("Nothing to do.\n", lab[host].Apply().Output, StringComparison.Ordinal);
        var files = Files(lab[host]);

        // A change: said before it is made, file by file, and then made.
        var (_, second) = Of(text.Replace("    zone: dmz\n", "    zone: dmz\n    environment: { COLOUR: \"{{ 6 * 7 }}\" }\n", StringComparison.Ordinal));
        var check = Play(lab, key, second, "--check --diff");
        Assert.True(check.ExitCode == 0, check.ToString());
        Assert.Equal(
            ["/etc/containers/systemd/web.container", "/etc/podplay/MANIFEST"],
            check.Output.Split('\n').Where(l => l.StartsWith("--- before: ", StringComparison.Ordinal)).Select(l => l["--- before: ".Length..]).Order(StringComparer.Ordinal));
        Assert.Equal(files, Files(lab[host]));
        var before = Started(lab[host]);
        var changed = Play(lab, key, second, "");
        Assert.True(changed.ExitCode == 0, changed.ToString());
        Assert.NotEqual(before, Started(lab[host]));
        Assert.Contains("{{ 6 * 7 }}", lab[host].Shell("podman exec web env"), StringComparison.Ordinal);

        // And back by the script: then Ansible has nothing to do.
        var back = lab[host].Apply();
        Assert.True(back.ExitCode == 0, back.ToString());
        Assert.Equal(files, Files(lab[host]));
        Assert.Contains("changed=0", Play(lab, key, first, "").Output, StringComparison.Ordinal);

        // A ruleset that locks out whoever installs it: the old one comes back by itself.
        var (_, closed) = Of((text + "sources:\n  desk: [192.168.1.78]\n").Replace("podman: \"5.4\"", "podman: \"5.4\", admin: { from: desk, ssh: 22 }", StringComparison.Ordinal));
        var lockedOut = Play(lab, key, closed, "-e podplay_confirm_seconds=10");
        Assert.NotEqual(0, lockedOut.ExitCode);
        lab[host].Shell("for i in $(seq 40); do [ \"$(cat /run/podplay/outcome 2>/dev/null)\" = rolled-back ] && exit 0; sleep 1; done; exit 1", timeout: TimeSpan.FromMinutes(1));
        var again = Play(lab, key, first, "");
        Assert.True(again.ExitCode == 0, again.ToString());
        Assert.Equal(files, Files(lab[host]));
    }

    private static (Network Network, OutputTree Tree) Of(string spec)
    {
        var compilation = InMemory.Compile(spec);
        return (compilation.Network!, compilation.Render());
    }

    // An ssh server that takes a key made here, and the key.
    private static TempTree OpenTheDoor(BootedNetwork lab, Host host)
    {
        lab[host].Shell("mkdir -p -m 700 /root/.ssh && ssh-keygen -q -t ed25519 -N '' -f /root/key && cp /root/key.pub /root/.ssh/authorized_keys && systemctl start ssh");
        var key = TempTree.Of(("key", lab[host].Shell("cat /root/key; rm /root/key")));
        File.SetUnixFileMode(Path.Combine(key.Root, "key"), UnixFileMode.UserRead);
        return key;
    }

    private ToolResult Play(BootedNetwork lab, TempTree key, OutputTree tree, string options)
    {
        using var folder = TempTree.Of([.. tree.Files.Select(f => (f.Key, Encoding.UTF8.GetString(f.Value)))]);
        var played = lab.Room.Run(
            ["ip", "netns", "exec", "lan", Repository.PathOf("scripts/in-root"), "--net", "--bind", folder.Root, "--bind", key.Root, ToolRoots.NameOf(Debian.Ansible),
             "env", "ANSIBLE_HOST_KEY_CHECKING=False", "ANSIBLE_NOCOLOR=1", $"ANSIBLE_PRIVATE_KEY_FILE={key.Root}/key", "ANSIBLE_TIMEOUT=10",
             "sh", "-c", $"cd {folder.Root} && exec ansible-playbook -i ansible/inventory.yml ansible/site.yml {options}"],
            timeout: TimeSpan.FromMinutes(4));
        output.WriteLine(played.ToString());
        return played;
    }

    private static string Files(BootedHost host) => host.Shell(
        "find /etc/podplay /etc/containers/systemd /etc/containers/containers.conf.d /etc/nftables.d /etc/sysctl.d /etc/systemd/system /etc/hosts -printf '%p %m %u %g\\n' | sort; cat /etc/podplay/MANIFEST; cd / && sha256sum --quiet -c /etc/podplay/MANIFEST && cat /etc/hosts; ls /var/lib/podplay");

    private static string Started(BootedHost host) => host.Shell("systemctl show --property=ExecMainStartTimestampMonotonic web.service");
}
