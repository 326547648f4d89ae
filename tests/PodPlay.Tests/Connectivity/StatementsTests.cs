using System.Collections.Immutable;
using CsCheck;
using PodPlay.Model;
using PodPlay.Testing;

namespace PodPlay.Connectivity;

/// <summary>Statements against the matrix, beside the cases of their findings.</summary>
public sealed class StatementsTests
{
    private const string Head = """
        podplay: 1
        router: { address: 192.168.1.1, lan: [192.168.1.0/24] }
        hosts:
          main: { address: [192.168.1.100, "2a00:1:2:3::100"] }

        """;

    [Fact]
    public void A_breach_names_each_cause_once_and_keeps_every_connection()
    {
        var breach = Assert.Single(Broken("""
            zones:
              dmz: { subnets: [172.20.1.0/24, "fd12:3456:789a:1::/64"] }
            services:
              web: { image: localhost/w:1.0.0, zone: dmz, public: { http: 80 -> 8080 -> 80 }, lan: { admin: 81 }, limits: { rate: 5 } }
            assert: { never: [lan -> web] }
            """));
        Assert.Equal(["services.web.lan.admin", "services.web.public.http"], breach.Causes.Select(c => c.Because).Order(StringComparer.Ordinal));
        Assert.Equal(
            [
                "lan -> web tcp/80 by IPv6: main:80 -> web:80",
                "lan -> web tcp/81 by IPv4: main:81 -> web:81",
                "lan -> web tcp/81 by IPv6: main:81 -> web:81",
                "lan -> web tcp/8080 by IPv4: main:8080 -> web:80",
                "lan -> web tcp/8080 by IPv6: main:8080 -> web:80",
            ],
            breach.Cells.Select(c => c.Text));
    }

    // Host port 80 leads to admin, container port 80 is http: numbers alone would mistake one for the other.
    [Theory]
    [InlineData("never: [lan -> web.http]", false)]
    [InlineData("never: [lan -> web.admin]", true)]
    public void A_port_is_known_by_what_it_leads_to(string statement, bool isBroken) => Assert.Equal(isBroken, Broken($$"""
        zones:
          dmz: { subnets: [172.20.1.0/24] }
        services:
          web: { image: localhost/w:1.0.0, zone: dmz, lan: { admin: 80 -> 9000 }, private: { http: 80 } }
        assert: { {{statement}} }
        """).Any());

    [Theory]
    [InlineData("never: [site -> lan]")]
    [InlineData("never: [site -> router]")]
    [InlineData("never: [site -> box]")]
    [InlineData("never: [site -> other]")]
    [InlineData("only: { internet: [] }")]
    [InlineData("only: { lan: [] }")]
    public void What_a_rootless_host_cannot_enforce_is_possible(string statement)
    {
        var breach = Assert.Single(BreachesOf(Compiled($$"""
            podplay: 1
            router: { address: 192.168.1.1, lan: [192.168.1.0/24] }
            hosts:
              box: { address: [192.168.1.100], rootless: { user: web, uid: 1001 } }
            zones:
              site: { subnets: [172.20.1.0/24] }
              other: { subnets: [172.20.2.0/24] }
            services:
              a: { image: localhost/w:1.0.0, zone: site }
              b: { image: localhost/w:1.0.0, zone: other }
            assert: { {{statement}} }
            """)));
        Assert.All(breach.Cells, c => Assert.Equal("not enforced: rootless", c.Condition));
        Assert.Contains(breach.Cells, c => c.Because == "hosts.box.rootless");
    }

    [Theory]
    [InlineData("allow: [main -> dns.dns]", false)]
    [InlineData("allow: [dmz -> dns.dns]", true)]
    [InlineData("allow: [web -> dns.dns]", false)]
    [InlineData("allow: [dmz -> dns.tcp-only]", false)]
    public void An_allow_wants_every_member_and_every_protocol(string statement, bool holds) => Assert.Equal(holds, Broken($$"""
        zones:
          dmz: { subnets: [172.20.1.0/24] }
          back: { subnets: [172.20.2.0/24] }
        services:
          web: { image: localhost/w:1.0.0, zone: back }
          x: { image: localhost/w:1.0.0, zone: dmz }
          y: { image: localhost/w:1.0.0, zone: dmz }
          dns: { image: localhost/w:1.0.0, network: host, listen: host, private: { dns: 53/tcp+udp, tcp-only: 54 } }
        flows:
          dmz -> dns: dns
          x -> dns: tcp-only
        assert: { {{statement}} }
        """).IsEmpty);

    // Any spec at all: what no line of the matrix says, no statement may find, and the other way round.
    [Fact]
    public void Never_is_broken_exactly_where_the_matrix_has_a_line() => RandomSpec.Any.Sample(
        spec =>
        {
            var names = spec.Services.Select(s => s.Name).Concat(spec.Zones.Select(z => z.Name)).Concat(["internet", "lan", "any"]).ToList();
            var statements = from a in names from b in names where a != b select $"{a} -> {b}";
            var judged = Compiled($"{spec.Yaml}assert: {{ never: [{string.Join(", ", statements)}] }}\n").Network!;
            var cells = Matrix.Of(judged);
            var broken = Statements.Broken(judged, cells).ToDictionary(b => b.Assertion.Text, b => b.Cells.Length);
            foreach (var assertion in judged.Assertions)
            {
                var expected = cells.Count(c => Means(assertion.Callers[0].Name, c.From, true) && Means(assertion.Called.Name, c.To, false)
                    && (!Statements.IsOfRoot(c) || assertion.Callers[0] is AssertionEnd.OfService));
                Assert.Equal(expected, broken.GetValueOrDefault(assertion.Text));
            }
        },
        iter: 40);

    // Written again, by name: without the code that is tested.
    private static bool Means(string name, Party party, bool calls) => name == "any" || party switch
    {
        Party.OfService { Service: var s } => s.Name == name || s.Zone?.Name == name,
        Party.OthersInZone { Zone: var z } => z.Name == name,
        Party.OfHost { Host: var h } => calls && h.Services.Any(s => s.Name == name && s.Zone is null),
        Party.OfSource source => name == (source.IsInLan ? "lan" : "internet"),
        _ => party.Name == name,
    };

    private static ImmutableArray<Breach> Broken(string rest) => BreachesOf(Compiled(Head + rest));

    private static ImmutableArray<Breach> BreachesOf(Compilation compilation) =>
        Statements.Broken(compilation.Network!, Matrix.Of(compilation.Network!));

    private static Compilation Compiled(string spec) => InMemory.Compile(spec);
}
