using PodPlay.Testing.Tools;

namespace PodPlay.Tests.Artefacts.Apache;

/// <summary>HAProxy and Apache as podplay writes them understand each other.</summary>
public sealed class EdgeTrafficTests(EdgeTraffic traffic) : IClassFixture<EdgeTraffic>
{
    [ToolTheory(Debian.Trixie)]
    [InlineData("site-4")]
    [InlineData("site-6")]
    [InlineData("tls-4")]
    [InlineData("tls-6")]
    public void A_site_answers_on_both_families_with_and_without_TLS(string request) => Assert.Equal("200 0", traffic[request]);

    [ToolTheory(Debian.Trixie)]
    [InlineData("http 203.0.113.9 ")]
    [InlineData("http 2001:db8:9::9 ")]
    [InlineData("- 203.0.113.9 ")]
    [InlineData("- 2001:db8:9::9 ")]
    public void Apache_sees_the_client_and_not_the_balancer(string start) =>
        Assert.Contains(traffic.ApacheLog, l => l.StartsWith(start, StringComparison.Ordinal) && l.Contains("GET / HTTP", StringComparison.Ordinal));

    [ToolFact]
    public void What_a_client_claims_about_itself_does_not_arrive()
    {
        Assert.Equal("200 0", traffic["forged"]);
        Assert.DoesNotContain(traffic.ApacheLog, l => l.Contains("6.6.6.6", StringComparison.Ordinal) || l.Contains("evil", StringComparison.Ordinal));
    }

    [ToolFact]
    public void A_name_that_no_site_has_gets_no_content() => Assert.Equal("403 0", traffic["stranger"]);

    // curl 35: the TLS handshake was cut.
    [ToolFact]
    public void With_TLS_it_does_not_even_get_a_certificate() => Assert.Equal("000 35", traffic["stranger-tls"]);

    [ToolFact]
    public void The_challenge_of_any_name_reaches_the_solver()
    {
        Assert.Equal("200 0", traffic["challenge"]);
        Assert.Equal("proof", traffic["proof"]);
    }

    [ToolTheory(Debian.Trixie)]
    [InlineData("health-4")]
    [InlineData("health-6")]
    public void The_health_endpoint_answers_without_a_file(string request) => Assert.Equal("204 0", traffic[request]);

    [ToolFact]
    public void Without_the_PROXY_protocol_Apache_closes_the_TLS_port()
    {
        Assert.StartsWith("000 ", traffic["without-proxy"]);
        Assert.Equal("200 0", traffic["with-proxy"]);
    }

    [ToolFact]
    public void Every_server_is_up_for_both_checks() => Assert.Equal("0", traffic["down"]);

    [ToolFact]
    public void Neither_server_complains() => Assert.DoesNotContain(
        ToolResult.LinesOf(traffic.Result.Output),
        l => Complaints.Any(c => l.Contains(c, StringComparison.Ordinal)));

    private static readonly string[] Complaints = [":warn]", ":error]", ":crit]", ":emerg]", "[WARNING]", "[ALERT]"];
}
