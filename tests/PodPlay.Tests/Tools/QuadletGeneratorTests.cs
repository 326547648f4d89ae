using PodPlay.Testing.Tools;

namespace PodPlay.Tools;

public class QuadletGeneratorTests
{
    private const string Container = """
        [Container]
        Image=docker.io/library/httpd:2.4
        PublishPort=192.0.2.1:8080:80
        Label=b=2
        Label="a=one word"

        """;

    [ToolFact]
    public void A_rootful_unit_becomes_a_service()
    {
        using var tree = TempTree.Of(("etc/containers/systemd/web.container", Container));
        var run = QuadletGenerator.Rootful(tree.Root);
        run.Verdict.MustAccept();
        var arguments = run.Unit("web.service").Arguments;
        Assert.Contains("--publish 192.0.2.1:8080:80", arguments);
        Assert.Contains("--label a=one word", arguments);
        Assert.Contains("docker.io/library/httpd:2.4", arguments);
        Assert.Equal(arguments.Order(StringComparer.Ordinal), arguments);
    }

    [ToolFact]
    public void Root_and_a_user_see_their_own_units_only()
    {
        using var tree = TempTree.Of(
            ("etc/containers/systemd/web.container", Container), ("etc/containers/systemd/users/1001/shop.container", Container));
        Assert.Equal(["web.service"], QuadletGenerator.Rootful(tree.Root).Units.Select(u => u.Name));
        var rootless = QuadletGenerator.Rootless(tree.Root, 1001);
        rootless.Verdict.MustAccept();
        Assert.Equal(["shop.service"], rootless.Units.Select(u => u.Name));
        Assert.False(QuadletGenerator.Rootless(tree.Root, 1002).Verdict.Accepted);
    }

    [ToolFact]
    public void An_unknown_key_is_rejected()
    {
        using var tree = TempTree.Of(("etc/containers/systemd/web.container", Container + "Imgae=typo\n"));
        QuadletGenerator.Rootful(tree.Root).Verdict.MustReject("unsupported key 'Imgae'");
    }

    [ToolFact]
    public void A_network_that_no_unit_declares_is_rejected()
    {
        using var tree = TempTree.Of(("etc/containers/systemd/web.container", Container + "Network=gone.network\n"));
        QuadletGenerator.Rootful(tree.Root).Verdict.MustReject("gone.network");
    }

    [ToolFact]
    public void A_tree_without_units_is_rejected()
    {
        using var tree = TempTree.Of(("etc/hosts", "127.0.0.1 localhost\n"));
        QuadletGenerator.Rootful(tree.Root).Verdict.MustReject("No files parsed");
    }

    [Theory]
    [InlineData("a b  c", new[] { "a", "b", "c" })]
    [InlineData("\"a b\" c", new[] { "a b", "c" })]
    [InlineData("a\\x20b \"\"", new[] { "a b", "" })]
    [InlineData("--label \"x=\\\"y\\\"\\n\"", new[] { "--label", "x=\"y\"\n" })]
    public void Words_are_split_as_systemd_does(string line, string[] words) => Assert.Equal(words, SystemdWords.Split(line));
}
