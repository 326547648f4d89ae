using PodPlay.Testing;
using PodPlay.Testing.Tools;
using PodPlay.Tests.Artefacts.Certificates;

namespace PodPlay.Tests.Artefacts.Bind;

/// <summary>samples/seed, whose balancer has a port for the LAN besides, seen from the LAN: name server, router, ruleset and balancer as generated.</summary>
internal sealed class InsideLab
{
    private const string Script = "tests/PodPlay.Tests/Artefacts/Bind/lab/inside.sh";

    private readonly ToolResult _result;

    /// <param name="keepsPorts">Whether the host publishes the router's own numbers.</param>
    public InsideLab(bool keepsPorts)
    {
        using var tree = new TempTree();
        IssueLab.WriteWorld(tree, SpecOf(keepsPorts));
        tree.Write("lab/inside.sh", File.ReadAllText(Repository.PathOf(Script)));
        tree.Write("var/empty/index.html", "hello\n");
        _result = InRoot.Run(Debian.Trixie, tree.Root, ["bash", "/lab/inside.sh"], TimeSpan.FromMinutes(2));
    }

    /// <summary>What a step gave, as the script says it.</summary>
    public string this[string step] => ToolResult.LinesOf(_result.Output).FirstOrDefault(l => l.StartsWith($"{step} ", StringComparison.Ordinal))?[(step.Length + 1)..] ?? _result.ToString();

    public static string SpecOf(bool keepsPorts)
    {
        var text = IssueLab.WithoutWildcard(InMemory.Text("seed")).Replace("    private: { stats: 8404 }\n", "    private: { stats: 8404 }\n    lan: { intern: 8081 }\n", StringComparison.Ordinal);
        return keepsPorts ? text.Replace("80 -> 8080 -> 80\n", "80\n", StringComparison.Ordinal).Replace("443 -> 8443 -> 443\n", "443\n", StringComparison.Ordinal) : text;
    }
}
