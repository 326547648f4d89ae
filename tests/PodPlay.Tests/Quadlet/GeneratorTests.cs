using System.Text;
using PodPlay.Output;

namespace PodPlay.Tests.Quadlet;

/// <summary>Whole trees through the generator of podman 5.4.2.</summary>
public sealed class GeneratorTests
{
    [Fact]
    public void A_whole_rootful_host_is_accepted_without_a_word()
    {
        var run = GeneratorRun.Over(Site.Build());
        Assert.Empty(run.Complaints);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            [
                "apache-1.service", "apache-2.service", "apache-3.service", "certbot.service", "certs-volume.service", "db.service",
                "dmz-network.service", "dns.service", "haproxy.service", "internal-network.service", "letsencrypt-volume.service",
                "mail.service", "spool-volume.service",
            ],
            run.Services.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_whole_rootless_host_is_accepted_without_a_word()
    {
        var run = GeneratorRun.Over(Site.Build(uid: 1000));
        Assert.Empty(run.Complaints);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(13, run.Services.Count);
    }

    [Fact]
    public void The_network_command_says_everything_explicitly() => Assert.Equal(
        [
            "--gateway", "--gateway", "--ignore", "--ip-range", "--ip-range", "--ipv6", "--opt", "--opt", "--subnet", "--subnet",
            "/usr/bin/podman", "172.20.1.0/24", "172.20.1.1", "172.20.1.240/28", "com.docker.network.bridge.name=pp-dmz", "create",
            "fd00:1::/64", "fd00:1::1", "fd00:1::ffff:ffff:ffff:0/112", "isolate=false", "network", "podplay-dmz",
        ],
        GeneratorRun.Over(Site.Build()).SortedArguments("dmz-network.service"));

    [Fact]
    public void Gateways_and_ranges_follow_their_subnets()
    {
        var words = GeneratorRun.Over(Site.Build()).Arguments("dmz-network.service");
        Assert.Equal(
            "--subnet 172.20.1.0/24 --gateway 172.20.1.1 --ip-range 172.20.1.240/28 --subnet fd00:1::/64 --gateway fd00:1::1 --ip-range fd00:1::ffff:ffff:ffff:0/112",
            string.Join(' ', words.SkipWhile(w => w != "--subnet").Take(12)));
    }

    [Fact]
    public void The_container_command_is_what_the_spec_means() => Assert.Equal(
        [
            "--add-host", "--add-host", "--add-host", "--add-host", "--cgroups=split", "--cidfile=%t/%N.cid", "--env", "--env", "--health-cmd",
            "--health-interval", "--health-retries", "--health-startup-cmd", "--health-startup-interval", "--health-startup-timeout",
            "--health-timeout", "--name", "--network", "--publish", "--publish", "--publish", "--publish", "--replace", "--rm",
            "--sdnotify=healthy", "--secret", "--security-opt=no-new-privileges", "--stop-timeout", "--sysctl", "--userns",
            "-d", "-v", "/usr/bin/podman", "10s", "10s", "192.168.1.100:25:25/tcp", "192.168.1.100:587:587/tcp", "2s", "3", "30s", "60",
            "DB_HOST=db.podplay.internal", "DB_PORT=5432",
            "[2001:db8:1::100]:25:25/tcp", "[2001:db8:1::100]:587:587/tcp", "auto",
            "db.podplay.internal:172.20.2.10", "db.podplay.internal:fd00:2::10", "db:172.20.2.10", "db:fd00:2::10", "docker.io/library/busybox:1.36",
            "mail", "mail-dkim-key", "nc -z localhost 25", "nc -z localhost 25", "net.ipv4.ip_unprivileged_port_start=25",
            "podplay-dmz:ip=172.20.1.11,ip6=fd00:1::11,alias=mx", "podplay-spool:/var/spool/mail:U", "run",
        ],
        GeneratorRun.Over(Site.Build()).SortedArguments("mail.service"));

    [Fact]
    public void Replicas_share_the_aliases_and_nothing_else()
    {
        var run = GeneratorRun.Over(Site.Build());
        Assert.Equal(["podplay-dmz:ip=172.20.1.21,ip6=fd00:1::21,alias=apache,alias=apache.podplay.internal"], run.Option("apache-2.service", "--network"));
        Assert.Equal(["apache-2"], run.Option("apache-2.service", "--name"));
    }

    [Fact]
    public void A_host_network_service_gets_neither_ports_nor_network_settings()
    {
        var run = GeneratorRun.Over(Site.Build());
        Assert.Equal(["host"], run.Option("dns.service", "--network"));
        Assert.Empty(run.Option("dns.service", "--publish"));
        Assert.Empty(run.Option("dns.service", "--sysctl"));
    }

    [Fact]
    public void Networks_and_volumes_are_required_by_their_users() =>
        Assert.Equal(["dmz-network.service", "spool-volume.service"], GeneratorRun.Over(Site.Build()).Lines("mail.service", "Requires"));

    [Fact]
    public void A_job_is_waited_for_by_nobody_and_does_not_start_at_boot()
    {
        var run = GeneratorRun.Over(Site.Build());
        Assert.Equal(["oneshot"], run.Lines("certbot.service", "Type"));
        Assert.DoesNotContain("[Install]", run.Services["certbot.service"], StringComparison.Ordinal);
        Assert.DoesNotContain("certbot", run.Services["haproxy.service"].Split("[X-Container]")[0], StringComparison.Ordinal);
    }

    // The test of the tests: the generator must notice.
    [Theory]
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
        var run = GeneratorRun.Over(broken, network.Hosts.Single(h => h.Name == "main"));
        Assert.Equal(1, run.ExitCode);
        Assert.Contains(complaint, string.Join('\n', run.Complaints), StringComparison.Ordinal);
        Assert.DoesNotContain("mail.service", run.Services.Keys);
    }
}
