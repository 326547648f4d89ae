using PodPlay.Output;

namespace PodPlay.Tests.Output;

public sealed class ChangeReportTests
{
    [Fact]
    public void Files_are_listed_by_host_with_the_lines_they_gain_and_lose()
    {
        using var scene = new OutputScene();
        scene.Gen(
            ("main/etc/nftables.d/podplay.nft", "a\nb\nc\n"), ("main/etc/podplay/haproxy/haproxy.cfg", "a\nb\n"), ("main/etc/gone", "x\n"),
            ("main/etc/same", "x\n"), ("fast/etc/hosts", "x\n"), ("REPORT.md", "old\n"));

        var plan = scene.Gen(
            ("main/etc/containers/systemd/apache-4.container", "x\n"), ("main/etc/nftables.d/podplay.nft", "a\nb\nc\nd\ne\n"),
            ("main/etc/podplay/haproxy/haproxy.cfg", "a\nB\nc\n"), ("main/etc/same", "x\n"), ("fast/etc/hosts", "x\n"), ("REPORT.md", "new\n")).Plan;

        Assert.Equal(
            $"""
            fast{Blank(scene, "fast")}unchanged
            main{Blank(scene, "main")}+ etc/containers/systemd/apache-4.container
                {Blank(scene, "main")}- etc/gone
                {Blank(scene, "main")}~ etc/nftables.d/podplay.nft        (+2)
                {Blank(scene, "main")}~ etc/podplay/haproxy/haproxy.cfg   (+2 -1)
            {scene.Folder}   ~ REPORT.md                         (+1 -1)

            """,
            ChangeReport.Files(plan));
        Assert.Equal("1 file new, 3 changed, 1 removed, 2 unchanged", ChangeReport.Summary(plan));
    }

    [Fact]
    public void A_second_run_says_only_that_all_is_well()
    {
        using var scene = new OutputScene();
        var tree = OutputScene.Tree(("main/etc/a", "x\n"), ("main/etc/b", "x\n"));
        scene.Gen(tree);

        var plan = scene.Gen(tree).Plan;

        Assert.Equal(("", $"{scene.Folder}/ is up to date (2 files)"), (ChangeReport.Files(plan), ChangeReport.Summary(plan)));
    }

    [Fact]
    public void Edited_and_foreign_files_are_marked()
    {
        using var scene = new OutputScene();
        scene.Gen(("main/etc/a", "x\n"));
        scene.Write("main/etc/a", "mine\n");
        scene.Write("main/etc/b", "foreign\n");

        var plan = scene.Gen(("main/etc/a", "x\n"), ("main/etc/b", "x\n")).Plan;

        Assert.Equal("main   ! etc/a\n       ! etc/b\n", ChangeReport.Files(plan));
        Assert.Equal("0 files new, 0 changed, 0 removed, 0 unchanged, 2 in the way", ChangeReport.Summary(plan));
    }

    [Fact]
    public void A_manifest_is_listed_only_where_it_alone_differs()
    {
        using var scene = new OutputScene();
        var tree = OutputScene.Tree(("main/etc/a", "x\n"));
        scene.Gen(tree);
        File.Delete(scene.At("main/etc/podplay/MANIFEST"));

        Assert.Equal("main   + etc/podplay/MANIFEST\n", ChangeReport.Files(scene.Compare(tree).Plan));
    }

    [Fact]
    public void Lines_that_only_moved_are_no_gain()
    {
        using var scene = new OutputScene();
        scene.Gen(("main/etc/a", "1\n2\n"));

        Assert.Equal("main   ~ etc/a   (moved lines)\n", ChangeReport.Files(scene.Gen(("main/etc/a", "2\n1\n")).Plan));
    }

    private static string Blank(OutputScene scene, string host) => new(' ', scene.Folder.Length + 3 - host.Length);
}
