using PodPlay.Lab;
using PodPlay.Model;
using PodPlay.Testing.Tools;

namespace PodPlay.Boot;

/// <summary>The zone of dns-01: begun by the unit before the first start of the name server, then the name server's own.</summary>
[Collection(SeedCollection.Name)]
public sealed class ChallengeZoneTests(SeedHosts hosts)
{
    private static readonly Service NameServer = SeedHosts.Seed.Network.Services.Single(s => s.IsNameServer);
    private static readonly string Zone = Assert.Single(SeedHosts.Seed.Network.Domains.SelectMany(d => d.ChallengeZones));
    private static readonly string Key = Assert.Single(SeedHosts.Seed.Network.Certificates.Select(c => c.Key).OfType<string>());

    private BootedHost Host => hosts.Lab[NameServer.Host];

    [ToolFact(Debian.Trixie)]
    public void It_is_begun_takes_signed_answers_and_outlives_a_start()
    {
        hosts.Become(SeedHosts.Seed);
        Assert.NotEqual("", Ask("SOA"));
        Assert.Equal("", Update($"add {Zone} 60 TXT mine", $"-k /run/secrets/{Key}"));
        Assert.Equal("\"mine\"", Ask("TXT"));
        Assert.Contains("REFUSED", Update($"add {Zone} 60 TXT forged", ""), StringComparison.Ordinal);
        Host.Shell($"systemctl restart {NameServer.Name}.service");
        Wait.Until(TimeSpan.FromSeconds(30), () => Ask("SOA") != "", "the name server does not come back");
        Assert.Equal("\"mine\"", Ask("TXT"));
        Assert.Equal("", Update($"delete {Zone} TXT", $"-k /run/secrets/{Key}"));
        Assert.Equal("", Ask("TXT"));
    }

    // As an authority: from the internet, through the router.
    private string Ask(string type) =>
        hosts.Lab.At(LabNetwork.Internet, $"dig +short +tries=2 +time=2 @{SeedHosts.Seed.Network.Router.Public[0]} {Zone} {type} | grep -v '^;' || true").Trim();

    // From a container of the solver's zone, with the solver's secret; what nsupdate complains of.
    private string Update(string change, string options)
    {
        var solver = SeedHosts.Seed.Network.Certificates.Select(c => c.Solver!).First();
        return Host.Run(
            ["podman", "run", "--rm", "--interactive", "--network", solver.Zone!.NetworkName, "--secret", Key, solver.Image, "sh", "-c", $"nsupdate {options} 2>&1"],
            $"server {NameServer.Host.Addresses[0]}\nzone {Zone}\nupdate {change}\nsend\n").Output.Trim();
    }
}
