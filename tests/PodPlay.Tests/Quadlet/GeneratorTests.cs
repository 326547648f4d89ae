using System.Text;
using PodPlay.Output;
using PodPlay.Testing.Tools;

namespace PodPlay.Tests.Quadlet;

/// <summary>Whole trees through the generator of podman 5.4.2.</summary>
public sealed class GeneratorTests
{
    [ToolFact]
    public void A_whole_rootful_host_is_accepted_without_a_word()
    {
        var run = Generated.Of(Site.Build());
        run.Verdict.MustAccept();
        Assert.Equal(
            [
                "apache-1.service", "apache-2.service", "apache-3.service", "certbot.service", "db.service",
                "dmz-network.service", "dns.service", "haproxy.service", "internal-network.service",
                "mail.service", "spool-volume.service",
            ],
            run.Units.Select(u => u.Name).Order(StringComparer.Ordinal));
    }

    [ToolFact]
    public void A_whole_rootless_host_is_accepted_without_a_word()
    {
        var run = Generated.Of(Site.Build(uid: 1000));
        run.Verdict.MustAccept();
        Assert.Equal(11, run.Units.Count);
    }

    [ToolFact]
    public void The_network_command_says_everything_explicitly() => Assert.Equal(
        [
            "--gateway", "--gateway", "--ignore", "--ip-range", "--ip-range", "--ipv6", "--opt", "--opt", "--subnet", "--subnet",
            "/usr/bin/podman", "172.20.1.0/24", "172.20.1.1", "172.20.1.240/28", "com.docker.network.bridge.name=pp-dmz", "create",
            "fd00:1::/64", "fd00:1::1", "fd00:1::ffff:ffff:ffff:0/112", "isolate=false", "network", "podplay-dmz",
        ],
        Generated.Of(Site.Build()).Unit("dmz-network.service").Words().Order(StringComparer.Ordinal));

    [ToolFact]
    public void Gateways_and_ranges_follow_their_subnets()
    {
        var words = Generated.Of(Site.Build()).Unit("dmz-network.service").Words();
        Assert.Equal(
            "--subnet 172.20.1.0/24 --gateway 172.20.1.1 --ip-range 172.20.1.240/28 --subnet fd00:1::/64 --gateway fd00:1::1 --ip-range fd00:1::ffff:ffff:ffff:0/112",
            string.Join(' ', words.SkipWhile(w => w != "--subnet").Take(12)));
    }

    [ToolFact]
    public void The_container_command_is_what_the_spec_means() => Assert.Equal(
        [
            "--add-host", "--add-host", "--add-host", "--add-host", "--add-host", "--add-host", "--add-host", "--add-host", "--cgroups=split", "--cidfile=%t/%N.cid", "--env", "--env", "--env", "--env", "--health-cmd",
            "--health-interval", "--health-retries", "--health-startup-cmd", "--health-startup-interval", "--health-startup-timeout",
            "--health-timeout", "--name", "--network", "--publish", "--publish", "--publish", "--publish", "--replace", "--rm",
            "--sdnotify=healthy", "--secret", "--security-opt=no-new-privileges", "--stop-timeout", "--sysctl", "--userns",
            "-d", "-v", "/usr/bin/podman", "10s", "10s", "192.168.1.100:25:25/tcp", "192.168.1.100:587:587/tcp", "2s", "3", "30s", "60",
            "DB_HOST=db.podplay.internal", "DB_PORT=5432", "DNS_HOST=dns.podplay.internal", "DNS_PORT=53",
            "[2001:db8:1::100]:25:25/tcp", "[2001:db8:1::100]:587:587/tcp", "auto",
            "db.podplay.internal:172.20.2.10", "db.podplay.internal:fd00:2::10", "db:172.20.2.10", "db:fd00:2::10",
            "dns.podplay.internal:192.168.1.100", "dns.podplay.internal:2001:db8:1::100", "dns:192.168.1.100", "dns:2001:db8:1::100", "docker.io/library/busybox:1.36",
            "mail", "mail-dkim-key", "nc -z localhost 25", "nc -z localhost 25", "net.ipv4.ip_unprivileged_port_start=25",
            "podplay-dmz:ip=172.20.1.11,ip6=fd00:1::11,alias=mx,alias=mx.podplay.internal", "podplay-spool:/var/spool/mail:idmap", "run",
        ],
        Generated.Of(Site.Build()).Unit("mail.service").Words().Order(StringComparer.Ordinal));

    [ToolFact]
    public void Replicas_share_the_aliases_and_nothing_else()
    {
        var run = Generated.Of(Site.Build());
        Assert.Equal(["podplay-dmz:ip=172.20.1.21,ip6=fd00:1::21,alias=apache,alias=apache.podplay.internal"], run.Unit("apache-2.service").Option("--network"));
        Assert.Equal(["apache-2"], run.Unit("apache-2.service").Option("--name"));
    }

    [ToolFact]
    public void A_host_network_service_gets_neither_ports_nor_network_settings()
    {
        var run = Generated.Of(Site.Build());
        Assert.Equal(["host"], run.Unit("dns.service").Option("--network"));
        Assert.Empty(run.Unit("dns.service").Option("--publish"));
        Assert.Empty(run.Unit("dns.service").Option("--sysctl"));
    }

    [ToolFact]
    public void Networks_and_volumes_are_required_by_their_users() =>
        Assert.Equal(["dmz-network.service", "spool-volume.service"], Generated.Of(Site.Build()).Unit("mail.service").Values("Unit", "Requires"));

    [ToolFact]
    public void A_job_is_waited_for_by_nobody_and_does_not_start_at_boot()
    {
        var run = Generated.Of(Site.Build());
        Assert.Equal(["oneshot"], run.Unit("certbot.service").Values("Service", "Type"));
        Assert.Empty(run.Unit("certbot.service").Values("Install", "WantedBy"));
        Assert.DoesNotContain("certbot.service", run.Unit("haproxy.service").Values("Unit", "After"));
    }

    // The test of the tests: the generator must notice.
    [ToolTheory(Debian.Trixie)]
    [InlineData("AddHost=", "Addhost=", "unsupported key 'Addhost'")]
    [InlineData("dmz.network:", "dmy.network:", "requested Quadlet unit dmy.network was not found")]
    [InlineData("# Generated", "\u0001 Generated", "not a key-value pair")]
    public void A_broken_unit_is_refused(string from, string to, string complaint)
    {
        var network = Site.Build();
        var broken = new OutputTree();
        foreach (var (path, bytes) in Rendered.Tree(network).Files)
        {
            var text = Encoding.UTF8.GetString(bytes);
            broken.Add(path, path.EndsWith("/mail.container", StringComparison.Ordinal) ? text.Replace(from, to, StringComparison.Ordinal) : text);
        }
        var run = Generated.Of(broken, network.Hosts.Single(h => h.Name == "main"));
        run.Verdict.MustReject(complaint);
        Assert.Equal(1, run.Verdict.Result.ExitCode);
        Assert.DoesNotContain(run.Units, u => u.Name == "mail.service");
    }
}
