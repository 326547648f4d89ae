using PodPlay.Testing;
using PodPlay.Testing.Tools;

namespace PodPlay.Tests.Artefacts.Certificates;

/// <summary>Units and scripts as the tools read them.</summary>
public sealed class CertificateUnitTests
{
    private static readonly SortedDictionary<string, string> Files = InMemory.RenderNamed("certificates");

    public static TheoryData<string> Scripts => [.. Files.Keys.Where(p => p.EndsWith(".sh", StringComparison.Ordinal) && p.StartsWith("box/etc/podplay/cert", StringComparison.Ordinal))];

    [ToolTheory]
    [MemberData(nameof(Scripts))]
    public void A_shell_reads_the_script(string path)
    {
        using var tree = TempTree.Of(("script.sh", Files[path]));
        Verdict.OfSilentTool(InRoot.Run(Debian.Trixie, tree.Root, "dash", "-n", "/script.sh")).MustAccept();
    }

    [ToolFact]
    public void Systemd_accepts_the_units()
    {
        const string Folder = "box/etc/systemd/system/";
        using var tree = new TempTree();
        var units = Files.Where(f => f.Key.StartsWith($"{Folder}podplay-certificates", StringComparison.Ordinal)).ToList();
        foreach (var (path, text) in units)
            tree.Write(path["box/".Length..], text);

        Assert.Equal(5, units.Count);
        SystemdVerify.Check(Debian.Trixie, tree.Root, [.. units.Select(u => $"/etc/systemd/system/{u.Key[Folder.Length..]}")]).MustAccept();
    }

    /// <summary>A reload that is part of what its container waits for would wait for itself.</summary>
    [Fact]
    public void Containers_wait_for_the_installation_and_nobody_for_the_reload()
    {
        Assert.Contains("After=podplay-certificates.service\n", Files["box/etc/containers/systemd/apache.container"], StringComparison.Ordinal);
        Assert.DoesNotContain("reload.sh", Files["box/etc/systemd/system/podplay-certificates.service"], StringComparison.Ordinal);
        Assert.All(Files.Where(f => f.Key.EndsWith(".container", StringComparison.Ordinal)), f => Assert.DoesNotContain("podplay-certificates-reload", f.Value, StringComparison.Ordinal));
    }

    [Fact]
    public void An_Apache_without_a_balancer_serves_the_folder_that_the_solver_writes()
    {
        Assert.Contains("Volume=acme.volume:/var/www/acme:ro\n", Files["box/etc/containers/systemd/apache.container"], StringComparison.Ordinal);
        Assert.Contains("Volume=acme.volume:/var/www/acme\n", Files["box/etc/containers/systemd/certbot.container"], StringComparison.Ordinal);
        Assert.Contains("--webroot --webroot-path /var/www/acme", Files["box/etc/podplay/certbot/renew.sh"], StringComparison.Ordinal);
        Assert.Contains("\nAlias /.well-known/acme-challenge/ /var/www/acme/.well-known/acme-challenge/\n", Files["box/etc/podplay/apache/sites/podplay.conf"], StringComparison.Ordinal);
    }

    [Fact]
    public void Each_server_has_its_own_lineage()
    {
        string Renew(string server) => InMemory.Render(InMemory.Text("certificates").Replace("server: production #", $"server: {server} #", StringComparison.Ordinal))["box/etc/podplay/certbot/renew.sh"];

        Assert.Contains("--cert-name www.example.org@staging ", Renew("staging"), StringComparison.Ordinal);
        Assert.Contains("--cert-name www.example.org@ca.example.com_14000_dir ", Renew("https://ca.example.com:14000/dir"), StringComparison.Ordinal);
    }
}
