using PodPlay.Testing;

namespace PodPlay.Tests.Artefacts.Bind;

/// <summary>A name server's unit: what it mounts, how its changing zones begin, how it loads anew.</summary>
public sealed class NameServerUnitTests
{
    private static readonly SortedDictionary<string, string> Files = InMemory.Render(NameServerSpecs.Full);
    private static readonly string[] Unit = Files["main/etc/containers/systemd/dns.container"].Split('\n');

    [Fact]
    public void It_mounts_its_folder_to_read_and_a_volume_to_write()
    {
        Assert.Contains("Volume=/etc/podplay/dns:/etc/bind:ro", Unit);
        Assert.Contains("Volume=dns-zones.volume:/var/lib/bind", Unit);
        Assert.Contains("Secret=acme-update", Unit);
    }

    [Fact]
    public void Its_changing_zones_begin_in_the_very_volume_that_it_mounts()
    {
        Assert.Contains("VolumeName=podplay-dns-zones", Files["main/etc/containers/systemd/dns-zones.volume"].Split('\n'));
        Assert.Contains(
            "ExecStartPre=/usr/bin/podman run --rm --network none --volume podplay-dns-zones:/var/lib/bind --volume /etc/podplay/dns/zones/dynamic:/begin:ro "
            + "--entrypoint /bin/sh localhost/bind:9.18.28 -c \"cp -n /begin/*.zone /var/lib/bind/\"",
            Unit);
    }

    [Fact]
    public void It_checks_before_it_loads_anew() => Assert.Equal(
        ["ExecReload=/usr/bin/podman exec dns named-checkconf -z /etc/bind/named.conf", "ExecReload=/usr/bin/podman kill --signal HUP dns"],
        Unit.Where(l => l.StartsWith("ExecReload=", StringComparison.Ordinal)));

    [Fact]
    public void Without_dns_01_there_is_nothing_to_write()
    {
        var (start, end) = (NameServerSpecs.Full.IndexOf("certificates:", StringComparison.Ordinal), NameServerSpecs.Full.IndexOf("domains:", StringComparison.Ordinal));
        var unit = InMemory.Render(NameServerSpecs.Full.Remove(start, end - start))["main/etc/containers/systemd/dns.container"];
        Assert.DoesNotContain("ExecStartPre", unit, StringComparison.Ordinal);
        Assert.DoesNotContain("dns-zones", unit, StringComparison.Ordinal);
    }

    // Every key that the configuration trusts is read, and every zone that it names is written.
    [Fact]
    public void Its_configuration_names_nothing_that_is_not_there()
    {
        var named = Files["main/etc/podplay/dns/named.conf"];
        Assert.Contains("include \"/run/secrets/acme-update\";\n", named, StringComparison.Ordinal);
        var zones = named.Split('"').Where(w => w.StartsWith("/etc/bind/zones/", StringComparison.Ordinal)).Select(w => $"main/etc/podplay/dns/{w["/etc/bind/".Length..]}");
        Assert.Empty(zones.Except(Files.Keys));
        Assert.Equal(zones.Order(StringComparer.Ordinal), Files.Keys.Where(f => f.StartsWith("main/etc/podplay/dns/zones/", StringComparison.Ordinal) && !f.Contains("/dynamic/", StringComparison.Ordinal)));
    }
}
