using System.Text.Json;
using PodPlay.Samples;
using PodPlay.Testing;

namespace PodPlay.Cli;

/// <summary>What the spec means, as tables.</summary>
public sealed class ShowTests
{
    private const string Spec = """
        podplay: 1
        router: { address: 192.168.1.1, lan: [192.168.1.0/24] }
        sources: { admin: [192.168.1.10] }
        hosts: { home: { address: [192.168.1.100], podman: "5.4" } }
        zones:
          dmz: { subnets: [172.20.1.0/24], egress: internet }
        services:
          web:
            image: docker.io/library/caddy:2.8.4
            zone: dmz
            at: 20
            replicas: 2
            private: { http: 80 }
          proxy:
            image: docker.io/library/haproxy:3.0.8
            zone: dmz
            at: 10
            public: { http: 80 -> 8080 -> 80 }
            lan: { stats: { port: 8404, from: admin } }
            balance: { http: { to: web.http, check: GET / } }
        flows:
          proxy -> web: { ports: http, owner: team-web }
          web -> internet: [443, 53/udp]
        """;

    [Theory]
    [InlineData("ports", """
        service  port   exposure  from   protocols  router  host  container  on    path
        proxy    http   public           tcp        80      8080  80         home  services.proxy.public.http
        proxy    stats  lan       admin  tcp                8404  8404       home  services.proxy.lan.stats
        web      http   private          tcp                      80         home  services.web.private.http

        """)]
    [InlineData("addresses", """
        name    kind       zone  host  ipv4
        router  router                 192.168.1.1
        home    host             home  192.168.1.100
        dmz     subnet     dmz   home  172.20.1.0/24
        dmz     gateway    dmz   home  172.20.1.1
        proxy   container  dmz   home  172.20.1.10
        web-1   container  dmz   home  172.20.1.20
        web-2   container  dmz   home  172.20.1.21
        dmz     dynamic    dmz   home  172.20.1.240/28

        """)]
    [InlineData("flows", """
        from   to        port  number  protocols  owner     path
        proxy  web       http  80      tcp        team-web  flows.proxy -> web
        web    internet        443     tcp                  flows.web -> internet
        web    internet        53      udp                  flows.web -> internet

        """)]
    [InlineData("router", """
        action   outside  protocol  to                  hairpin  service     path
        forward  80       tcp       192.168.1.100:8080  yes      proxy.http  services.proxy.public.http

        """)]
    public void A_table_says_it(string what, string table) => Assert.Equal(table, Show(what).Out);

    [Theory]
    [InlineData("ports")]
    [InlineData("addresses")]
    [InlineData("flows")]
    [InlineData("router")]
    [InlineData("spec")]
    public void Tsv_and_JSON_say_the_same(string what)
    {
        var tsv = Show(what, "--format", "tsv").Out.Split('\n')[..^1].Select(l => l.Split('\t')).ToList();
        using var json = JsonDocument.Parse(Show(what, "--format", "json").Out);
        Assert.Equal(1, json.RootElement.GetProperty("format").GetInt32());
        Assert.True(tsv.Count > 1);
        Assert.All(tsv, l => Assert.Equal(tsv[0].Length, l.Length));
        if (what != "spec")
            Assert.Equal(tsv.Skip(1), json.RootElement.GetProperty("rows").EnumerateArray().Select(r => tsv[0].Select(c => r.GetProperty(c).GetString()!).ToArray()));
        else
            Assert.Equal("20", json.RootElement.GetProperty("spec").GetProperty("services").GetProperty("web").GetProperty("at").GetString());
    }

    [Theory]
    [MemberData(nameof(InMemory.All), MemberType = typeof(InMemory))]
    public void The_spec_that_is_shown_makes_the_same_trees(string sample)
    {
        var shown = CliRun.Of("show", "spec", "-f", Repository.PathOf($"samples/{sample}/podplay.yaml"));
        Assert.Equal("", shown.Error);
        // What comments of the sample allow is no part of a host.
        var allowed = InMemory.Compile(InMemory.Text(sample), InMemory.Lock(sample)).Findings.Accepted.Select(a => $"  {a.Finding.Code}: {{ allow: a test }}\n").Distinct();
        var lint = shown.Out.Contains("\nlint:", StringComparison.Ordinal) ? "" : $"lint:\n{string.Concat(allowed)}";
        var again = InMemory.Render(shown.Out + lint);
        var hosts = InMemory.RenderNamed(sample).Where(f => f.Key.Contains("/etc/", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(hosts);
        Assert.All(hosts, f => Assert.Equal(f.Value, again[f.Key]));
    }

    [Fact]
    public void Awkward_values_survive()
    {
        const string Spec = "podplay: 1\nx-mine: { a: [ 'b, c', \"d\", {e: f, g: [h, [i]]}, {} ], j: ~ }\nhosts: { home: { address: 192.168.1.100 } }\nzones: { dmz: { subnets: [172.20.1.0/24] } }\nservices:\n"
            + "  web:\n    image: docker.io/library/caddy:2.8.4\n    zone: dmz\n    environment:\n      A: |\n          one\n           two\n\n      B: 'no'\n      C: \"it's: #1\"\n      D: a, b\n      E: '- x'\n      F: |-\n        \tx\n      G: ''\n";
        var shown = CliRun.Of(["show", "spec", "-f", "-"], CliRun.Utf8(Spec));
        Assert.Equal((0, ""), (shown.ExitCode, shown.Error));
        Assert.Equal(Variables(Spec), Variables(shown.Out));
        Assert.Equal(shown.Out, CliRun.Of(["show", "spec", "-f", "-"], CliRun.Utf8(shown.Out)).Out);
    }

    [Fact]
    public void A_spec_with_errors_shows_nothing()
    {
        var run = CliRun.Of(["show", "ports", "-f", "-"], CliRun.Utf8("podplay: 1\nhots: {}\n"));
        Assert.Equal((1, ""), (run.ExitCode, run.Out));
        Assert.Contains("PP102", run.Error, StringComparison.Ordinal);
        Assert.Equal(2, CliRun.Of("show", "prots").ExitCode);
    }

    private static IEnumerable<KeyValuePair<string, string>> Variables(string spec) => InMemory.Compile(spec).Network!.Services[0].Environment;

    private static CliRun Show(params string[] arguments) => CliRun.Of(["show", .. arguments, "-f", "-"], CliRun.Utf8(Spec));
}
