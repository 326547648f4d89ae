using System.Text;
using PodPlay.Output;
using PodPlay.Testing.Tools;
using PodPlay.Text;

namespace PodPlay.Tests.Output;

public sealed class ManifestTests
{
    private static readonly (string, string)[] Files =
    [
        ("main/etc/sysctl.d/60-podplay.conf", "a\n"),
        ("main/etc/containers/systemd/web.container", "b\n"),
        ("fast/etc/hosts", "c\n"),
        ("REPORT.md", "d\n"),
        ("router/openwrt.uci", "e\n"),
    ];

    [Fact]
    public void A_hosts_manifest_lists_its_tree_but_itself_by_path_on_the_host() =>
        Assert.Equal(
            "# podplay manifest 1\n"
            + $"{Sha256.Hex("b\n"u8)}  etc/containers/systemd/web.container\n"
            + $"{Sha256.Hex("a\n"u8)}  etc/sysctl.d/60-podplay.conf\n",
            TextOf("main/etc/podplay/MANIFEST"));

    [Fact]
    public void What_lies_beside_the_hosts_has_its_own_manifest() =>
        Assert.Equal(
            $"# podplay manifest 1\n{Sha256.Hex("d\n"u8)}  REPORT.md\n{Sha256.Hex("e\n"u8)}  router/openwrt.uci\n",
            TextOf("MANIFEST"));

    [Fact]
    public void Without_files_beside_the_hosts_there_is_no_such_manifest() =>
        Assert.DoesNotContain("MANIFEST", OutputScene.Tree(("main/etc/hosts", "x\n")).Files.Keys);

    [Fact]
    public void A_host_without_files_has_no_manifest() =>
        Assert.DoesNotContain("fast/etc/podplay/MANIFEST", OutputScene.Tree(("main/etc/hosts", "x\n")).Files.Keys);

    [Theory]
    [InlineData("main", "etc/podplay/MANIFEST")]
    [InlineData("fast", "etc/podplay/MANIFEST")]
    [InlineData(".", "MANIFEST")]
    public void Coreutils_accept_a_manifest_and_find_no_difference(string root, string manifest)
    {
        using var scene = new OutputScene();
        scene.Gen(Files);

        var result = Sha256Sum(scene.At(root), manifest);

        Assert.True(result is { ExitCode: 0, Output: "", Error: "" }, result.ToString());
    }

    [Fact]
    public void Coreutils_find_an_edited_file()
    {
        using var scene = new OutputScene();
        scene.Gen(Files);
        scene.Write("main/etc/sysctl.d/60-podplay.conf", "edited\n");

        var result = Sha256Sum(scene.At("main"), "etc/podplay/MANIFEST");

        Assert.Equal((1, "etc/sysctl.d/60-podplay.conf: FAILED\n"), (result.ExitCode, result.Output));
    }

    [Fact]
    public void A_manifest_is_read_as_it_was_written()
    {
        var read = Manifest.Parse("main/etc/podplay/MANIFEST", OutputScene.Tree(Files).Files["main/etc/podplay/MANIFEST"]);

        Assert.Equal(["main/etc/containers/systemd/web.container", "main/etc/sysctl.d/60-podplay.conf"], read.Entries.Select(e => e.Path));
        Assert.Equal((null, null), (read.FaultyLine, read.NewerFormat));
    }

    [Fact]
    public void A_checkout_with_carriage_returns_can_be_read() =>
        Assert.Null(Parse($"# podplay manifest 1\r\n{Hash}  etc/hosts\r\n").FaultyLine);

    [Theory]
    [InlineData("", 1)]
    [InlineData("something else\n", 1)]
    [InlineData("# podplay manifest one\n", 1)]
    [InlineData("# podplay manifest 1\n<<<<<<< HEAD\n", 2)]
    [InlineData("# podplay manifest 1\n" + Hash + "  etc/hosts\n=======\n", 3)]
    [InlineData("# podplay manifest 1\nabc  etc/hosts\n", 2)]
    [InlineData("# podplay manifest 1\n" + Hash + " *etc/hosts\n", 2)]
    [InlineData("# podplay manifest 1\n" + Hash + "  \n", 2)]
    [InlineData("# podplay manifest 1\n\n" + Hash + "  etc/hosts\n", 2)]
    [InlineData("# podplay manifest 1\n" + Hash + "  ../../etc/passwd\n", 2)]
    [InlineData("# podplay manifest 1\n" + Hash + "  /etc/passwd\n", 2)]
    [InlineData("# podplay manifest 1\n" + Hash + "  etc//hosts\n", 2)]
    public void Damage_is_found_at_its_line(string text, int line) => Assert.Equal(line, Parse(text).FaultyLine);

    [Fact]
    public void Lines_beside_the_damage_are_read_all_the_same() =>
        Assert.Equal(["main/etc/a", "main/etc/b"], Parse($"# podplay manifest 1\n<<<<<<< HEAD\n{Hash}  etc/a\n=======\n{Hash}  etc/b\n>>>>>>> x\n").Entries.Select(e => e.Path));

    [Fact]
    public void A_newer_format_is_recognised() => Assert.Equal(2, Parse("# podplay manifest 2\nwhatever\n").NewerFormat);

    [Theory]
    [InlineData("MANIFEST", true)]
    [InlineData("main/etc/podplay/MANIFEST", true)]
    [InlineData("main/MANIFEST", false)]
    [InlineData("sample/main/etc/podplay/MANIFEST", false)]
    [InlineData("etc/podplay/MANIFEST", false)]
    [InlineData("/etc/podplay/MANIFEST", false)]
    public void Only_two_places_hold_manifests(string path, bool expected) => Assert.Equal(expected, Manifest.IsManifest(path));

    private const string Hash = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private static Manifest Parse(string text) => Manifest.Parse("main/etc/podplay/MANIFEST", Encoding.UTF8.GetBytes(text));

    private static string TextOf(string path) => Encoding.UTF8.GetString(OutputScene.Tree(Files).Files[path]);

    private static ToolResult Sha256Sum(string root, string manifest) =>
        ProcessRunner.Run(["sha256sum", "--quiet", "--strict", "-c", manifest], environment: new Dictionary<string, string?> { ["LC_ALL"] = "C" }, workingDirectory: root);
}
