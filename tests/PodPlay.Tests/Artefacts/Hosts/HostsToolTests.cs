using PodPlay.Artefacts.Hosts;
using PodPlay.Testing;
using PodPlay.Testing.Tools;

namespace PodPlay.Tests.Artefacts.Hosts;

/// <summary>glibc reads the block, podman reads the setting.</summary>
public sealed class HostsToolTests
{
    private const string Hosts = "127.0.0.1 localhost\n127.0.1.1 main.home.arpa main\n# mine\n192.168.1.5 printer";

    [ToolFact]
    public void Glibc_finds_every_address_of_every_name()
    {
        var text = Text();
        var expected = Names(text);

        var found = Getent(text, [.. expected.Select(e => e.Name).Distinct()]);

        Assert.NotEmpty(expected);
        Assert.Equal(expected.Order(), found.Order());
    }

    [ToolFact]
    public void A_line_without_a_name_would_be_noticed()
    {
        var found = Getent(Text().Replace("172.20.1.11 mail", "172.20.1.11,mail", StringComparison.Ordinal), ["mail"]);

        Assert.DoesNotContain(("mail", "172.20.1.11"), found);
    }

    [ToolFact]
    public void A_container_of_podman_does_not_see_the_names_of_its_host()
    {
        Assert.DoesNotContain("printer", HostsInContainer(withSetting: true));
        Assert.Contains("printer", HostsInContainer(withSetting: false));
    }

    private static string HostsInContainer(bool withSetting)
    {
        const string Path = "etc/containers/containers.conf.d/podplay.conf";
        using var tree = TempTree.Of(("etc/hosts", Hosts + "\n"));
        if (withSetting)
            tree.Write(Path, Rendered.By(new HostsArtefact(), HostsNetworks.Build())[$"main/{Path}"]);
        var result = PodmanRun.InContainer(tree.Root, [], "cat", "/etc/hosts");
        Assert.True(result.ExitCode == 0, result.ToString());
        return result.Output;
    }

    private static List<(string Name, string Address)> Names(string text) =>
    [
        .. from line in text.Split('\n')
           where line.Length > 0 && line[0] != '#'
           let words = line.Split(' ')
           from name in words.Skip(1)
           select (name, words[0]),
    ];

    private static List<(string Name, string Address)> Getent(string text, string[] names)
    {
        using var tree = TempTree.Of(("etc/hosts", text));
        var result = InRoot.Script(Debian.Trixie, tree.Root, """
            for name in "$@"; do
                getent -s hosts:files ahosts "$name" | while read -r address type rest; do [ "$type" != STREAM ] || echo "$name $address"; done
            done
            """, names);
        return [.. ToolResult.LinesOf(result.Output).Select(l => l.Split(' ')).Select(w => (w[0], w[1]))];
    }

    private static string Text() => Rendered.By(new HostsArtefact(), HostsNetworks.Build())["main/etc/podplay/hosts"];
}
