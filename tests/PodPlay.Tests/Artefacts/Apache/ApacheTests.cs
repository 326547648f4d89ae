using PodPlay.Artefacts.Apache;
using PodPlay.Model;
using PodPlay.Testing;

namespace PodPlay.Tests.Artefacts.Apache;

public sealed class ApacheTests
{
    private const string Ports = "main/etc/podplay/apache/ports.conf";
    private const string Sites = "main/etc/podplay/apache/sites/podplay.conf";
    private const string OneFile = "main/etc/podplay/apache/podplay.conf";

    [Fact]
    public void Debian_s_package_gets_its_ports_and_its_folder_of_sites() => Assert.Equal([Ports, Sites], Files(EdgeNetwork.Build()).Keys);

    [Fact]
    public void The_httpd_image_gets_one_file() => Assert.Equal([OneFile], Files(EdgeNetwork.Build(layout: ApacheLayout.Httpd)).Keys);

    [Fact]
    public void There_is_one_Listen_for_each_port() => Assert.Equal(["80", "443"], Values(Files(EdgeNetwork.Build())[Ports], "Listen"));

    [Fact]
    public void In_an_IPv4_zone_it_says_so() =>
        Assert.Equal(["0.0.0.0:80", "0.0.0.0:443"], Values(Files(EdgeNetwork.Build(subnets: ["172.20.1.0/24"]))[Ports], "Listen"));

    [Fact]
    public void The_httpd_image_listens_on_80_by_itself() =>
        Assert.Equal(["443"], Values(Files(EdgeNetwork.Build(layout: ApacheLayout.Httpd))[OneFile], "Listen"));

    [Fact]
    public void The_sites_of_Debian_listen_to_nothing() => Assert.Empty(Values(Files(EdgeNetwork.Build())[Sites], "Listen"));

    [Fact]
    public void Each_port_has_a_default_host_first_and_then_every_site() => Assert.Equal(
        ["default.invalid", "example.com", "www.example.com", "default.invalid", "example.com", "www.example.com"],
        Values(Files(EdgeNetwork.Build())[Sites], "    ServerName"));

    [Fact]
    public void Modules_are_loaded_from_where_the_layout_has_them()
    {
        Assert.Contains("rewrite_module /usr/lib/apache2/modules/mod_rewrite.so", Values(Files(EdgeNetwork.Build())[Sites], "    LoadModule"));
        Assert.Contains("rewrite_module modules/mod_rewrite.so", Values(Files(EdgeNetwork.Build(layout: ApacheLayout.Httpd))[OneFile], "    LoadModule"));
    }

    [Fact]
    public void Only_the_balancer_may_say_who_the_client_was() =>
        Assert.Equal(["172.20.1.10", "fd00:dead:beef:1::10"], Values(Files(EdgeNetwork.Build())[Sites], "RemoteIPInternalProxy"));

    [Fact]
    public void From_another_zone_the_balancer_looks_like_the_gateway() => Assert.Equal(
        ["172.20.2.1"],
        ProxiesOf((network, main) => network.Service("haproxy", network.Zone("front", main, "172.20.3.0/24"), 10, ["public http 80"])));

    [Fact]
    public void From_another_host_the_balancer_looks_like_its_host() => Assert.Equal(
        ["192.168.1.101", "2001:db8:1::101"],
        ProxiesOf((network, _) => network.Service("haproxy", network.Zone("front", network.Host("fast", "192.168.1.101", "2001:db8:1::101"), "172.20.3.0/24"), 10, ["public http 80"])));

    [Fact]
    public void Without_a_balancer_nobody_may() => Assert.DoesNotContain("RemoteIP", Files(Alone())[Sites].Replace("remoteip", "", StringComparison.Ordinal));

    [Fact]
    public void The_PROXY_protocol_is_spoken_exactly_where_a_balancer_hands_TLS_on()
    {
        Assert.Single(Values(Files(EdgeNetwork.Build())[Sites], "    RemoteIPProxyProtocol"));
        Assert.DoesNotContain("RemoteIPProxyProtocol", Files(Alone())[Sites]);
        Assert.Contains("SSLEngine on", Files(Alone())[Sites]);
    }

    [Fact]
    public void Without_a_certificate_nothing_is_served_on_the_TLS_port()
    {
        var sites = Files(EdgeNetwork.Build(certificate: false))[Sites];

        Assert.DoesNotContain("*:443", sites);
        Assert.DoesNotContain("ssl_module", sites);
    }

    [Fact]
    public void A_site_that_no_certificate_covers_has_no_TLS()
    {
        var network = new NetworkBuilder();
        var dmz = network.Zone("dmz", network.Host("main", "192.168.1.100"), "172.20.2.0/24");
        var apache = network.Service("apache", dmz, 20, ["public https 443"], sites: ["a.example.com", "b.a.example.com", "example.org"]);
        network.Certificate("*.example.com", [], null, apache);

        var sites = Files(network.Build())[Sites];

        Assert.Equal(["default.invalid", "a.example.com"], Values(sites, "    ServerName"));
        Assert.Equal("/certs/_.example.com/privkey.pem", Values(sites, "    SSLCertificateKeyFile")[0]);
    }

    [Theory]
    [InlineData("layout: debian", "sites/", "/etc/apache2/sites-enabled")]
    [InlineData("layout: httpd", "", "/usr/local/apache2/conf/podplay")]
    public void A_policy_for_senders_of_mail_has_a_site_with_TLS_that_shows_nothing_else(string layout, string folder, string inside)
    {
        var files = Files(PolicySpec.Of($"public: {{ http: 80, https: 443 }}, vhosts: [example.com], {layout}"));
        var sites = files[$"main/etc/podplay/web/{folder}podplay.conf"];

        Assert.Equal("version: STSv1\nmode: enforce\nmx: mail.example.com\nmax_age: 604800\n", files[$"main/etc/podplay/web/{folder}policies/mta-sts.example.com.txt"]);
        Assert.Equal(["default.invalid", "example.com", "default.invalid", "example.com", "mta-sts.example.com"], Values(sites, "    ServerName"));
        Assert.Equal([$"/.well-known/mta-sts.txt {inside}/policies/mta-sts.example.com.txt"], Values(sites, "    Alias"));
        Assert.Equal(2, Values(sites, "    DocumentRoot").Length);
    }

    [Fact]
    public void A_site_of_the_spec_shows_it_beside_its_pages()
    {
        var sites = Files(PolicySpec.Of("public: { http: 80, https: 443 }, vhosts: [example.com, mta-sts.example.com], layout: debian"))["main/etc/podplay/web/sites/podplay.conf"];

        Assert.Single(Values(sites, "    Alias"));
        Assert.Equal(4, Values(sites, "    DocumentRoot").Length);
    }

    [Fact]
    public void Without_a_certificate_for_its_name_it_is_not_shown()
    {
        var files = Files(PolicySpec.Compile("public: { https: 443 }, vhosts: [example.com]", "www.example.com").Network!);

        Assert.DoesNotContain(files, f => f.Key.Contains("mta-sts", StringComparison.Ordinal) || f.Value.Contains("mta-sts", StringComparison.Ordinal));
    }

    [Fact]
    public void There_is_a_worker_for_whatever_the_balancers_send_and_some_for_checks()
    {
        Assert.Equal(["425"], Values(Files(EdgeNetwork.Build())[Sites], "    MaxRequestWorkers"));
        Assert.Equal(["225"], Values(Files(Alone())[Sites], "    MaxRequestWorkers"));
    }

    [Fact]
    public void A_replica_more_changes_nothing() => Assert.Equal(Files(EdgeNetwork.Build(replicas: 3)), Files(EdgeNetwork.Build(replicas: 4)));

    /// <summary>An Apache that the router forwards to.</summary>
    internal static Network Alone(ApacheLayout layout = ApacheLayout.Debian)
    {
        var network = new NetworkBuilder();
        var dmz = network.Zone("dmz", network.Host("main", "192.168.1.100"), EdgeNetwork.BothFamilies);
        var apache = network.Service("apache", dmz, 20, ["public http 80", "public https 443", "private admin 8080-8081"], sites: ["example.com"], layout: layout);
        network.Certificate("example.com", [], null, apache);
        return network.Build();
    }

    private static string[] ProxiesOf(Func<NetworkBuilder, Host, Service> balancer)
    {
        var network = new NetworkBuilder();
        var main = network.Host("main", "192.168.1.100");
        var apache = network.Service("apache", network.Zone("dmz", main, "172.20.2.0/24"), 20, ["lan http 80"], sites: ["example.com"]);
        NetworkBuilder.Balance(balancer(network, main), "http", apache, "http");
        return Values(Files(network.Build())[Sites], "RemoteIPInternalProxy");
    }

    private static SortedDictionary<string, string> Files(Network network) => Rendered.By(new ApacheArtefact(), network);

    private static string[] Values(string text, string directive) =>
        [.. text.Split('\n').Where(l => l.StartsWith(directive + " ", StringComparison.Ordinal)).Select(l => l[(directive.Length + 1)..])];
}
