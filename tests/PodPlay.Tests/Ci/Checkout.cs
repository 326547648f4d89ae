using PodPlay.Testing.Tools;

namespace PodPlay.Ci;

/// <summary>A git repository with a spec and its output, committed on main.</summary>
internal sealed class Checkout : IDisposable
{
    public const string Spec = """
        podplay: 1
        router: { address: 192.168.1.1, lan: [192.168.1.0/24] }
        hosts: { home: { address: [192.168.1.100], podman: "5.4" } }
        zones:
          dmz: { subnets: [172.20.1.0/24], egress: internet }
        services:
          web:
            image: docker.io/library/caddy:2.8.4
            zone: dmz
            public: { http: 80 -> 8080 -> 80 }

        """;

    private readonly TempTree _tree = TempTree.Of(("podplay.yaml", Spec));

    public Checkout() => Succeeds("git init -q -b main && podplay gen --quiet && git add . && git commit -qm 'The network'");

    public string Folder => _tree.Root;

    public ProgramFolder Programs { get; } = new();

    public void Write(string path, string text) => _tree.Write(path, text);

    /// <summary>The spec with one more port for the internet.</summary>
    public void OpenAPort() => Write("podplay.yaml", Spec.Replace("80 -> 8080 -> 80", "80 -> 8080 -> 80, https: 443 -> 8443 -> 443", StringComparison.Ordinal));

    public ToolResult Bash(string script, params IEnumerable<(string Name, string? Value)> variables) => Programs.Bash(Folder, script, null, variables);

    public string Succeeds(string script, params IEnumerable<(string Name, string? Value)> variables)
    {
        var run = Bash(script, variables);
        Assert.True(run.ExitCode == 0, run.ToString());
        return run.Output;
    }

    public void Dispose()
    {
        _tree.Dispose();
        Programs.Dispose();
    }
}
