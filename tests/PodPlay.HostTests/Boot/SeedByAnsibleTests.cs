using System.Text.RegularExpressions;
using PodPlay.Changes;
using PodPlay.Firewall;
using PodPlay.Testing.Tools;
using Xunit.Abstractions;

namespace PodPlay.Boot;

/// <summary>samples/seed on two booted hosts, installed and changed by the Ansible role over ssh, from the LAN.</summary>
[Collection(SeedCollection.Name)]
public sealed class SeedByAnsibleTests(SeedHosts hosts, ITestOutputHelper output)
{
    [ToolFact(Debian.Trixie, Debian.Ansible)]
    public void The_role_does_what_the_script_does()
    {
        hosts.Become(SeedHosts.Seed);
        var byScript = hosts.Hosts.SelectMany(Files).ToList();
        hosts.Empty();
        using (var admin = new AdminMachine(hosts.Lab, hosts.Hosts))
        {
            var first = Play(admin, SeedHosts.Seed.Files);
            AssertPlayed(first);
            Assert.Equal(byScript, hosts.Hosts.SelectMany(Files));
            var again = Play(admin, SeedHosts.Seed.Files);
            Assert.Equal([], Changes(again));
            GeneratedPart.IsCurrent(DeployingPageTests.Page, "ansible-first", Transcript(ChangesOfTheFirst(first), first));
            GeneratedPart.IsCurrent(DeployingPageTests.Page, "ansible-again", Transcript(FirstOf(again), again));
        }
        hosts.AssertWell(SeedHosts.Seed);
        output.WriteLine(hosts.AssertMatrix(SeedHosts.Seed));
        hosts.Lab.Clear();

        var (after, files) = Changed();
        var announced = ChangeSet.Between(SeedHosts.Seed, after with { Files = files });
        var before = announced.Hosts.ToDictionary(h => h.Host, h => Containers.Started(hosts.Lab[h.Host]));
        using (var admin = new AdminMachine(hosts.Lab, hosts.Hosts))
        {
            var check = Play(admin, files, "--check --diff");
            AssertPlayed(check);
            Assert.Equal(byScript, hosts.Hosts.SelectMany(Files));
            // Of each file a difference, and the manifest's.
            Assert.Equal(
                announced.Hosts.SelectMany(h => h.Files.Where(f => files.ContainsKey(h.Host + f)).Append("/etc/podplay/MANIFEST")).Order(StringComparer.Ordinal),
                check.Output.Split('\n').Where(l => l.StartsWith("+++ after: ", StringComparison.Ordinal)).Select(l => "/" + l[(l.IndexOf("/etc/", StringComparison.Ordinal) + 1)..]).Order(StringComparer.Ordinal));

            // Interrupted on the first host: none comes after it, and the next run finishes it.
            var interrupted = Play(admin, EditedTree.KilledBefore(files, "fast", "    say \"restarting $1\""));
            Assert.NotEqual(0, interrupted.ExitCode);
            Assert.DoesNotContain("main", Recap(interrupted), StringComparison.Ordinal);
            var finished = Play(admin, files);
            AssertPlayed(finished);
            // What was announced for the other host is what was done there.
            Assert.Equal(OnMain(check), OnMain(finished));
        }
        foreach (var change in announced.Hosts)
            Containers.AssertHappened(change, before[change.Host], Containers.Started(hosts.Lab[change.Host]));
        foreach (var host in hosts.Hosts)
            Assert.Equal("", host.Shell("find /etc/systemd -xtype l; ls /run/podplay | grep -v lock || true; ls /var/lib/podplay | grep todo || true"));
        hosts.AssertWell(after, files);
        output.WriteLine(hosts.AssertMatrix(after));
    }

    [ToolFact(Debian.Trixie, Debian.Ansible)]
    public void A_ruleset_that_locks_Ansible_out_rolls_back_by_itself()
    {
        hosts.Become(SeedHosts.Seed);
        var fast = hosts.Lab["fast"];
        var before = Files(fast);
        using var admin = new AdminMachine(hosts.Lab, hosts.Hosts);
        var closed = EditedTree.With(SeedHosts.Seed.Files, "fast", "etc/nftables.d/podplay.nft", t => t.Replace("tcp dport 22 ", "tcp dport 2222 ", StringComparison.Ordinal));
        var lockedOut = Play(admin, closed, "--limit fast -e podplay_confirm_seconds=10");
        Assert.NotEqual(0, lockedOut.ExitCode);
        fast.Shell("for i in $(seq 40); do [ \"$(cat /run/podplay/outcome 2>/dev/null)\" = rolled-back ] && exit 0; sleep 1; done; exit 1", timeout: TimeSpan.FromMinutes(1));
        AssertPlayed(Play(admin, SeedHosts.Seed.Files, "--limit fast"));
        Assert.Equal(before, Files(fast));
        Assert.Contains("changed=0", Play(admin, SeedHosts.Seed.Files, "--limit fast").Output, StringComparison.Ordinal);
    }

    // Two replicas and their target go; a network is made anew; a balancer reloads; of one unit only what nobody restarts for.
    private static (ChangeSide, Dictionary<string, byte[]>) Changed()
    {
        var side = SeedHosts.Edited(("replicas: 3", "replicas: 1"), ("            drain: apache-1 # the nightly jobs run there: no large files\n", ""), ("172.20.4.0/24", "172.20.8.0/24"), ("method: roundrobin", "method: leastconn"));
        return (side, EditedTree.With(side.Files, "main", "etc/containers/systemd/logging.container", t => t.Replace("TimeoutStartSec=900", "# longer\nTimeoutStartSec=901", StringComparison.Ordinal)));
    }

    private ToolResult Play(AdminMachine admin, IReadOnlyDictionary<string, byte[]> files, string options = "")
    {
        var played = admin.Play(files, options);
        output.WriteLine(played.ToString());
        return played;
    }

    private static void AssertPlayed(ToolResult played) => Assert.True(played.ExitCode == 0, played.ToString());

    private static IEnumerable<string> OnMain(ToolResult played) => Changes(played).Where(c => c.Contains("[main]", StringComparison.Ordinal));

    // On the page without its rows of stars.
    private static string Transcript(string first, ToolResult played) =>
        $"```console\n# ansible-playbook -i ansible/inventory.yml ansible/site.yml\n{Regex.Replace($"{first}\n[...]\n\n{Recap(played)}", " +[*]*$", "", RegexOptions.Multiline).TrimEnd()}\n```";

    // What is changed on the first host, task by task.
    private static string ChangesOfTheFirst(ToolResult played) => string.Join("\n\n",
        from task in FirstOf(played).Split("\n\n")
        let changes = task.Split('\n').Where(l => l.StartsWith("changed: ", StringComparison.Ordinal)).ToList()
        where changes.Count > 0
        select string.Join('\n', changes.Prepend(task.Split('\n')[0])));

    private static string FirstOf(ToolResult played) => played.Output.Trim().Split("\nPLAY [")[0].TrimEnd();

    private static string Recap(ToolResult played) => played.Output[played.Output.IndexOf("PLAY RECAP", StringComparison.Ordinal)..];

    // TASK and host with the item, of everything that Ansible calls changed.
    private static List<string> Changes(ToolResult played)
    {
        List<string> changes = [];
        var task = "";
        foreach (var line in played.Output.Split('\n'))
        {
            if (line.StartsWith("TASK [", StringComparison.Ordinal))
                task = line[..line.IndexOf(']', StringComparison.Ordinal)];
            if (line.StartsWith("changed: ", StringComparison.Ordinal))
                changes.Add($"{task} {Regex.Replace(line, "=> \\{.*", "")}");
        }
        return changes;
    }

    // Certificates belong to users that podman picks anew.
    private static string[] Files(BootedHost host) => host.Shell(
        "find /etc/podplay /etc/containers /etc/nftables.d /etc/sysctl.d /etc/modules-load.d /etc/systemd /etc/hosts /var/lib/podplay -path /var/lib/podplay/certs -prune -o -printf '%p %m %u %g %l\\n' | sort; cat /etc/podplay/MANIFEST; cd / && sha256sum --quiet -c /etc/podplay/MANIFEST && cat /etc/hosts").Split('\n');
}
