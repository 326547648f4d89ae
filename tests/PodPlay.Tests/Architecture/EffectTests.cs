using PodPlay.Artefacts;
using PodPlay.Testing;

namespace PodPlay.Architecture;

/// <summary>Every file of a host's tree says what the host does when it changes: the plan, the difference and the installer rely on it.</summary>
public sealed class EffectTests
{
    public static TheoryData<string> Samples => [.. InMemory.Names];

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_file_of_a_host_says_what_the_host_has_to_do(string sample)
    {
        var network = InMemory.Compile(InMemory.Text(sample), InMemory.Lock(sample)).Network!;
        var files = ArtefactCatalog.All.SelectMany(a => a.Plan(network)).Where(f => network.Hosts.Any(h => f.Path.StartsWith($"{h.Name}/", StringComparison.Ordinal))).ToList();

        Assert.NotEmpty(files);
        Assert.Empty(files.Where(f => f.Effect == Effect.None).Select(f => f.Path));
    }

    [Fact]
    public void A_configuration_that_a_balancer_can_read_again_costs_no_restart() =>
        Assert.Equal("haproxy.service", Assert.Single(Of("main/etc/podplay/haproxy/haproxy.cfg", EffectKind.Reload)));

    [Fact]
    public void A_changed_unit_restarts_its_own_service_and_no_other() =>
        Assert.Equal("apache-1.service", Assert.Single(Of("main/etc/containers/systemd/apache-1.container", EffectKind.Restart)));

    [Fact]
    public void A_job_waits_for_its_time() => Assert.Equal("certbot.service", Assert.Single(Of("main/etc/containers/systemd/certbot.container", EffectKind.Daemon)));

    [Fact]
    public void A_changed_zone_is_a_new_network() => Assert.Equal("dmz-network.service", Assert.Single(Of("main/etc/containers/systemd/dmz.network", EffectKind.Network)));

    private static IEnumerable<string> Of(string path, EffectKind kind)
    {
        var network = InMemory.Compile(InMemory.Text("seed"), InMemory.Lock("seed")).Network!;
        var effect = ArtefactCatalog.All.SelectMany(a => a.Plan(network)).Single(f => f.Path == path).Effect;
        Assert.Equal(kind, effect.Kind);
        return effect.Units;
    }
}
