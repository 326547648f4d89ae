using PodPlay.Artefacts.Apache;
using PodPlay.Model;
using PodPlay.Testing;
using PodPlay.Testing.Tools;

namespace PodPlay.Tests.Artefacts.Apache;

/// <summary>What the container of the service <c>apache</c> on host <c>main</c> sees, in networks that tests build.</summary>
internal static class ApacheTree
{
    public const string HttpdConfiguration = ApacheContainer.HttpdConfiguration;

    public static TempTree Of(Network network)
    {
        const string Host = "main";
        var (chain, key) = TestCertificate.For("example.com", "www.example.com");
        var tree = ApacheContainer.Tree(
            Rendered.By(new ApacheArtefact(), network).ToDictionary(f => f.Key[Host.Length..], f => f.Value), network.Services.Single(s => s.Name == "apache"));
        tree.Write("certs/example.com/fullchain.pem", chain);
        tree.Write("certs/example.com/privkey.pem", key);
        return tree;
    }
}
