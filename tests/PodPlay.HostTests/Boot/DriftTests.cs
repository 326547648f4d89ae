using PodPlay.Drift;
using PodPlay.Drift.Rendering;
using PodPlay.Firewall;
using PodPlay.Testing;
using PodPlay.Testing.Tools;

namespace PodPlay.Boot;

/// <summary>Deviations planted on running hosts, one after the other: each is found, alone, as what it is, and gone when it is undone.</summary>
[Collection(SeedCollection.Name)]
public sealed class DriftTests(SeedHosts hosts)
{
    private const string Unit = "/etc/containers/systemd/high-perf.container";
    private const string Reload = "systemctl reload podplay-firewall.service";

    public static TheoryData<string> Titles => [.. Planted.Keys];

    private static Dictionary<string, (string Host, string Plant, string Undo, DriftKind Kind, string Subject)> Planted { get; } = new()
    {
        ["a unit file is edited"] = ("fast", $"cp -p {Unit} /root/kept && sed -i 's/^NoNewPrivileges=true/NoNewPrivileges=false/' {Unit}", $"cp -p /root/kept {Unit}", DriftKind.Changed, $"file {Unit}"),
        ["a file is removed"] = ("fast", "mv /etc/podplay/merge-hosts.sh /root/", "mv /root/merge-hosts.sh /etc/podplay/", DriftKind.Changed, "file /etc/podplay/merge-hosts.sh"),
        ["a file cannot be read by its container any more"] = ("main", "chmod 600 /etc/podplay/haproxy/haproxy.cfg", "chmod 644 /etc/podplay/haproxy/haproxy.cfg", DriftKind.Changed, "file /etc/podplay/haproxy/haproxy.cfg"),
        ["a unit of nobody"] = ("fast", "printf '[Container]\\nImage=localhost/debian:13\\n' >/etc/containers/systemd/extra.container", "rm /etc/containers/systemd/extra.container", DriftKind.Extra, "file /etc/containers/systemd/extra.container"),
        ["a drop-in for podman"] = ("fast", "mkdir /etc/containers/systemd/high-perf.container.d && echo >/etc/containers/systemd/high-perf.container.d/more.conf", "rm -r /etc/containers/systemd/high-perf.container.d", DriftKind.Extra, "file /etc/containers/systemd/high-perf.container.d/more.conf"),
        ["a drop-in for systemd"] = ("fast", "mkdir /etc/systemd/system/high-perf.service.d && printf '[Service]\\nNice=1\\n' >/etc/systemd/system/high-perf.service.d/more.conf && systemctl daemon-reload", "rm -r /etc/systemd/system/high-perf.service.d && systemctl daemon-reload", DriftKind.Extra, "file /etc/systemd/system/high-perf.service.d/more.conf"),
        ["a rule is added"] = ("fast", "nft insert rule inet podplay input tcp dport 9999 accept", Reload, DriftKind.Changed, "chain inet podplay input"),
        ["an address is added to a set"] = ("main", "nft add element inet podplay zone_src4 '{ \"pp-dmz\" . 10.0.0.0/8 }'", Reload, DriftKind.Changed, "set inet podplay zone_src4"),
        ["a table is deleted"] = ("fast", "nft delete table inet podplay", Reload, DriftKind.Changed, "table inet podplay"),
        ["a table of others drops"] = ("fast", "nft 'table inet other { chain in { type filter hook input priority 10; policy drop; accept; }; }'", "nft delete table inet other", DriftKind.Extra, "table inet other"),
        ["a kernel setting is changed"] = ("fast", "sysctl -qw net.ipv4.conf.all.accept_redirects=1", "sysctl -qw net.ipv4.conf.all.accept_redirects=0", DriftKind.Changed, "setting net.ipv4.conf.all.accept_redirects"),
        ["a service is stopped"] = ("fast", "systemctl stop high-perf.service", "systemctl start high-perf.service", DriftKind.Changed, "unit high-perf.service"),
        ["a service is masked"] = ("fast", "systemctl mask --quiet high-perf.service", "systemctl unmask --quiet high-perf.service", DriftKind.Changed, "unit high-perf.service"),
        ["a timer is disabled"] = ("main", "systemctl disable --quiet certbot.timer", "systemctl enable --quiet certbot.timer", DriftKind.Changed, "unit certbot.timer"),
        ["somebody listens"] = ("fast", "systemd-run --quiet --unit=guest systemd-socket-activate -l 0.0.0.0:9999 cat; for i in $(seq 100); do [ -z \"$(ss -Hlnt 'sport = :9999')\" ] || exit 0; sleep 0.1; done; exit 1", "systemctl stop guest.service", DriftKind.Extra, "socket tcp 0.0.0.0:9999"),
        // What `podman network create --ignore` leaves behind when only the unit's file is changed.
        ["a network has another subnet"] = ("fast", "sed -i 's/172\\.20\\.4\\./172.20.44./' /etc/containers/networks/podplay-accel.json", "sed -i 's/172\\.20\\.44\\./172.20.4./' /etc/containers/networks/podplay-accel.json", DriftKind.Changed, "network podplay-accel"),
        ["a network of nobody"] = ("fast", "podman network create --subnet 10.9.9.0/24 stray >/dev/null", "podman network rm stray >/dev/null", DriftKind.Extra, "network stray"),
        ["an image is replaced under its name"] = ("main", "podman tag docker.io/library/redis:7.4.1 localhost/kept:1 && podman tag docker.io/library/haproxy:3.0.8 docker.io/library/redis:7.4.1", "podman tag localhost/kept:1 docker.io/library/redis:7.4.1 && podman untag localhost/kept:1 localhost/kept:1", DriftKind.Changed, "container cache"),
        ["a container of nobody"] = ("fast", "podman run --detach --name stray --network podplay-accel:ip=172.20.4.77 localhost/debian:13 sleep infinity >/dev/null", "podman rm --force --time 0 stray >/dev/null", DriftKind.Extra, "container stray"),
        ["the block of /etc/hosts is edited"] = ("fast", "sed -i 's/^192.168.1.100 main/192.168.1.99 main/' /etc/hosts", "sh /etc/podplay/merge-hosts.sh", DriftKind.Changed, "file /etc/hosts"),
        ["a secret is removed"] = ("main", "podman secret rm mail-dkim-key >/dev/null", "echo again | podman secret create mail-dkim-key - >/dev/null", DriftKind.Changed, "secret mail-dkim-key"),
    };

    [ToolFact(Debian.Trixie)]
    public void Clean_hosts_do_not_deviate_and_collecting_changes_nothing()
    {
        hosts.Become(SeedHosts.Seed);
        hosts.Lab.Clear();
        Assert.All(hosts.Hosts, host =>
        {
            // Ids and times of containers, rules with their handles, every file of /etc and where files of podman and systemd were touched.
            string State() => host.Shell("podman ps --all --no-trunc --format '{{.ID}} {{.StartedAt}}'; nft -s -a list ruleset; find /etc /run/podplay /run/systemd/system /var/lib/podplay -printf '%p %T@ %m\\n' 2>/dev/null | sort; ip -o link; sysctl -a 2>/dev/null | grep -E 'forward|rp_filter|redirects'");
            var before = State();
            var report = Collected.Text(host, SeedHosts.Seed);
            Assert.Equal(before, State());
            Assert.DoesNotContain("a secret of the tests", report, StringComparison.Ordinal);
            // Containers get both by their environment.
            Assert.DoesNotContain("API_PORT", report, StringComparison.Ordinal);
            Assert.Empty(Collected.Drift(host, SeedHosts.Seed).Deviations);
        });
    }

    [ToolTheory(Debian.Trixie)]
    [MemberData(nameof(Titles))]
    public void A_planted_deviation_is_found_alone_and_as_what_it_is(string title)
    {
        var (name, plant, undo, kind, subject) = Planted[title];
        hosts.Become(SeedHosts.Seed);
        hosts.Lab.Clear();
        var host = hosts.Lab[name];
        host.Shell(plant);
        try
        {
            var deviation = Assert.Single(Collected.Drift(host, SeedHosts.Seed).Deviations);
            Assert.Equal((kind, subject), (deviation.Kind, deviation.Subject));
        }
        finally
        {
            host.Shell(undo);
        }
        Assert.Empty(Collected.Drift(host, SeedHosts.Seed).Deviations);
    }

    [ToolFact(Debian.Trixie)]
    public void A_spec_that_is_newer_than_the_host_is_not_applied()
    {
        hosts.Become(SeedHosts.Seed);
        var newer = SeedHosts.Edited(("localhost/podplay-high-perf:1.0.0", "localhost/podplay-high-perf:1.0.1"));
        var deviation = Assert.Single(Collected.Drift(hosts.Lab["fast"], SeedHosts.Seed, newer).Deviations);
        Assert.Equal((DriftKind.NotApplied, $"file {Unit}"), (deviation.Kind, deviation.Subject));
        // A service more: files, names, rules, and nothing that would have been changed on the host.
        var more = SeedHosts.Edited(("replicas: 3", "replicas: 4"));
        var many = Collected.Drift(hosts.Lab["main"], more, more).Deviations;
        Assert.Contains(many, d => d.Subject == "file /etc/containers/systemd/apache-4.container");
        Assert.All(many, d => Assert.Equal(DriftKind.NotApplied, d.Kind));
    }

    [ToolFact(Debian.Trixie)]
    public void A_host_whose_podman_or_kernel_does_not_answer_is_never_clean()
    {
        hosts.Become(SeedHosts.Seed);
        string[] Without(string program) => ["unshare", "--mount", "sh", "-c", $"mount --bind /dev/null \"$(command -v {program})\" && exec \"$@\"", "without"];
        foreach (var (program, section) in new[] { ("podman", "containers"), ("podman", "networks"), ("podman", "secrets"), ("nft", "live"), ("nft", "loaded"), ("nft", "tables"), ("ss", "sockets"), ("unshare", "loaded"), ("systemctl", "units") })
            Assert.Contains(Collected.Drift(hosts.Lab["fast"], SeedHosts.Seed, null, Without(program)).Deviations, d => d.Kind == DriftKind.Changed && d.Subject == $"section {section}");
    }

    [ToolFact(Debian.Trixie)]
    public void The_page_shows_what_is_said()
    {
        hosts.Become(SeedHosts.Seed);
        hosts.Lab.Clear();
        var fast = hosts.Lab["fast"];
        var planted = new[] { "a rule is added", "a service is stopped", "a unit of nobody" }.Select(t => Planted[t]).ToList();
        planted.ForEach(p => fast.Shell(p.Plant));
        try
        {
            var newer = InMemory.Compile(SeedHosts.Text.Replace("localhost/podplay-accelerated:1.0.0", "localhost/podplay-accelerated:1.0.1", StringComparison.Ordinal));
            var drift = Collected.Drift(fast, SeedHosts.Seed, Changes.ChangeSide.Of(newer));
            GeneratedPart.IsCurrent("docs/drift.md", "drift", $"```console\n$ ssh root@fast sh -s <output/fast.collect.sh >fast.report\n$ podplay drift --from fast.report\n{DriftTextRenderer.Render(new([drift], ["main"], newer.Places)).TrimEnd()}\n```");
        }
        finally
        {
            planted.ForEach(p => fast.Shell(p.Undo));
        }
    }
}
