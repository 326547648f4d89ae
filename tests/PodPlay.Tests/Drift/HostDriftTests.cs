using PodPlay.Changes;
using PodPlay.Testing;

namespace PodPlay.Drift;

/// <summary>Each way in which a host can deviate, alone, on the report of a host that otherwise is what samples/seed says.</summary>
public sealed class HostDriftTests
{
    private static readonly ChangeSide Seed = HostSays.Spec("seed");

    private const string Zeros = "0000000000000000000000000000000000000000000000000000000000000000";

    [Theory]
    [MemberData(nameof(InMemory.All), MemberType = typeof(InMemory))]
    public void A_host_that_is_what_its_spec_says_does_not_deviate(string sample)
    {
        var spec = HostSays.Spec(sample);
        Assert.All(spec.Network.Hosts, h => Assert.Empty(Of(new HostSays(spec, h.Name), spec)));
    }

    [Fact]
    public void A_user_who_does_not_linger_is_a_change()
    {
        var rootless = HostSays.Spec("rootless");
        var says = new HostSays(rootless, "box");
        says.Edit("host", "linger\tyes", "linger\tno");
        var deviation = Assert.Single(Of(says, rootless));
        Assert.Equal(("user web", "loginctl enable-linger web"), (deviation.Subject, deviation.Cure));
    }

    [Theory]
    // Changed on the host.
    [InlineData("files", "644\t0:0\tetc/podplay/haproxy/haproxy.cfg", "600\t0:0\tetc/podplay/haproxy/haproxy.cfg", DriftKind.Changed, "file /etc/podplay/haproxy/haproxy.cfg", "has mode 600", "services.haproxy")]
    [InlineData("files", "644\t0:0\tetc/podplay/hosts", "644\t1000:0\tetc/podplay/hosts", DriftKind.Changed, "file /etc/podplay/hosts", "owner 1000:0", "hosts.main")]
    [InlineData("units", "db.service\tloaded\tactive", "db.service\tloaded\tinactive", DriftKind.Changed, "unit db.service", "is inactive", "services.db")]
    [InlineData("units", "db.service\tloaded\tactive", "db.service\tloaded\tfailed", DriftKind.Changed, "unit db.service", "is failed", "services.db")]
    [InlineData("units", "db.service\tloaded\tactive", "db.service\tmasked\tinactive", DriftKind.Changed, "unit db.service", "is masked", "services.db")]
    [InlineData("units", "db.service\tloaded", "db.service\tbad-setting", DriftKind.Changed, "unit db.service", "cannot be loaded: bad-setting", "services.db")]
    [InlineData("units", "db.service\tloaded\tactive\tenabled", "db.service\tnot-found\tinactive\t", DriftKind.Changed, "unit db.service", "is unknown to systemd", "services.db")]
    [InlineData("units", "db.service\tloaded\tactive\tenabled\tno", "db.service\tloaded\tactive\tenabled\tyes", DriftKind.Changed, "unit db.service", "changed after systemd had read it", "services.db")]
    [InlineData("units", "certbot.timer\tloaded\tactive\tenabled", "certbot.timer\tloaded\tinactive\tdisabled", DriftKind.Changed, "unit certbot.timer", "is disabled and inactive", "services.certbot")]
    [InlineData("units", "certbot.service\tloaded\tinactive", "certbot.service\tloaded\tfailed", DriftKind.Changed, "unit certbot.service", "is failed", "services.certbot")]
    [InlineData("units", "podplay-firewall.service\tloaded\tactive\tenabled", "podplay-firewall.service\tloaded\tactive\tdisabled", DriftKind.Changed, "unit podplay-firewall.service", "is disabled", "hosts.main")]
    [InlineData("networks", "172.20.1.0/24", "172.20.7.0/24", DriftKind.Changed, "network podplay-dmz", "is another one", "zones.dmz")]
    [InlineData("networks", "podplay-dmz\tbridge\tpp-dmz\tfalse", "podplay-dmz\tbridge\tpp-dmz\ttrue", DriftKind.Changed, "network podplay-dmz", "is another one", "zones.dmz")]
    [InlineData("containers", "db\trunning\tdocker.io/library/postgres:16.4\tid of docker.io/library/postgres:16.4", "db\trunning\tdocker.io/library/postgres:16.4\tan older id", DriftKind.Changed, "container db", "before it was replaced", "services.db")]
    [InlineData("containers", "db\trunning\tdocker.io/library/postgres:16.4\tid of docker.io/library/postgres:16.4", "db\trunning\tdocker.io/library/postgres:15\tanother id", DriftKind.Changed, "container db", "runs docker.io/library/postgres:15, not", "services.db")]
    [InlineData("containers", "podplay-internal=172.20.2.10,", "podplay-mgmt=172.20.3.99, podplay-internal=172.20.2.10,", DriftKind.Changed, "container db", "is in other networks", "services.db")]
    [InlineData("sysctl", "net.ipv4.ip_forward\t1", "net.ipv4.ip_forward\t0", DriftKind.Changed, "setting net.ipv4.ip_forward", "is 0, not 1", "hosts.main")]
    [InlineData("sysctl", "set\tnet.ipv4.ip_forward\t1", "missing\tnet.ipv4.ip_forward\t-", DriftKind.Changed, "setting net.ipv4.ip_forward", "unknown to this kernel", "hosts.main")]
    [InlineData("hosts", "172.20.2.10 db.", "172.20.2.66 db.", DriftKind.Changed, "file /etc/hosts", "has another block", "hosts.main")]
    [InlineData("host", "address\t192.168.1.100", "address\t192.168.1.200", DriftKind.Changed, "address 192.168.1.100", "is not this host's any more", "hosts.main")]
    [InlineData("host", "podman\t5.4.2", "podman\t5.3.9", DriftKind.Changed, "podman", "is 5.3, and the units are for 5.4", "hosts.main")]
    [InlineData("secrets", "db-password", "another", DriftKind.Changed, "secret db-password", "is gone", "services.db")]
    [InlineData("live", "tcp dport 22 accept comment \"hosts.main.admin\"", "tcp dport 23 accept", DriftKind.Changed, "chain inet podplay input", "is not what the installed file says", "hosts.main.admin")]
    [InlineData("live", "172.20.1.11 }", "172.20.1.12 }", DriftKind.Changed, "set inet podplay dmz", "is not what the installed file says", "hosts.main")]
    [InlineData("live", "policy drop;", "policy accept;", DriftKind.Changed, "chain inet podplay input", "is not what the installed file says", "hosts.main")]
    [InlineData("tables", "table\tinet\tnetavark\t-\t-\t-", "chain\tinet\tpodplay\toutput\toutput\taccept", DriftKind.Changed, "table inet netavark", "is gone", "hosts.main")]
    // Unknown extras.
    [InlineData("found", "/etc/podplay/haproxy/haproxy.cfg", "/etc/podplay/haproxy/haproxy.cfg.bak", DriftKind.Extra, "file /etc/podplay/haproxy/haproxy.cfg.bak", "is named by no manifest", "services.haproxy")]
    [InlineData("found", "/etc/podplay/haproxy/haproxy.cfg", "/etc/containers/systemd/db.container.d/more.conf", DriftKind.Extra, "file /etc/containers/systemd/db.container.d/more.conf", "is a drop-in: it overrides db.container", "services.db")]
    [InlineData("found", "/etc/podplay/haproxy/haproxy.cfg", "/etc/containers/systemd/extra.container", DriftKind.Extra, "file /etc/containers/systemd/extra.container", "is a unit that no spec knows", "hosts.main")]
    [InlineData("units", "/run/systemd/generator/db.service\t", "/run/systemd/generator/db.service\t/usr/lib/systemd/system/service.d/vendor.conf /etc/systemd/system/db.service.d/more.conf", DriftKind.Extra, "file /etc/systemd/system/db.service.d/more.conf", "overrides db.service", "services.db")]
    [InlineData("units", "/run/systemd/generator/db.service\t", "/etc/systemd/system/db.service\t", DriftKind.Extra, "file /etc/systemd/system/db.service", "overrides db.service", "services.db")]
    [InlineData("networks", "podman\tbridge\tpodman0", "stray\tbridge\tpodman1", DriftKind.Extra, "network stray", "bridge 10.88.0.0/16", "hosts.main")]
    [InlineData("sockets", "0.0.0.0:22\tsshd\tssh.service", "*:9999\tnc\tguest.service", DriftKind.Extra, "socket tcp *:9999", "nc of guest.service", "hosts.main")]
    [InlineData("sockets", "udp\t[::]:40000\tnamed\tdns.service", "udp\t[::]:5353\tavahi-daemon\t-", DriftKind.Extra, "socket udp [::]:5353", "avahi-daemon", "hosts.main")]
    public void One_change_is_one_deviation_of_its_kind(string section, string from, string to, DriftKind kind, string subject, string what, string path)
    {
        var says = new HostSays(Seed, "main");
        says.Edit(section, from, to);
        IsOne(says, kind, subject, what, path);
    }

    [Theory]
    [InlineData("chain\tinet\tother\tin\tinput\tdrop", "drops by default at input")]
    [InlineData("chain\tinet\tother\tin\tinput\taccept", "has chains at input")]
    [InlineData(null, "has no chain that the kernel calls")]
    public void A_table_of_others_is_an_extra_and_one_that_drops_says_so(string? chain, string what)
    {
        var says = new HostSays(Seed, "main");
        says["tables"].AddRange(["table\tinet\tother\t-\t-\t-", .. chain is null ? Array.Empty<string>() : [chain]]);
        IsOne(says, DriftKind.Extra, "table inet other", what, "hosts.main");
    }

    [Fact]
    public void A_container_that_does_not_run_is_in_no_network()
    {
        var says = new HostSays(Seed, "main");
        says.Edit("containers", "db\trunning", "db\texited");
        says.Edit("containers", "podplay-internal=172.20.2.10,", "podplay-internal=,");
        Assert.Empty(Of(says));
    }

    [Fact]
    public void A_container_of_nobody_is_an_extra()
    {
        var says = new HostSays(Seed, "main");
        says["containers"].Add("stray\trunning\tlocalhost/x:1\tid\t\tpodplay-internal=172.20.2.77, ");
        IsOne(says, DriftKind.Extra, "container stray", "localhost/x:1, running, in podplay-internal=172.20.2.77", "hosts.main");
    }

    [Fact]
    public void An_edited_file_is_a_change_and_one_that_was_removed_too()
    {
        var says = new HostSays(Seed, "main");
        var hash = HashOf(says, "etc/podplay/haproxy/haproxy.cfg");
        says.Edit("files", $"file\t{hash}", $"file\t{Zeros}");
        Assert.EndsWith("--force", IsOne(says, DriftKind.Changed, "file /etc/podplay/haproxy/haproxy.cfg", "was edited", "services.haproxy").Cure, StringComparison.Ordinal);

        says.Edit("files", $"file\t{Zeros}\t644\t0:0", "missing\t-\t-\t-");
        IsOne(says, DriftKind.Changed, "file /etc/podplay/haproxy/haproxy.cfg", "was removed", "services.haproxy");

        says.Edit("files", "missing\t-\t-\t-\tetc/podplay/haproxy/haproxy.cfg", "link\t-\t-\t-\tetc/podplay/haproxy/haproxy.cfg");
        IsOne(says, DriftKind.Changed, "file /etc/podplay/haproxy/haproxy.cfg", "is no plain file any more", "services.haproxy");
    }

    [Fact]
    public void What_was_applied_before_the_spec_changed_is_not_applied()
    {
        var says = new HostSays(Seed, "main");
        var hash = HashOf(says, "etc/containers/systemd/db.container");
        says.Edit("files", hash, Zeros);
        says.Edit("manifest", hash, Zeros);
        IsOne(says, DriftKind.NotApplied, "file /etc/containers/systemd/db.container", "the spec is newer", "services.db");

        // Whoever edits it then has changed it.
        says.Edit("files", Zeros, Zeros.Replace('0', '1'));
        IsOne(says, DriftKind.Changed, "file /etc/containers/systemd/db.container", "was edited, and the spec is newer, too", "services.db");
    }

    [Fact]
    public void What_the_host_was_never_told_is_not_applied_and_nothing_that_follows_is_said_twice()
    {
        var says = new HostSays(Seed, "main");
        says["manifest"].RemoveAll(l => l.EndsWith("etc/containers/systemd/db.container", StringComparison.Ordinal));
        says["files"].RemoveAll(l => l.EndsWith("etc/containers/systemd/db.container", StringComparison.Ordinal));
        says["found"].Remove("/etc/containers/systemd/db.container");
        says["containers"].RemoveAll(l => l.StartsWith("db\t", StringComparison.Ordinal));
        says.Edit("units", "db.service\tloaded\tactive", "db.service\tnot-found\tinactive");
        IsOne(says, DriftKind.NotApplied, "file /etc/containers/systemd/db.container", "is not there yet", "services.db");

        says["found"].Add("/etc/containers/systemd/db.container");
        Assert.Contains(Of(says), d => d is { Kind: DriftKind.NotApplied, Subject: "file /etc/containers/systemd/db.container" } && d.What.Contains("of an earlier spec", StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_of_a_service_that_the_spec_has_no_longer_is_not_applied()
    {
        var says = new HostSays(Seed, "main");
        says["manifest"].Add($"{Zeros}  etc/containers/systemd/old.container");
        says["files"].Add($"file\t{Zeros}\t644\t0:0\tetc/containers/systemd/old.container");
        says["found"].Add("/etc/containers/systemd/old.container");
        IsOne(says, DriftKind.NotApplied, "file /etc/containers/systemd/old.container", "is still there", "hosts.main");
        says.Edit("files", Zeros, Zeros.Replace('0', '1'));
        IsOne(says, DriftKind.Changed, "file /etc/containers/systemd/old.container", "was edited, and the spec has it no longer", "hosts.main");
    }

    [Fact]
    public void A_file_that_podplay_did_not_write_is_said_to_be_so()
    {
        var says = new HostSays(Seed, "main");
        var hash = HashOf(says, "etc/podplay/hosts");
        says.Edit("files", hash, Zeros);
        says["manifest"].RemoveAll(l => l.EndsWith("etc/podplay/hosts", StringComparison.Ordinal));
        IsOne(says, DriftKind.Changed, "file /etc/podplay/hosts", "exists, and podplay did not write it", "hosts.main");
    }

    [Fact]
    public void A_manifest_that_lags_behind_is_said_when_nothing_else_is()
    {
        var says = new HostSays(Seed, "main");
        says.Edit("manifest", HashOf(says, "etc/podplay/hosts"), Zeros);
        IsOne(says, DriftKind.Changed, "file /etc/podplay/MANIFEST", "does not say what is installed", "hosts.main");
    }

    [Fact]
    public void A_network_that_is_gone_is_said_while_its_services_run()
    {
        var says = new HostSays(Seed, "main");
        says["networks"].RemoveAll(l => l.StartsWith("podplay-dmz", StringComparison.Ordinal));
        IsOne(says, DriftKind.Changed, "network podplay-dmz", "is gone", "zones.dmz");
        says["containers"].RemoveAll(l => l.Contains("podplay-dmz", StringComparison.Ordinal));
        Assert.Empty(Of(says));
    }

    [Fact]
    public void Tables_that_are_gone_are_one_deviation_each()
    {
        var says = new HostSays(Seed, "main");
        says["live"].Clear();
        IsOne(says, DriftKind.Changed, "table inet podplay", "is gone from the kernel", "hosts.main");
    }

    [Fact]
    public void A_chain_that_was_added_and_rules_in_another_order_are_changes()
    {
        var says = new HostSays(Seed, "main");
        says["live"].InsertRange(says["live"].Count - 1, ["\tchain more {", "\t\taccept", "\t}"]);
        Assert.Equal(["+ accept"], IsOne(says, DriftKind.Changed, "chain inet podplay more", "was added in the kernel", "hosts.main").Lines.ToArray());

        says = new HostSays(Seed, "main");
        var drop = says["live"].IndexOf("\t\tdrop");
        (says["live"][drop], says["live"][drop - 1]) = (says["live"][drop - 1], says["live"][drop]);
        IsOne(says, DriftKind.Changed, "chain inet podplay input", "in another order", "hosts.main");
    }

    [Fact]
    public void What_a_set_learns_and_the_order_of_elements_are_no_drift()
    {
        var says = new HostSays(Seed, "main");
        says["live"].Insert(says["live"].IndexOf("\t\tflags dynamic,timeout") + 1, "\t\telements = { 10.0.0.1 timeout 1h expires 59m, 10.0.0.2 timeout 1h }");
        says.Edit("live", "172.20.1.10 comment \"a, {b}\",", "172.20.1.11,");
        says.Edit("live", "172.20.1.11 }", "172.20.1.10 comment \"a, {b}\" }");
        Assert.Empty(Of(says));
    }

    [Theory]
    [InlineData("networks")]
    [InlineData("units")]
    [InlineData("loaded")]
    [InlineData("sockets")]
    [InlineData("tables")]
    [InlineData("secrets")]
    public void What_a_host_cannot_tell_is_never_taken_for_clean(string section)
    {
        var says = new HostSays(Seed, "main");
        says[section].Clear();
        says[section].Add("!\tthe tool failed");
        IsOne(says, DriftKind.Changed, $"section {section}", "could not be looked at: the tool failed", "hosts.main");
    }

    private static Deviation IsOne(HostSays says, DriftKind kind, string subject, string what, string path)
    {
        var deviation = Assert.Single(Of(says));
        Assert.Equal((kind, subject, path), (deviation.Kind, deviation.Subject, deviation.Path));
        Assert.Contains(what, deviation.What, StringComparison.Ordinal);
        Assert.NotEqual("", deviation.Cure);
        return deviation;
    }

    private static IEnumerable<Deviation> Of(HostSays says, ChangeSide? spec = null)
    {
        spec ??= Seed;
        return HostDrift.Of(says.Report, spec.Network, spec.Files).Deviations;
    }

    private static string HashOf(HostSays says, string path) => Assert.Single(says["files"], l => l.EndsWith($"\t{path}", StringComparison.Ordinal)).Split('\t')[1];
}
