using PodPlay.Testing;

namespace PodPlay.Changes;

/// <summary>What has to be done on a host: no more, and no less, than what its units notice.</summary>
public sealed class HostComparisonTests
{
    [Fact]
    public void Nothing_happens_for_nothing() => Assert.All(Scene.Changes().Hosts, h => Assert.True(h.IsNothing));

    [Fact]
    public void A_comment_in_an_output_restarts_nothing()
    {
        var side = ChangeSide.Of(InMemory.Compile(Scene.Text));
        var files = side.Files.ToDictionary(f => f.Key, f => (byte[])[.. "# another word\n"u8, .. f.Value]);
        Assert.All(ChangeSet.Between(side, side with { Files = files }).Hosts, h =>
        {
            Assert.True(h.IsNothing);
            Assert.NotEmpty(h.Files);
        });
    }

    [Fact]
    public void A_replica_starts_alone_and_its_balancer_reloads() => Assert.Equal(
        ["start apache-4.service", "reload haproxy.service", "reload podplay-firewall.service"],
        Scene.Actions(Scene.Changes(("replicas: 3", "replicas: 4")), "main"));

    [Fact]
    public void A_new_image_restarts_its_service_alone() => Assert.Equal(
        ["restart mail.service"],
        Scene.Actions(Scene.Changes(("mail:2.1.0", "mail:2.2.0")), "main"));

    [Fact]
    public void A_port_of_the_balancer_behind_the_same_one_is_a_matter_of_its_unit_and_rules()
    {
        var actions = Scene.Actions(Scene.Changes(("80 -> 8080 -> 80", "80 -> 8088 -> 80")), "main");
        Assert.Equal(["restart haproxy.service", "reload podplay-firewall.service"], actions);
    }

    // ports.conf is mounted by itself: the running container goes on seeing the old file.
    [Fact]
    public void A_file_that_is_mounted_by_itself_means_a_restart()
    {
        var side = ChangeSide.Of(InMemory.Compile(Scene.Text));
        Assert.Equal(
            ["restart apache-1.service", "restart apache-2.service", "restart apache-3.service"],
            Scene.Actions(ChangeSet.Between(side, With(side, "main/etc/podplay/apache/ports.conf", "Listen 81\n")), "main"));
    }

    [Theory]
    [InlineData("main/etc/nftables.d/podplay.nft", "reload podplay-firewall.service")]
    [InlineData("main/etc/systemd/system/podplay-firewall.service", "reload podplay-firewall.service")]
    [InlineData("main/etc/podplay/haproxy/haproxy.cfg", "reload haproxy.service")]
    [InlineData("main/etc/sysctl.d/90-podplay.conf", "restart systemd-sysctl.service")]
    [InlineData("main/etc/podplay/hosts", null)]
    public void A_file_has_the_effect_of_who_reads_it(string path, string? action)
    {
        var side = ChangeSide.Of(InMemory.Compile(Scene.Text));
        var changes = ChangeSet.Between(side, With(side, path, "another = line\n"));
        Assert.Equal(action is null ? [] : [action], Scene.Actions(changes, "main"));
        Assert.Equal(action is null, changes.Hosts.Single(h => h.Host == "main").NeedsHostsMerge);
    }

    [Fact]
    public void A_setting_of_podman_reaches_containers_when_they_are_made()
    {
        var side = ChangeSide.Of(InMemory.Compile(Scene.Text));
        var actions = Scene.Actions(ChangeSet.Between(side, With(side, "main/etc/containers/containers.conf.d/podplay.conf", "[network]\n")), "main").ToList();
        Assert.Contains("restart db.service", actions);
        Assert.DoesNotContain("restart backup.service", actions);
    }

    [Fact]
    public void Podman_changes_no_network_so_it_is_made_anew_with_its_containers()
    {
        var changes = Scene.Changes(("172.20.2.0/24", "172.20.9.0/24"));
        var main = changes.Hosts.Single(h => h.Host == "main");
        Assert.True(changes.LeavesConnectivity);
        Assert.Equal(("internal-network.service", "podplay-internal", NetworkFate.MadeAnew), main.Networks.Select(n => (n.Unit, n.Name, n.Fate)).Single());
        Assert.Contains("restart cache.service", Scene.Actions(changes, "main"));
        Assert.Contains("restart monitoring.service", Scene.Actions(changes, "main"));
        Assert.True(changes.Hosts.Single(h => h.Host == "fast").Units.All(u => u.Action == UnitAction.Reload));
    }

    [Fact]
    public void A_job_takes_what_there_is_at_its_next_run() =>
        Assert.Empty(Scene.Actions(Scene.Changes(("backup:1.0.0", "backup:1.1.0")), "main"));

    [Fact]
    public void What_becomes_a_job_stops_and_waits_for_its_timer() => Assert.Equal(
        ["stop mail.service", "start mail.timer"],
        Scene.Actions(Scene.Changes(("    volumes: { spool: /var/mail }", "    timer: daily\n    volumes: { spool: /var/mail }")), "main"));

    [Fact]
    public void A_timer_is_a_unit_of_its_own() =>
        Assert.Equal(["restart backup.timer"], Scene.Actions(Scene.Changes(("timer: daily", "timer: weekly")), "main"));

    [Fact]
    public void What_systemd_takes_over_by_itself_restarts_nothing()
    {
        var changes = Scene.Changes(("  apache -> db: postgres\n", "  apache -> db: postgres\n"), ("at: 11\n    private: { redis: 6379-6380 }", "at: 11\n    stop-timeout: 30\n    private: { redis: 6379-6380 }"));
        Assert.Equal(["restart cache.service"], Scene.Actions(changes, "main"));
    }

    [Fact]
    public void Who_moves_stops_here_and_starts_there_and_leaves_its_data()
    {
        var changes = Scene.Document(Scene.Text, Edits.All.Single(e => e.Title == "a service on the other host").After).Changes;
        Assert.Equal(("mail", "main", "fast"), changes.Moves.Select(m => (m.Service, m.From, m.To)).Single());
        Assert.Equal("spool", Assert.Single(changes.Moves[0].Volumes));
        Assert.Contains("stop mail.service", Scene.Actions(changes, "main"));
        Assert.Contains("start mail.service", Scene.Actions(changes, "fast"));
        Assert.Equal("podplay-spool", Assert.Single(changes.Hosts.Single(h => h.Host == "main").VolumesLeft));
    }

    [Fact]
    public void A_host_that_leaves_stops_everything()
    {
        var after = Scene.Edit(
            ("  fast: { address: [192.168.1.101, 2a0d:3344:1::101], podman: \"5.4\" }\n", ""), ("  accel: { subnets: [172.20.4.0/24, fd3c:9a41:77e2:4::/64], host: fast }\n", ""),
            ("  worker:\n    image: localhost/worker:1.0.0\n    zone: accel\n    at: 10\n    private: { rpc: 9000 }\n", ""));
        var fast = Scene.Document(Scene.Text, after).Changes.Hosts.Single(h => h.Host == "fast");
        Assert.True(fast.IsGone);
        Assert.Contains(fast.Units, u => u is { Name: "worker.service", Action: UnitAction.Stop });
        Assert.Contains(fast.Units, u => u is { Name: "podplay-firewall.service", Action: UnitAction.Stop });
        Assert.Equal(NetworkFate.Removed, fast.Networks.Single().Fate);
    }

    [Fact]
    public void Where_there_was_nothing_all_is_new()
    {
        var after = ChangeSide.Of(InMemory.Compile(Scene.Text));
        var changes = ChangeSet.Between(ChangeSide.NothingBefore(after), after);
        Assert.DoesNotContain(changes.Connectivity, c => c.Verb != Connectivity.Comparison.Verb.Opens);
        Assert.All(changes.Hosts.SelectMany(h => h.Units), u => Assert.True(u.Action == UnitAction.Start || u.Name.StartsWith("systemd-", StringComparison.Ordinal), u.Name));
        Assert.All(changes.Clicks, c => Assert.Equal('+', c.Sign));
    }

    [Fact]
    public void Units_of_a_rootless_host_are_its_users()
    {
        var after = ChangeSide.Of(InMemory.Compile(InMemory.Text("rootless"), InMemory.Lock("rootless")));
        var unit = ChangeSet.Between(ChangeSide.NothingBefore(after), after).Hosts.Single().Units.First(u => u.Name == "pages.service");
        Assert.NotNull(unit.User);
    }

    private static ChangeSide With(ChangeSide side, string path, string line)
    {
        Assert.Contains(path, side.Files.Keys);
        return side with { Files = side.Files.ToDictionary(f => f.Key, f => f.Key == path ? [.. f.Value, .. System.Text.Encoding.UTF8.GetBytes(line)] : f.Value) };
    }
}
