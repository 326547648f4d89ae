using System.Text;
using System.Text.RegularExpressions;
using PodPlay.Testing;
using PodPlay.Testing.Tools;

namespace PodPlay.Tests.Artefacts.Certificates;

/// <summary>
/// samples/seed between an internet and its router, with pebble in the place of Let's Encrypt: the ruleset, the router's file, the
/// balancer, the Apaches, the solver's script and the host's scripts are all as generated. Runs once for each form of the edge.
/// </summary>
internal sealed class IssueLab
{
    /// <summary>How the certificate comes to the wire: shown by Apache behind a balancer that passes TLS on unread, or by the balancer.</summary>
    public const string PassesThrough = "passes through";
    public const string Terminates = "terminates";

    /// <summary>The wildcard, by one's own name server.</summary>
    public const string ByDns = "by dns";

    /// <summary>Without a balancer: Apache serves the folder into which the solver writes.</summary>
    public const string ByFolder = "by folder";

    private const string Folder = "tests/PodPlay.Tests/Artefacts/Certificates/lab";

    private const string Pebble = """
        { "pebble": { "listenAddress": "203.0.113.9:14000", "managementListenAddress": "203.0.113.9:15000", "certificate": "/etc/pebble/ca.pem",
          "privateKey": "/etc/pebble/key.pem", "httpPort": 80, "tlsPort": 443, "ocspResponderURL": "", "externalAccountBindingRequired": false } }
        """;

    // Side by side: each of them mostly waits.
    private static readonly Lazy<Dictionary<string, Task<IssueLab>>> Labs = new(() => new()
    {
        [PassesThrough] = Task.Run(() => new IssueLab(ByHttp)),
        [Terminates] = Task.Run(() => new IssueLab(
            Replace(Replace(ByHttp, "https: { to: apache.https, mode: tcp }", "https: { to: apache.http }"), "haproxy -> apache: [http, https]", "haproxy -> apache: http"))),
        [ByDns] = Task.Run(() => new IssueLab(Spec, "dns.sh")),
        [ByFolder] = Task.Run(() => new IssueLab(TextOf("webroot.yaml"), "webroot.sh")),
    });

    private readonly ToolResult _result;

    private IssueLab(string spec, string script = "issue.sh")
    {
        using var tree = new TempTree();
        WriteWorld(tree, spec);
        tree.Write("etc/pebble/config.json", Pebble);
        tree.Write("var/www/html/index.html", "hello\n");
        // The container's mount hides the folder; here one is laid over the other.
        tree.Write("etc/apache2/sites-enabled/000-default.conf", "");
        foreach (var (file, path) in new[] { (script, $"lab/{script}"), ("podman", "usr/bin/podman"), ("systemctl", "usr/local/bin/systemctl") })
            tree.Write(path, TextOf(file));
        foreach (var program in new[] { "usr/bin/podman", "usr/local/bin/systemctl" })
            File.SetUnixFileMode(Path.Combine(tree.Root, program), (UnixFileMode)0b111_101_101);
        _result = InRoot.Run(Debian.Trixie, tree.Root, ["bash", $"/lab/{script}"], TimeSpan.FromMinutes(3));
    }

    /// <summary>The files of the host <c>main</c>, the router's, and the script that makes a network of them (world.sh).</summary>
    public static void WriteWorld(TempTree tree, string spec)
    {
        var files = InMemory.Render(spec);
        foreach (var (path, text) in files.Where(f => f.Key.StartsWith("main/", StringComparison.Ordinal)))
            tree.Write(path["main/".Length..], text);
        tree.Write("etc/podplay-router.nft", files["router/podplay-router.nft"]);
        tree.Write("lab/world.sh", TextOf("world.sh"));
        tree.Write("lab/plug.py", TextOf("plug.py"));
    }

    public static TheoryData<string> Edges => [PassesThrough, Terminates];

    public static IssueLab Of(string edge) => Labs.Value[edge].GetAwaiter().GetResult();

    /// <summary>What a step gave, as the script says it.</summary>
    public string this[string step] => ToolResult.LinesOf(_result.Output).FirstOrDefault(l => l.StartsWith($"{step} ", StringComparison.Ordinal))?[(step.Length + 1)..] ?? _result.ToString();

    public string Everything => _result.ToString();

    private static string TextOf(string file) => File.ReadAllText(Repository.PathOf($"{Folder}/{file}"), Encoding.UTF8);

    private static string ByHttp => WithoutWildcard(Spec);

    /// <summary>The challenge of the seed's wildcard asks for a name server and a key. What is shown with it goes, too.</summary>
    public static string WithoutWildcard(string spec) =>
        Regex.Replace(Regex.Replace(spec, @"  (""\*\.home\.example\.com""|pages):.*\n(    .*\n)+", ""), @"  pages -> .*\n", "");

    // The authority is the lab's own, and the solver is told to trust it as a user would do it.
    private static string Spec => Replace(
        Replace(InMemory.Text("seed"), "server: production", "server: https://203.0.113.9:14000/dir"),
        "    private: { acme: 80 }\n",
        """
            private: { acme: 80 }
            environment: { REQUESTS_CA_BUNDLE: /etc/pebble/ca.pem }
            volumes: { /etc/pebble: { at: /etc/pebble, read-only: true } }

        """);

    private static string Replace(string text, string old, string with)
    {
        Assert.Contains(old, text, StringComparison.Ordinal);
        return text.Replace(old, with, StringComparison.Ordinal);
    }
}
