using PodPlay.Docs;
using PodPlay.Testing;
using PodPlay.Testing.Tools;

namespace PodPlay.Boot;

/// <summary>The tutorial to its end: on a booted host, and asked from the LAN and the internet.</summary>
public sealed class TutorialHostTests
{
    // The image that the page names would come from a registry.
    private const string WebServer = """
        mkdir -p /tmp/image/bin /tmp/image/srv && cp /bin/busybox /tmp/image/bin/ && echo 'a page' >/tmp/image/srv/index.html
        tar -C /tmp/image -cf - . | podman import --quiet --change 'CMD ["/bin/busybox","httpd","-f","-p","80","-h","/srv"]' - docker.io/library/caddy:2.8.4 >/dev/null
        """;

    [ToolFact(Debian.Trixie)]
    public void Who_follows_it_gets_a_web_server_that_the_internet_reaches()
    {
        using var tutorial = new Tutorial();
        var blocks = Tutorial.Blocks;
        var first = blocks.FindIndex(b => b.Marker == "to the host");
        foreach (var block in blocks.Take(first))
            tutorial.Follow(block);
        Assert.Equal("rsync -a --delete network/output/home network/output/home.apply.sh root@home:podplay/\n", blocks[first].Text);

        var output = Path.Combine(tutorial.Folder, "network/output");
        var files = Directory.EnumerateFiles(output, "*", SearchOption.AllDirectories).ToDictionary(f => Path.GetRelativePath(output, f), File.ReadAllBytes);
        var network = InMemory.Compile(File.ReadAllText(Path.Combine(tutorial.Folder, "network/podplay.yaml"))).Network!;
        using var lab = new BootedNetwork(network);
        var home = lab["home"];
        home.Shell(WebServer);
        home.Receive(files);
        foreach (var block in blocks.Skip(first + 1).TakeWhile(b => b.Marker is "on the host" or "in the LAN" or "in the internet"))
        {
            if (block.Marker == "on the host")
            {
                var run = home.Run(["env", "HOME=/root", "sh", "-c", $"cd && {block.Text}"], timeout: TimeSpan.FromMinutes(5));
                // With --check it says by 1 that there is something to do.
                Assert.True(run.ExitCode == (block.Text.Contains("--check", StringComparison.Ordinal) ? 1 : 0), $"{Tutorial.Page}:{block.Line}: {run}");
            }
            else
                Assert.Equal("a page\n", lab.At(block.Marker == "in the LAN" ? "lan" : "internet", block.Text));
        }
    }
}
