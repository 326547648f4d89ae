using PodPlay.Artefacts.Haproxy;
using PodPlay.Model;
using PodPlay.Testing;

namespace PodPlay.Tests.Artefacts.Haproxy;

public sealed class HaproxyTests
{
    [Fact]
    public void There_is_one_file_for_each_balancer_and_none_for_other_services() =>
        Assert.Equal(["main/etc/podplay/haproxy/haproxy.cfg"], Rendered.By(new HaproxyArtefact(), EdgeNetwork.Build()).Keys);

    [Fact]
    public void A_port_is_bound_once_for_each_family_of_the_zone() =>
        Assert.Equal([":80 name http4", ":::80 name http6 v6only"], Values(Section(EdgeNetwork.Build(), "frontend fe_http"), "bind"));

    [Fact]
    public void In_an_IPv4_zone_nothing_is_bound_to_IPv6() =>
        Assert.Equal([":80 name http4"], Values(Section(EdgeNetwork.Build(subnets: ["172.20.1.0/24"]), "frontend fe_http"), "bind"));

    [Fact]
    public void In_an_IPv6_zone_servers_have_their_IPv6_address_in_brackets()
    {
        var network = EdgeNetwork.Build(replicas: 1, subnets: ["fd00:dead:beef:1::/64"]);

        Assert.Equal([":::80 name http6 v6only"], Values(Section(network, "frontend fe_http"), "bind"));
        Assert.Equal(["apache [fd00:dead:beef:1::20]:80"], Values(Section(network, "backend be_http"), "server"));
    }

    [Fact]
    public void Servers_of_the_zone_are_addressed_by_container_port_IPv4_preferred() => Assert.Equal(
        ["apache-1 172.20.1.20:80", "apache-2 172.20.1.21:80", "apache-3 172.20.1.22:80"],
        Values(Section(EdgeNetwork.Build(), "backend be_http"), "server"));

    [Fact]
    public void A_replica_more_is_one_line_more_in_each_backend()
    {
        var three = Text(EdgeNetwork.Build(replicas: 3)).Split('\n');
        var four = Text(EdgeNetwork.Build(replicas: 4)).Split('\n');

        Assert.Equal(["    server apache-4 172.20.1.23:80", "    server apache-4 172.20.1.23:443"], four.Except(three));
        Assert.Empty(three.Except(four));
    }

    [Fact]
    public void It_still_is_with_routes_weights_and_drained_servers()
    {
        string[] Lines(int replicas) => Text(InMemory.Compile(BalancingSpec.Text.Replace("at: 20, replicas: 3", $"at: 20, replicas: {replicas}", StringComparison.Ordinal)).Network!).Split('\n');
        var (three, four) = (Lines(3).ToHashSet(), Lines(4));

        Assert.Equal(["    server web-4 172.20.1.23:8080", "    server web-4 172.20.1.23:8080 weight 50"], four.Where(l => !three.Contains(l)).Distinct().Order(StringComparer.Ordinal));
        Assert.Empty(three.Except(four));
    }

    [Fact]
    public void The_narrower_route_is_asked_first() => Assert.Equal(
        [
            "a.example.com", "example.com:api:v1", "example.com", "_.b.example.com", "_.example.com", ":static:big.d", ":static",
        ],
        Values(Section(BalancingSpec.Network(), "frontend fe_http"), "use_backend").Select(v => v.Split(' ')[0]["be_http_".Length..]));

    [Fact]
    public void Servers_of_another_host_are_addressed_by_its_address_and_host_port() =>
        Assert.Equal(["web 192.168.1.101:8080"], ServersOf((network, fast) =>
            network.Service("web", network.Zone("accel", fast, "172.20.4.0/24"), 10, ["lan http 8080 -> 80"])));

    [Fact]
    public void A_service_on_the_host_network_is_addressed_by_its_host() =>
        Assert.Equal(["web 192.168.1.101:8080"], ServersOf((network, fast) => network.OnHost("web", fast, ["lan http 8080"])));

    [Fact]
    public void A_port_that_another_host_does_not_publish_has_no_server() =>
        Assert.Empty(ServersOf((network, fast) =>
            network.Service("web", network.Zone("accel", fast, "172.20.4.0/24"), 10, ["private http 80"])));

    [Fact]
    public void The_challenge_goes_to_the_solver_from_port_80_only()
    {
        var network = EdgeNetwork.Build();

        Assert.Equal(["acme_certbot if acme"], Values(Section(network, "frontend fe_http"), "use_backend"));
        Assert.DoesNotContain("acme", Section(network, "frontend fe_https"));
    }

    [Fact]
    public void The_solver_is_not_checked() =>
        Assert.DoesNotContain("check", Section(EdgeNetwork.Build(), "backend acme_certbot").Split("server certbot 172.20.1.13:80")[1]);

    [Fact]
    public void Two_solvers_are_told_apart_by_the_name_that_is_asked_for()
    {
        var network = new NetworkBuilder();
        var dmz = network.Zone("dmz", network.Host("main", "192.168.1.100"), "172.20.1.0/24");
        var web = network.Service("web", dmz, 20, ["private http 80"]);
        var haproxy = network.Service("haproxy", dmz, 10, ["public http 80"]);
        NetworkBuilder.Balance(haproxy, "http", web, "http");
        network.Certificate("example.com", [], network.Service("lego", dmz, 14, ["private acme 8080"]), haproxy);
        network.Certificate("example.org", [], network.Service("certbot", dmz, 13, ["private acme 80"]), haproxy);

        Assert.Equal(
            ["acme_lego if acme { req.hdr(host),field(1,:) -i example.com }", "acme_certbot if acme { req.hdr(host),field(1,:) -i example.org }"],
            Values(Section(network.Build(), "frontend fe_http"), "use_backend"));
    }

    [Fact]
    public void What_clients_claim_about_themselves_is_deleted_before_the_scheme_is_set() => Assert.Equal(
        ["del-header X-Forwarded- -m beg", "del-header Forwarded", "set-header X-Forwarded-Proto http"],
        Values(Section(EdgeNetwork.Build(), "frontend fe_http"), "http-request"));

    [Fact]
    public void TLS_for_an_Apache_with_certificates_passes_by_name_and_with_the_PROXY_protocol()
    {
        var network = EdgeNetwork.Build();

        Assert.Equal(["known req.ssl_sni -i example.com", "known req.ssl_sni -i www.example.com"], Values(Section(network, "frontend fe_https"), "acl"));
        Assert.Equal(["be_https if known"], Values(Section(network, "frontend fe_https"), "use_backend"));
        Assert.EndsWith("send-proxy-v2", Values(Section(network, "backend be_https"), "default-server").Single());
    }

    [Fact]
    public void TLS_for_an_Apache_without_certificates_is_handed_on_as_it_is()
    {
        var network = EdgeNetwork.Build(certificate: false);

        Assert.Equal(["be_https"], Values(Section(network, "frontend fe_https"), "default_backend"));
        Assert.DoesNotContain("send-proxy", Text(network));
        Assert.DoesNotContain("reject", Text(network));
    }

    [Fact]
    public void A_request_as_health_check_of_a_TLS_port_is_sent_over_TLS_for_a_name_of_the_site() => Assert.Contains(
        " check-ssl verify none check-sni example.com ",
        Values(Section(EdgeNetwork.Build(tlsCheck: "GET /healthz"), "backend be_https"), "default-server").Single());

    [Fact]
    public void HTTP_on_a_TLS_port_ends_TLS_with_the_certificates_of_the_balancer()
    {
        var network = HaproxyNetworks.TerminatingTls();

        Assert.Equal(
            ":443 name https4 ssl crt /certs/example.com/fullchain.pem alpn h2,http/1.1 strict-sni",
            Values(Section(network, "frontend fe_https"), "bind")[0]);
        Assert.Contains("set-header X-Forwarded-Proto https", Section(network, "frontend fe_https"));
    }

    [Fact]
    public void Where_TLS_ends_senders_of_mail_read_the_policy_before_anything_is_routed()
    {
        var text = Rendered.By(new HaproxyArtefact(), PolicySpec.Of("public: { http: 80, https: 443 }, balance: { http: { redirect: https }, https: { to: app.http } }"))["main/etc/podplay/web/haproxy.cfg"];

        Assert.Equal(
            [@"return status 200 content-type text/plain string ""version: STSv1\nmode: enforce\nmx: mail.example.com\nmax_age: 604800\n"" if { req.hdr(host),host_only -i mta-sts.example.com } { path /.well-known/mta-sts.txt }"],
            Values(text, "http-request").Where(r => r.StartsWith("return", StringComparison.Ordinal)));
        Assert.InRange(text.IndexOf("http-request return", StringComparison.Ordinal), text.IndexOf("frontend fe_https", StringComparison.Ordinal), text.IndexOf("default_backend be_https", StringComparison.Ordinal));
    }

    [Fact]
    public void A_balancer_on_the_host_network_binds_to_the_addresses_that_the_spec_wants() => Assert.Equal(
        ["192.168.1.100:80 name http4", "[2001:db8:1::100]:80 name http6"],
        Values(Section(HaproxyNetworks.OnHostAddresses(), "frontend fe_http"), "bind"));

    [Fact]
    public void Every_frontend_and_backend_says_where_it_comes_from()
    {
        var lines = Text(EdgeNetwork.Build()).Split('\n');
        var proxies = Enumerable.Range(1, lines.Length - 1).Where(i => lines[i].StartsWith("frontend ", StringComparison.Ordinal) || lines[i].StartsWith("backend ", StringComparison.Ordinal)).ToArray();

        Assert.Equal(6, proxies.Length);
        Assert.All(proxies, i => Assert.StartsWith("# ", lines[i - 1]));
    }

    private static string[] ServersOf(Func<NetworkBuilder, Host, Service> target)
    {
        var network = new NetworkBuilder();
        var main = network.Host("main", "192.168.1.100", "2001:db8:1::100");
        var fast = network.Host("fast", "2001:db8:1::101", "192.168.1.101");
        var haproxy = network.Service("haproxy", network.Zone("dmz", main, EdgeNetwork.BothFamilies), 10, ["public http 80"]);
        NetworkBuilder.Balance(haproxy, "http", target(network, fast), "http");
        return Values(Section(network.Build(), "backend be_http"), "server");
    }

    private static string Text(Network network) => Rendered.By(new HaproxyArtefact(), network)["main/etc/podplay/haproxy/haproxy.cfg"];

    private static string Section(Network network, string start)
    {
        var text = Text(network);
        var from = text.IndexOf($"\n{start} ", StringComparison.Ordinal) + 1;
        var end = text.IndexOf("\n\n", from, StringComparison.Ordinal);
        return (end < 0 ? text[from..] : text[from..end]).TrimEnd();
    }

    private static string[] Values(string section, string keyword) =>
    [
        .. section.Split('\n').Select(l => l.Trim()).Where(l => l.StartsWith(keyword + " ", StringComparison.Ordinal)).Select(l => l[(keyword.Length + 1)..]),
    ];
}
