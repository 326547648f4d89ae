using System.Text.RegularExpressions;
using PodPlay.Model;
using PodPlay.Testing;
using PodPlay.Testing.Tools;

namespace PodPlay.Tests.Quadlet;

/// <summary>Every sample through the generator, host by host.</summary>
public sealed class SampleTests
{
    public static TheoryData<string> Samples() =>
        [.. Directory.GetDirectories(Repository.PathOf("samples")).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal)];

    [ToolTheory(Debian.Trixie)]
    [MemberData(nameof(Samples))]
    public void The_generator_takes_every_unit_of_a_sample(string name)
    {
        // The generator at hand is Debian 13's; a sample for a newer one uses keys that it does not know.
        var spec = Regex.Replace(File.ReadAllText(Repository.PathOf($"samples/{name}/podplay.yaml")), "podman: \"[^\"]*\"", "podman: \"5.4\"");
        var compilation = Compiler.Compile("podplay.yaml", new MemorySpecFiles { ["podplay.yaml"] = spec });
        Assert.False(compilation.Findings.HasErrors, string.Join('\n', compilation.Findings.Open));
        var network = compilation.Network!;
        foreach (var host in network.Hosts.Where(h => h.Services.Length > 0))
        {
            var run = Generated.Of(network, host.Name);
            run.Verdict.MustAccept();
            Assert.Equal(UnitsOf(network, host), run.Units.Count);
        }
    }

    private static int UnitsOf(Network network, Host host) => Rendered.Tree(network).Files.Keys
        .Count(path => path.StartsWith($"{host.Name}/etc/containers/systemd/", StringComparison.Ordinal));
}
