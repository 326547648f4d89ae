using PodPlay.Samples;
using PodPlay.Testing;

namespace PodPlay.Cli;

/// <summary>Questions to the model, asked of samples/seed.</summary>
public sealed class CanTests
{
    private static readonly string Seed = Repository.PathOf("samples/seed/podplay.yaml");

    [Theory]
    [InlineData("internet", "haproxy:http", "services.haproxy.public.http")]
    [InlineData("internet", "mail:25", "services.mail.public.smtp")]
    [InlineData("apache", "db:postgres", "flows.apache -> db")]
    [InlineData("dmz", "logging", "flows.dmz -> logging")]
    [InlineData("admin", "monitoring:grafana", "services.monitoring.lan.grafana")]
    [InlineData("lan", "main:22", "hosts.main.admin")]
    [InlineData("certbot", "internet", "zones.dmz.egress")]
    public void Yes_comes_with_the_path_that_allows_it(string from, string to, string because)
    {
        var run = CliRun.Of("can", from, to, "-f", Seed);
        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("yes\n", run.Out, StringComparison.Ordinal);
        Assert.Contains($"allowed by {because}", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("internet", "db:postgres", "db.postgres is private")]
    [InlineData("lan", "monitoring:grafana", "for admin only")]
    [InlineData("mail", "cache", "no flow mail -> cache")]
    [InlineData("haproxy", "apache:5432", "apache has no port 5432; it has http (80), https (443)")]
    [InlineData("router", "main:22", "nothing in the spec lets router reach main")]
    public void No_comes_with_what_is_missing(string from, string to, string reason)
    {
        var run = CliRun.Of("why", from, to, "-f", Seed);
        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("no: ", run.Out, StringComparison.Ordinal);
        Assert.Contains(reason, run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_name_is_wrong_usage_with_the_nearest_one()
    {
        var run = CliRun.Of("can", "apahce", "db", "-f", Seed);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("did you mean apache?", run.Error, StringComparison.Ordinal);
    }
}
