using System.Text.RegularExpressions;
using PodPlay.Model;
using PodPlay.Testing;

namespace PodPlay.Pipeline;

/// <summary>
/// The contradictions of the original description that have no place in a spec any more: what it said twice is derived from one
/// declaration. Shown on samples/seed, the same network repaired.
/// </summary>
public sealed class ContradictionTests
{
    private static readonly Network Seed = InMemory.Compile(InMemory.Text("seed"), InMemory.Lock("seed")).Network!;
    private static readonly SortedDictionary<string, string> Files = InMemory.RenderNamed("seed");
    private static readonly string Ruleset = Files["main/etc/nftables.d/podplay.nft"];
    private static readonly string Haproxy = Files["main/etc/podplay/haproxy/haproxy.cfg"];

    private static IEnumerable<(Service Service, Port Port)> Exposed =>
        Seed.Services.SelectMany(s => s.Ports.Where(p => p.Exposure != Exposure.Private).Select(p => (s, p)));

    // Ports: one declaration makes the router's list, the published port and the rule.

    [Fact]
    public void Every_exposed_port_is_accepted_by_its_hosts_ruleset() => Assert.All(
        Exposed, e => Assert.Contains($"\"{e.Port.Path}\"", Files[$"{e.Service.Host.Name}/etc/nftables.d/podplay.nft"]));

    [Fact]
    public void Every_exposed_port_of_a_zone_is_published_on_each_address_of_its_host_by_family()
    {
        foreach (var (service, port) in Exposed.Where(e => !e.Service.IsOnHostNetwork))
        {
            var unit = Unit(service.Name);
            foreach (var family in service.Zone!.Subnets.Select(s => s.Family))
                Assert.Contains($"PublishPort={service.Host.AddressOf(family)!.Value.Bracketed}:{port.Host}:{port.Container}/", unit);
        }
        Assert.DoesNotMatch(new Regex(@"PublishPort=\d+:", RegexOptions.None), string.Concat(Files.Values));
    }

    [Fact]
    public void Every_public_port_is_in_the_routers_list_and_nothing_else_is() => Assert.Equal(
        Exposed.Where(e => e.Port.Exposure == Exposure.Public).SelectMany(e => e.Port.Protocols.Select(p => $"{e.Port.Router} {p.Word()} {e.Service.Name}.{e.Port.Name}")).Order(StringComparer.Ordinal),
        Regex.Matches(Clicks, @"^\| (\d+) \| (tcp|udp) \|.*\| (\S+) \|$", RegexOptions.Multiline)
            .Select(m => $"{m.Groups[1]} {m.Groups[2]} {m.Groups[3]}").Order(StringComparer.Ordinal));

    [Fact]
    public void DNS_goes_through_router_and_ruleset_by_both_protocols()
    {
        Assert.Equal(2, Regex.Count(Clicks, @"^\| 53 \| (tcp|udp) ", RegexOptions.Multiline));
        Assert.Equal(2, Regex.Count(Ruleset, "53 comment \"services.dns.public.dns\""));
    }

    [Fact]
    public void DNS_by_one_protocol_is_a_finding() =>
        Found("PP309", InMemory.Text("seed").Replace("53/tcp+udp", "53/udp", StringComparison.Ordinal));

    [Fact]
    public void A_container_may_bind_the_low_port_that_it_listens_on() =>
        Assert.All(new[] { "haproxy", "apache-1", "certbot" }, s => Assert.Contains("Sysctl=net.ipv4.ip_unprivileged_port_start=80\n", Unit(s)));

    // The firewall: a table of its own, whole, for both families.

    [Fact]
    public void The_ruleset_lets_loopback_icmp_and_the_administrator_in()
    {
        Assert.Matches("iifname \"lo\" accept", Ruleset);
        Assert.Matches("icmpv6 type", Ruleset);
        Assert.Matches("icmp type", Ruleset);
        Assert.Matches("tcp dport 22 .*accept", Ruleset);
    }

    [Fact]
    public void Closing_ssh_is_a_finding_unless_a_reason_is_given() =>
        Found("PP408", InMemory.Text("quickstart").Replace("podman: \"5.4\"", "admin: { ssh: none }", StringComparison.Ordinal));

    [Fact]
    public void The_ruleset_is_of_both_families_and_replaced_as_a_whole()
    {
        Assert.Contains("table inet podplay\ndelete table inet podplay\n", Ruleset);
        Assert.DoesNotContain("table ip podplay", Ruleset);
        Assert.DoesNotContain("flush ruleset", Ruleset);
        Assert.All(new[] { "iptables", "-m state" }, old => Assert.DoesNotContain(Files.Values, f => f.Contains(old, StringComparison.Ordinal)));
    }

    [Fact]
    public void Published_ports_are_judged_where_they_are_forwarded() => Assert.Matches("ct status dnat", Ruleset);

    // Addresses: each zone is made, each service has its number, each name leads to it.

    [Fact]
    public void Every_zone_is_made_with_its_own_subnets() => Assert.All(
        Seed.Zones, z => Assert.All(z.Subnets, s => Assert.Contains($"Subnet={s.Prefix}\n", Files[$"{z.Host.Name}/etc/containers/systemd/{z.Name}.network"])));

    [Fact]
    public void A_zone_of_one_family_gets_no_subnet_of_podmans_choice()
    {
        var unit = InMemory.Render(InMemory.Text("quickstart").Replace("172.20.1.0/24", "\"fd5c:1a2b:3c4d:1::/64\"", StringComparison.Ordinal).Replace("[192.168.1.100]", "[192.168.1.100, \"fd3c:9a41:77e2:7::1\"]", StringComparison.Ordinal))
            ["home/etc/containers/systemd/dmz.network"];

        // Measured on podman 5.4.2: `network create --ipv6` with an IPv6 subnet alone adds 10.89.0.0/24; without --ipv6 it does not.
        Assert.DoesNotContain("IPv6=true", unit);
        Assert.Equal(1, Regex.Count(unit, "^Subnet=", RegexOptions.Multiline));
    }

    [Fact]
    public void Every_name_in_the_hosts_block_is_an_address_that_a_unit_or_host_has()
    {
        var given = Seed.Services.SelectMany(s => s.Replicas).SelectMany(r => r.Addresses).Concat(Seed.Hosts.SelectMany(h => h.Addresses)).Select(a => a.ToString()).ToHashSet();
        var listed = Files["main/etc/podplay/hosts"].Split('\n').Where(l => l.Length > 0 && !l.StartsWith('#')).Select(l => l.Split(' ')[0]).ToList();

        Assert.NotEmpty(listed);
        Assert.Empty(listed.Except(given));
        Assert.All(Seed.Services.SelectMany(s => s.Replicas).Where(r => !r.Addresses.IsEmpty), r => Assert.Contains($":ip={r.Addresses[0]},ip6={r.Addresses[1]}", Unit(r.Name)));
    }

    [Fact]
    public void The_hosts_own_names_do_not_shadow_those_in_containers() =>
        Assert.Contains("base_hosts_file", Files["main/etc/containers/containers.conf.d/podplay.conf"]);

    [Fact]
    public void The_resolvers_of_a_container_stand_in_its_unit() => Assert.Contains("\nDNS=192.168.1.100\n", Unit("apache-1"));

    [Fact]
    public void An_address_outside_the_zone_is_a_finding() =>
        Found("PP203", InMemory.Text("seed").Replace("at: 13", "at: 300", StringComparison.Ordinal));

    [Fact]
    public void A_client_on_another_host_cannot_be_sent_to_a_private_port() =>
        Found("PP403", InMemory.Text("seed").Replace("high-perf -> accelerated: rpc", "high-perf -> db: postgres", StringComparison.Ordinal));

    [Fact]
    public void The_resolver_of_a_closed_zone_goes_on_asking_the_world() =>
        // The asking is done by podman's resolver, a process of the host; only Internal=true would stop it.
        Assert.DoesNotContain(Files.Where(f => f.Key.EndsWith(".network", StringComparison.Ordinal)), f => Regex.IsMatch(f.Value, "^Internal=", RegexOptions.Multiline));

    [Fact]
    public void Containers_ask_the_sites_own_name_server_alone() => Assert.Equal(
        ["192.168.1.100", "2001:db8:1::100"],
        Files.Where(f => f.Key.EndsWith(".container", StringComparison.Ordinal)).SelectMany(f => Regex.Matches(f.Value, "^DNS=(.*)$", RegexOptions.Multiline).Select(m => m.Groups[1].Value)).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void The_internet_is_told_public_names_only_and_at_a_limited_rate()
    {
        var views = Files["main/etc/podplay/dns/named.conf"].Split("view \"internal\"");
        var world = views[0].Split("view \"external\"")[1];

        Assert.All(new[] { "recursion no;", "rate-limit { responses-per-second 10;" }, piece => Assert.Contains(piece, world));
        Assert.Equal(["example.com", "_acme-challenge.home.example.com"], Regex.Matches(world, "^ *zone \"([^\"]+)\"", RegexOptions.Multiline).Select(m => m.Groups[1].Value));
        Assert.All(new[] { "allow-query-cache { none; };", "allow-transfer { none; };" }, piece => Assert.Contains(piece, views[0]));
    }

    [Fact]
    public void A_domain_that_hangs_on_one_address_is_a_finding()
    {
        Found("PP527", InMemory.Text("seed").Replace("    nameservers: { ns2.example.com: 198.51.100.53 } # a secondary that somebody else runs\n", "", StringComparison.Ordinal));
        Found("PP511", InMemory.Text("seed").Replace("public: 203.0.113.1", "public: dynamic", StringComparison.Ordinal));
    }

    [Fact]
    public void Mail_is_handed_over_on_the_port_that_asks_for_a_password() => Assert.Contains("Environment=MAIL_PORT=587\n", Unit("apache-1"));

    [Fact]
    public void Whom_a_service_calls_it_can_look_up_by_an_address_that_it_may_reach()
    {
        foreach (var flow in Seed.Flows)
        {
            // A balancer goes by the addresses in its configuration, and must not be restarted for a replica.
            if (flow is not { From: FlowEnd.OfService { Service: { IsOnHostNetwork: false, Balances.IsEmpty: true } client }, To: FlowEnd.OfService { Service: { } server } })
                continue;
            var address = server.IsOnHostNetwork || server.Host != client.Host ? server.Host.Addresses[0] : server.Replicas[0].Addresses[0];
            Assert.All(client.Replicas, r => Assert.Contains($"AddHost={server.Name}:{address}\n", Unit(r.Name)));
        }
    }

    [Fact]
    public void The_name_of_a_replicated_service_stands_for_all_of_its_containers() => Assert.Equal(
        3, Regex.Count(Files["main/etc/podplay/hosts"], @"^172\.20\.1\.2[012] .* apache$|^172\.20\.1\.2[012] .* apache\.podplay\.internal apache$", RegexOptions.Multiline));

    [Fact]
    public void Bridges_route_to_each_other_only_by_a_flow()
    {
        var cells = Connectivity.Matrix.Of(Seed);

        Assert.Contains("policy drop", Ruleset);
        Assert.DoesNotContain(cells, c => c.From is Connectivity.Party.OfService { Service.Zone.Name: "mgmt" } && c.To is Connectivity.Party.OfService { Service.Zone.Name: not "mgmt" } && c.Because != "flows.prometheus -> haproxy");
    }

    [Fact]
    public void What_manages_the_site_is_open_to_its_administrators_alone() => Assert.All(
        Seed.Services.Where(s => s.Zone?.Name == "mgmt").SelectMany(s => s.Ports).Where(p => p.Exposure != Exposure.Private), p => Assert.Equal("admin", p.From?.Name));

    [Fact]
    public void Every_host_has_bridges_of_its_own() => Assert.All(
        Seed.Hosts, h => Assert.Equal(h.Zones.Select(z => z.Name).Order(StringComparer.Ordinal), Files.Keys.Where(f => f.StartsWith($"{h.Name}/", StringComparison.Ordinal) && f.EndsWith(".network", StringComparison.Ordinal)).Select(f => Path.GetFileNameWithoutExtension(f)!)));

    [Fact]
    public void IPv6_comes_with_the_subnet_and_not_by_a_kernel_setting() => Assert.DoesNotContain(Files.Values, f => f.Contains("disable_ipv6", StringComparison.Ordinal));

    [Fact]
    public void On_the_hosts_network_a_container_gets_no_settings_of_that_network() =>
        Found("PP801", InMemory.Text("seed").Replace("    lan: { rpc: 9000 }", "    lan: { rpc: 9000 }\n    sysctl: { net.core.somaxconn: 4096 }", StringComparison.Ordinal));

    [Fact]
    public void A_host_whose_IPv6_is_private_is_said_not_to_be_reached() =>
        Found("PP321", InMemory.Text("seed").Replace("2001:db8:1::100]", "\"fd5c:1a2b:3c4d::100\"]", StringComparison.Ordinal));

    // The edge.

    [Fact]
    public void Apache_listens_once_on_each_port()
    {
        var listens = Files.Where(f => f.Key.Contains("/apache/", StringComparison.Ordinal)).SelectMany(f => f.Value.Split('\n')).Where(l => l.StartsWith("Listen ", StringComparison.Ordinal)).ToList();

        Assert.Equal(["Listen 80", "Listen 443"], listens);
    }

    [Fact]
    public void A_second_listen_line_cannot_be_written() =>
        Found("PP104", InMemory.Text("seed").Replace("    layout:", "", StringComparison.Ordinal).Replace("    vhosts: [example.com", "    listen: [80, \"[::]:80\"]\n    vhosts: [example.com", StringComparison.Ordinal));

    [Fact]
    public void Virtual_hosts_answer_on_both_families() => Assert.All(
        Regex.Matches(Files["main/etc/podplay/apache/sites/podplay.conf"], "<VirtualHost ([^>]+)>").Select(m => m.Groups[1].Value), v => Assert.Matches(@"^\*:\d+$", v));

    [Fact]
    public void Haproxy_binds_both_families_and_serves_443()
    {
        foreach (var port in new[] { 80, 443 })
            Assert.Equal(2, Regex.Count(Haproxy, $@"^ +bind :(::)?:?{port} ", RegexOptions.Multiline));
    }

    [Fact]
    public void Haproxy_reaches_its_servers_by_address_and_limits_what_each_gets()
    {
        Assert.All(Regex.Matches(Haproxy, @"^ +server (.*)$", RegexOptions.Multiline).Select(m => m.Groups[1].Value), s => Assert.Matches(@"^\S+ \d+\.\d+\.\d+\.\d+:\d+", s));
        Assert.Contains(" maxconn 200", Haproxy);
    }

    [Theory]
    [InlineData("log stdout")]
    [InlineData("option forwardfor")]
    [InlineData("timeout http-request")]
    [InlineData("X-Forwarded-Proto")]
    [InlineData("option httpchk")]
    [InlineData("path_beg /.well-known/acme-challenge/")]
    public void Haproxy_has_what_the_description_left_out(string piece) => Assert.Contains(piece, Haproxy);

    [Fact]
    public void Haproxys_folder_is_mounted_and_not_an_empty_volume() =>
        Assert.Contains("Volume=/etc/podplay/haproxy:/usr/local/etc/haproxy:ro\n", Unit("haproxy"));

    [Fact]
    public void The_challenge_arrives_by_IPv6_too() => Assert.Contains("80 . fd00:dead:beef:1::10 . 80 comment \"services.haproxy.public.http\"", Ruleset);

    [Fact]
    public void Mail_on_port_25_is_a_finding() =>
        Found("PP330", InMemory.Text("seed").Replace("apache -> mail: submission", "apache -> mail: smtp", StringComparison.Ordinal));

    [Fact]
    public void What_a_mail_server_at_home_needs_from_the_provider_is_said()
    {
        Found("PP317", InMemory.Text("seed"));
        Found("PP331", InMemory.Text("seed"));
        Found("PP332", InMemory.Text("seed").Replace("public: 203.0.113.1", "public: dynamic", StringComparison.Ordinal));
        Assert.Contains("mail.example.com", Files["router/CLICKS.md"]);
    }

    [Fact]
    public void A_public_authority_is_not_asked_for_internal_names() =>
        Found("PP616", InMemory.Text("seed").Replace("names: [www.example.com, mail.example.com, mta-sts.example.com]", "names: [mail.podplay.internal]", StringComparison.Ordinal));

    [Fact]
    public void Certificates_reach_those_who_use_them_and_are_renewed()
    {
        foreach (var unit in new[] { "certbot.timer", "podplay-certificates.path", "podplay-certificates-check.timer" })
            Assert.Contains($"main/etc/systemd/system/{unit}", Files.Keys);
        Assert.All(new[] { "haproxy", "apache-1", "mail" }, s => Assert.Contains($"Volume=/var/lib/podplay/certs/{s}:/certs:ro,U\n", Unit(s)));
        Assert.All(new[] { "haproxy", "apache-1" }, s => Assert.Contains("\nExecReload=", Unit(s)));
        Assert.Contains("/var/lib/podplay/acme/certbot:/etc/letsencrypt", Unit("certbot"));
    }

    // Operation.

    [Fact]
    public void What_is_needed_to_make_a_site_again_stands_in_the_spec() =>
        // No state of a host is read: the same spec gives the same files, subnets and all.
        Assert.Equal(Files, InMemory.RenderNamed("seed"));

    [Fact]
    public void Units_start_at_boot_and_again_after_a_fault_and_name_no_container_by_its_number()
    {
        foreach (var (path, unit) in Files.Where(f => f.Key.EndsWith(".container", StringComparison.Ordinal) && !f.Key.EndsWith("certbot.container", StringComparison.Ordinal)))
        {
            Assert.True(unit.Contains("\nRestart=always\n", StringComparison.Ordinal) && unit.Contains("\nWantedBy=multi-user.target\n", StringComparison.Ordinal), path);
            Assert.DoesNotMatch("[0-9a-f]{64}", unit);
        }
    }

    [Fact]
    public void Run_books_look_into_containers_from_the_host()
    {
        Assert.Contains("nsenter -t \"$(podman inspect -f {{.State.Pid}} apache-1)\" -n timeout 30 tcpdump ", Files["main.RUNBOOK.md"]);
        Assert.DoesNotMatch(@"podman exec \S+ (tcpdump|ss|ping|dig|nc|ip) ", string.Concat(Files.Where(f => f.Key.EndsWith(".RUNBOOK.md", StringComparison.Ordinal)).Select(f => f.Value)));
    }

    [Fact]
    public void Kernel_settings_outlive_a_boot() => Assert.Contains("\nnet.core.rmem_max = 134217728\n", Files["main/etc/sysctl.d/90-podplay.conf"]);

    [Theory]
    [InlineData("net.core.rmem_max: 134217728", "PP801")]
    [InlineData("vm.swappiness: 10", "PP801")]
    public void A_setting_of_the_host_is_refused_to_a_container(string setting, string code) =>
        Found(code, InMemory.Text("seed").Replace("    timer: daily", $"    sysctl: {{ {setting} }}", StringComparison.Ordinal));

    [Fact]
    public void The_hosts_fast_open_is_said_not_to_reach_containers() => Found("PP802", InMemory.Text("seed"));

    private static string Clicks => Files["NETWORK.md"].Split("## Router: clicks to make")[1].Split("\n## ")[0];

    private static string Unit(string name) => Files.Single(f => f.Key.EndsWith($"/{name}.container", StringComparison.Ordinal)).Value;

    private static void Found(string code, string spec) => Assert.Contains(InMemory.Compile(spec).Findings.Open, d => d.Code == code);
}
