using CsCheck;
using PodPlay.Testing;
using PodPlay.Testing.Tools;

namespace PodPlay.Tests.Artefacts.Routers;

/// <summary>What holds for the routers of every sound spec.</summary>
public sealed class RouterRandomTests
{
    private static readonly Gen<string> Address = Gen.Int[0, 3].Select(n => new[] { "203.0.113.1", "dynamic", "[203.0.113.1, dynamic]", "[203.0.113.1, 203.0.113.2]" }[n]);

    [Theory]
    [InlineData("openwrt", "wan1", "lan1")]
    [InlineData("mikrotik", "wan1", "lan1")]
    [InlineData("vyos", "eth0", "eth1")]
    public void The_file_says_what_the_model_says(string kind, string wan, string lan) => Gen.Select(RandomSpec.Any, Address).Sample(
        (random, address) =>
        {
            var spec = Spec(random, kind, address, wan, lan);
            Assert.Equal(RouterFormats.Wanted(spec), RouterFormats.Read(kind, RouterFormats.Render(spec)));
        },
        iter: 60);

    [ToolTheory]
    [InlineData(Debian.Bookworm)]
    [InlineData(Debian.Trixie)]
    public void Nft_takes_the_ruleset(Debian debian) => Gen.Select(RandomSpec.Any, Address).Sample(
        (random, address) => Nft.LoadText(debian, RouterFormats.Render(Spec(random, "nftables", address, "eth0", "eth1"))).Verdict.MustAccept(),
        iter: 12);

    // With an IPv6 prefix that is routed: into a private one no router lets anything.
    private static string Spec(RandomSpec random, string kind, string address, string wan, string lan)
    {
        var lines = random.Yaml.Replace("fd3c:9a41:77e2:7:", "2a00:1450:4001:80f:", StringComparison.Ordinal).Split('\n').Where(l => !l.StartsWith("router:", StringComparison.Ordinal));
        var router = $"router: {{ public: {address}, kind: {kind}, interfaces: {{ wan: {wan}, lan: {lan} }}, address: 192.168.1.1, lan: [192.168.1.0/24, \"2a00:1450:4001:80f::/64\"] }}";
        return string.Join('\n', lines.Append(router)) + "\n";
    }
}
