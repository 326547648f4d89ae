using System.Text;
using PodPlay.Model;
using PodPlay.Output;
using PodPlay.Testing.Tools;

namespace PodPlay.Tests.Quadlet;

/// <summary>A network's units after the real generator.</summary>
internal static class Generated
{
    public static QuadletRun Of(Network network, string host = "main") => Of(Rendered.Tree(network), network.Hosts.Single(h => h.Name == host));

    public static QuadletRun Of(OutputTree output, Host host)
    {
        using var tree = TreeOf(output, host);
        return host.Rootless is { } user ? QuadletGenerator.Rootless(tree.Root, user.Uid) : QuadletGenerator.Rootful(tree.Root);
    }

    /// <summary>The files of one host as they lie on it.</summary>
    public static TempTree TreeOf(OutputTree output, Host host) => TempTree.Of(
    [
        .. output.Files
            .Where(f => f.Key.StartsWith($"{host.Name}/", StringComparison.Ordinal))
            .Select(f => (f.Key[(host.Name.Length + 1)..], Encoding.UTF8.GetString(f.Value))),
    ]);

    /// <summary>The words that podman gets, as systemd expands them (<c>%%</c>, <c>$$</c>); specifiers that are meant stay.</summary>
    public static string[] Words(this QuadletUnit unit) =>
        [.. unit.ExecStart.Select(w => w.Replace("%%", "%", StringComparison.Ordinal).Replace("$$", "$", StringComparison.Ordinal))];

    /// <summary>What follows each occurrence of an option, in ordinal order: the generator's own order is random.</summary>
    public static string[] Option(this QuadletUnit unit, string option)
    {
        var words = unit.Words();
        return [.. words.Zip(words.Skip(1)).Where(p => p.First == option).Select(p => p.Second).Order(StringComparer.Ordinal)];
    }
}
