using PodPlay.Artefacts.Quadlet;
using PodPlay.Model;
using PodPlay.Testing;
using static PodPlay.Testing.BuildNetwork;

namespace PodPlay.Tests.Quadlet;

public sealed class StartOrderTests
{
    private readonly BuildNetwork _build = new();
    private readonly Zone _zone;

    public StartOrderTests() => _zone = _build.Zone(_build.Host());

    [Fact]
    public void A_caller_starts_after_those_it_calls()
    {
        var (web, db) = (Service("web"), Service("db"));
        _build.Flow(web, db, "tcp");
        Assert.Equal("db", Before(web));
        Assert.Equal("", Before(db));
    }

    [Fact]
    public void A_circle_is_wanted_but_not_ordered()
    {
        var (a, b, c, outside) = (Service("a"), Service("b"), Service("c"), Service("outside"));
        _build.Flow(a, b, "tcp");
        _build.Flow(b, c, "tcp");
        _build.Flow(c, a, "tcp");
        _build.Flow(c, outside, "tcp");
        _build.Flow(outside, Service("z"), "tcp");
        Assert.Equal("(b)", Before(a));
        Assert.Equal("(c)", Before(b));
        Assert.Equal("(a) outside", Before(c));
        Assert.Equal("z", Before(outside));
    }

    [Fact]
    public void A_zone_stands_for_all_its_services_but_the_one_called()
    {
        var (web, log) = (Service("web"), Service("log"));
        _build.Flow(_zone, log, "tcp");
        Assert.Equal("log", Before(web));
        Assert.Equal("", Before(log));
    }

    [Fact]
    public void A_service_of_another_host_is_no_unit_of_this_one()
    {
        var web = Service("web");
        var other = _build.Zone(_build.Host("fast", "192.168.1.101", null), "accel", "172.20.4.0/24");
        _build.Flow(web, _build.Service(other, "rpc", with: WithPort("rpc")), "tcp");
        Assert.Equal("", Before(web));
    }

    [Fact]
    public void Nobody_waits_for_a_job()
    {
        var web = Service("web");
        _build.Flow(web, _build.Service(_zone, "job", 50, with: p => WithPort("job")(p) with { Timer = "daily" }), "tcp");
        Assert.Equal("", Before(web));
    }

    [Fact]
    public void Ordering_never_makes_a_circle_whatever_the_flows()
    {
        var random = new Random(7);
        for (var round = 0; round < 50; round++)
        {
            var build = new BuildNetwork();
            var zone = build.Zone(build.Host());
            var all = Enumerable.Range(0, 12).Select(i => build.Service(zone, $"s{i:00}", 10 + i, with: WithPort($"s{i:00}"))).ToArray();
            foreach (var (from, to) in all.SelectMany(f => all.Select(t => (f, t))).Where(e => e.f != e.t && random.Next(8) == 0))
                build.Flow(from, to, "tcp");
            var network = build.Build();
            var order = new StartOrder(network, Callees.In(network));
            var left = all.ToHashSet();
            while (left.RemoveWhere(s => order.Of(s).All(d => !d.IsOrdered || !left.Contains(d.Callee.Service))) > 0)
            {
            }
            Assert.Empty(left);
        }
    }

    [Fact]
    public void A_chain_of_many_services_is_no_deep_recursion()
    {
        var all = Enumerable.Range(0, 5000).Select(i => _build.OnHost(_zone.Host, $"s{i}", WithPort($"s{i}"))).ToArray();
        foreach (var (from, to) in all.Zip(all.Skip(1)))
            _build.Flow(from, to, "tcp");
        Assert.Equal("s4999", Before(all[4998]));
    }

    [Fact]
    public void Circles_and_replicas_show_in_the_unit()
    {
        var (web, app) = (Service("web"), _build.Service(_zone, "app", 30, 2, WithPort("app")));
        _build.Flow(web, app, "tcp");
        _build.Flow(app, web, "tcp");
        var text = Rendered.Text(_build.Build(), "main/etc/containers/systemd/web.container");
        Assert.Contains("# flows.web -> app (part of a circle, so in any order)\nWants=podplay-app.target\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("After=", text, StringComparison.Ordinal);
    }

    private string Before(Service service)
    {
        var network = _build.Build();
        return string.Join(' ', new StartOrder(network, Callees.In(network)).Of(service)
            .Select(d => d.IsOrdered ? d.Callee.Service.Name : $"({d.Callee.Service.Name})"));
    }

    private Service Service(string name) => _build.Service(_zone, name, 10 + name[0] - 'a', with: WithPort(name));

    private static Func<ServiceParts, ServiceParts> WithPort(string name) => p => p with { Ports = [Port(name, "tcp", Exposure.Private, 4000)] };
}
