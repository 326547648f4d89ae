using PodPlay.Changes;
using PodPlay.Testing;
using PodPlay.Testing.Tools;

namespace PodPlay.Boot;

/// <summary>samples/seed on two booted Debian hosts: booted once, for all tests that want them.</summary>
public sealed class SeedHosts : IDisposable
{
    private readonly Lazy<BootedNetwork> _lab = new(() => new BootedNetwork(Seed.Network));

    private ChangeSide? _installed;

    internal static string Text { get; } = InMemory.Text("seed");

    internal static ChangeSide Seed { get; } = Edited();

    /// <summary>Only a test that runs boots anything.</summary>
    internal BootedNetwork Lab => _lab.Value;

    internal IEnumerable<BootedHost> Hosts => Seed.Network.Hosts.Select(h => Lab[h]);

    /// <summary>What the script said on the empty hosts.</summary>
    internal IReadOnlyDictionary<string, ToolResult>? First { get; private set; }

    /// <summary>The seed after an edit of its text; each replacement must meet its text exactly once.</summary>
    internal static ChangeSide Edited(params (string From, string To)[] edits)
    {
        var text = edits.Aggregate(Text, (text, edit) =>
        {
            Assert.True(text.Split(edit.From).Length == 2, $"not exactly once: {edit.From}");
            return text.Replace(edit.From, edit.To, StringComparison.Ordinal);
        });
        var compilation = InMemory.Compile(text);
        Assert.False(compilation.Findings.HasErrors, InMemory.Findings(compilation));
        return ChangeSide.Of(compilation);
    }

    /// <summary>Copies a tree to its hosts, and nothing else.</summary>
    internal void Receive(ChangeSide side)
    {
        foreach (var host in side.Network.Hosts)
            Lab[host].Receive(side.Files);
    }

    /// <summary>Brings the hosts to a network, from whatever they are.</summary>
    internal void Become(ChangeSide side)
    {
        if (_installed == side)
            return;
        _installed = null;
        Install(side);
    }

    /// <summary>Installs a network; what the script said, by host.</summary>
    internal IReadOnlyDictionary<string, ToolResult> Install(ChangeSide side)
    {
        Lab.Clear();
        Lab.Provide(side.Network);
        Receive(side);
        var results = side.Network.Hosts.AsParallel().Select(h => (h.Name, Result: Lab[h].Apply())).ToDictionary(r => r.Name, r => r.Result);
        Assert.All(results, r => Assert.True(r.Value.ExitCode == 0, r.Value.ToString()));
        _installed = side;
        First ??= results;
        return results;
    }

    /// <summary>Takes everything away that was ever installed; images, secrets and volumes stay.</summary>
    internal void Empty()
    {
        Lab.Clear();
        Forget();
        Hosts.AsParallel().ForAll(h => h.Empty());
    }

    /// <summary>Afterwards nobody relies on what is installed.</summary>
    internal void Forget() => _installed = null;

    /// <summary>Every service runs, nothing has failed, and another run of the script has nothing to do.</summary>
    internal void AssertWell(ChangeSide side, IReadOnlyDictionary<string, byte[]>? files = null)
    {
        foreach (var host in side.Network.Hosts)
            Lab[host].Receive(files ?? side.Files);
        Lab.AssertWell(side.Network);
    }

    /// <summary>Every cell of the matrix.</summary>
    internal string AssertMatrix(ChangeSide side, bool isBridgeFiltered = false)
    {
        var (probed, open, wrong) = Lab.Probe(side.Network, isBridgeFiltered);
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {probed}\n{string.Join('\n', wrong.Take(60))}");
        return $"{probed} cells probed, {open} open, none wrong";
    }

    public void Dispose()
    {
        if (_lab.IsValueCreated)
            Lab.Dispose();
    }
}
