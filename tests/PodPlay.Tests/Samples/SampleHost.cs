using System.Text.RegularExpressions;
using PodPlay.Model;
using PodPlay.Testing;
using PodPlay.Testing.Tools;

namespace PodPlay.Samples;

/// <summary>A host of a sample: what the model says of it, and its files by their path on the host.</summary>
internal sealed record SampleHost(string Sample, Network Network, Host Host, SortedDictionary<string, string> Files)
{
    public static IReadOnlyList<SampleHost> Of(string sample)
    {
        // Debian 13 has podman 5.4; a sample for a newer one uses keys that its generator does not know.
        var spec = Regex.Replace(InMemory.Text(sample), "podman: \"[^\"]*\"", "podman: \"5.4\"");
        return Of(sample, InMemory.Compile(spec, InMemory.Lock(sample)));
    }

    /// <summary>The hosts of any spec without an error.</summary>
    public static IReadOnlyList<SampleHost> Of(string sample, Compilation compilation)
    {
        var files = InMemory.Render(compilation);
        return
        [
            .. compilation.Network!.Hosts.Select(host => new SampleHost(sample, compilation.Network, host, new(files
                .Where(f => f.Key.StartsWith($"{host.Name}/", StringComparison.Ordinal))
                .ToDictionary(f => $"/{f.Key[(host.Name.Length + 1)..]}", f => f.Value), StringComparer.Ordinal))),
        ];
    }

    public string Name => $"{Sample}/{Host.Name}";

    /// <summary>The same host with some of its files changed.</summary>
    public SampleHost With(Func<string, bool> which, Func<string, string> change) =>
        this with { Files = new(Files.ToDictionary(f => f.Key, f => which(f.Key) ? change(f.Value) : f.Value), StringComparer.Ordinal) };

    /// <summary>The host's root, with more files.</summary>
    public TempTree Tree(params IEnumerable<(string Path, string Content)> more) =>
        TempTree.Of([.. Files.Select(f => (f.Key[1..], f.Value)), .. more.Select(f => (f.Path[1..], f.Content))]);

    /// <summary>The certificates that the spec asks for, where containers find them.</summary>
    public IEnumerable<(string Path, string Content)> Certificates() => Network.Certificates.SelectMany(c =>
    {
        var (chain, key) = TestCertificate.For([.. c.Names]);
        return new[] { ($"/certs/{c.Folder}/fullchain.pem", chain), ($"/certs/{c.Folder}/privkey.pem", key), ($"/certs/{c.Folder}/fullchain.pem.key", key) };
    });
}
