using PodPlay.Testing;

namespace PodPlay.Connectivity;

/// <summary>Limits concern callers from outside the LAN; the matrix says so of each caller, as the ruleset does (see the proof).</summary>
public sealed class LimitTests
{
    private const string Spec = """
        podplay: 1
        router: { address: 192.168.1.1, lan: [192.168.1.0/24] }
        sources:
          desks: [192.168.1.10]
          branch: [10.9.0.0/16]
          mixed: [192.168.1.11, 10.8.0.0/16]
        hosts: { main: { address: [192.168.1.100] }, other: { address: [192.168.1.101] } }
        zones: { dmz: { subnets: [172.20.1.0/24], host: main } }
        services:
          web:
            image: localhost/web:1.0.0
            zone: dmz
            public: { http: 80 -> 8080 -> 80, free: { port: 81 -> 8081 -> 81, from: desks } }
            limits: { rate: 5 }
        """;

    [Theory]
    [InlineData("internet", "rate-limited")]
    [InlineData("source branch", "rate-limited")]
    // Some of its addresses are of the LAN.
    [InlineData("source mixed", "", "rate-limited")]
    [InlineData("lan", "")]
    [InlineData("router", "")]
    [InlineData("source desks", "")]
    [InlineData("host other", "")]
    public void The_matrix_says_whom_limits_concern(string caller, params string[] conditions)
    {
        var network = InMemory.Compile(Spec).Network!;

        var cells = Matrix.Of(network).Where(c => c.From.Name == caller && c.To.Name == "web");

        Assert.Equal(conditions, cells.Select(c => c.Condition).Distinct().Order(StringComparer.Ordinal));
    }
}
