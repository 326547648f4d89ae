using PodPlay.Model;
using PodPlay.Testing;
using static PodPlay.Testing.BuildNetwork;

namespace PodPlay.Tests.Quadlet;

public sealed class DiscoveryTests
{
    private readonly BuildNetwork _build = new();
    private readonly Zone _dmz;

    public DiscoveryTests() => _dmz = _build.Zone(_build.Host());

    [Fact]
    public void One_port_is_the_port()
    {
        _build.Flow(Caller(), _build.Service(_dmz, "mail", 11, with: Ports("mail", ("submission", 587))), "submission");
        Assert.Equal(["MAIL_HOST=mail.podplay.internal", "MAIL_PORT=587"], Environment());
    }

    [Fact]
    public void Several_ports_bear_their_names()
    {
        _build.Flow(Caller(), _build.Service(_dmz, "high-perf", 11, with: Ports("high-perf", ("http", 80), ("https", 443))), "https", "http");
        Assert.Equal(["HIGH_PERF_HOST=high-perf.podplay.internal", "HIGH_PERF_HTTP_PORT=80", "HIGH_PERF_HTTPS_PORT=443"], Environment());
    }

    [Fact]
    public void The_specs_own_variable_and_a_secrets_count()
    {
        var caller = _build.Service(_dmz, "web", with: p => p with
        {
            Environment = [new("MAIL_HOST", "relay.example.com")],
            Secrets = [new Secret("mail-port", "MAIL_PORT", "services.web.secrets")],
        });
        _build.Flow(caller, _build.Service(_dmz, "mail", 11, with: Ports("mail", ("smtp", 25))), "smtp");
        Assert.Equal(["MAIL_HOST=relay.example.com"], Environment());
    }

    [Fact]
    public void Only_families_that_the_callers_zone_has_are_given()
    {
        var old = _build.Zone(_dmz.Host, "old", "172.20.9.0/24");
        _build.Flow(_build.Service(old, "web"), _build.Service(_dmz, "mail", 11, with: Ports("mail", ("smtp", 25))), "smtp");
        Assert.Equal(["mail:172.20.1.11", "mail.podplay.internal:172.20.1.11"], Hosts());
    }

    [Fact]
    public void Replicas_of_the_same_zone_are_found_by_their_alias_and_named_nowhere()
    {
        _build.Flow(Caller(), _build.Service(_dmz, "app", 20, 3, Ports("app", ("http", 80))), "http");
        Assert.Empty(Hosts());
        Assert.Equal(["APP_HOST=app", "APP_PORT=80"], Environment());
    }

    [Fact]
    public void Replicas_of_another_zone_are_found_at_the_first()
    {
        var inner = _build.Zone(_dmz.Host, "inner", "172.20.2.0/24");
        _build.Flow(Caller(), _build.Service(inner, "app", 20, 3, Ports("app", ("http", 80))), "http");
        Assert.Equal(["app:172.20.2.20", "app.podplay.internal:172.20.2.20"], Hosts());
        Assert.Contains("APP_HOST=app.podplay.internal", Environment());
    }

    [Fact]
    public void A_service_of_another_host_is_met_at_its_host_and_published_port()
    {
        var zone = _build.Zone(_build.Host("fast", "192.168.1.101", "2001:db8:1::101"), "accel", "172.20.4.0/24");
        _build.Flow(Caller(), _build.Service(zone, "rpc", with: p => p with { Ports = [Port("rpc", "rpc", Exposure.Lan, 9000, 19000)] }), "rpc");
        Assert.Equal(["rpc:192.168.1.101", "rpc:2001:db8:1::101", "rpc.podplay.internal:192.168.1.101", "rpc.podplay.internal:2001:db8:1::101"], Hosts());
        Assert.Contains("RPC_PORT=19000", Environment());
    }

    [Fact]
    public void A_host_network_service_is_met_at_its_hosts_addresses()
    {
        _build.Flow(Caller(), _build.OnHost(_dmz.Host, "dns", p => p with { Ports = [Port("dns", "dns", Exposure.Lan, 53, 53)] }), "dns");
        Assert.Equal("dns:192.168.1.100", Hosts()[0]);
        Assert.Contains("DNS_PORT=53", Environment());
    }

    [Fact]
    public void A_rootless_service_meets_its_own_host_by_podmans_word_for_it()
    {
        var build = new BuildNetwork();
        var zone = build.Zone(build.Host(uid: 1000));
        build.Flow(build.Service(zone, "web"), build.OnHost(zone.Host, "dns", p => p with { Ports = [Port("dns", "dns", Exposure.Lan, 5353, 5353)] }), "dns");
        Assert.Contains("AddHost=dns:host-gateway\n", Rendered.Text(build.Build(), "main/etc/containers/systemd/users/1000/web.container"), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_flows_to_one_callee_are_told_once()
    {
        var mail = _build.Service(_dmz, "mail", 11, with: Ports("mail", ("smtp", 25), ("submission", 587)));
        _build.Flow(_dmz, mail, "submission");
        _build.Flow(Caller(), mail, "smtp", "submission");
        Assert.Equal(["MAIL_HOST=mail.podplay.internal", "MAIL_SMTP_PORT=25", "MAIL_SUBMISSION_PORT=587"], Environment());
        Assert.Contains("# flows.dmz -> mail\n# flows.web -> mail\nEnvironment=MAIL_HOST=", Text(), StringComparison.Ordinal);
    }

    private Service Caller() => _build.Service(_dmz, "web");

    private string[] Environment() => Lines("Environment=");

    private string[] Hosts() => Lines("AddHost=");

    private string[] Lines(string key) => [.. Text().Split('\n').Where(l => l.StartsWith(key, StringComparison.Ordinal)).Select(l => l[key.Length..])];

    private string Text() => Rendered.Text(_build.Build(), "main/etc/containers/systemd/web.container");

    private static Func<ServiceParts, ServiceParts> Ports(string service, params (string Name, int Number)[] ports) =>
        p => p with { Ports = [.. ports.Select(x => Port(service, x.Name, Exposure.Private, x.Number))] };
}
