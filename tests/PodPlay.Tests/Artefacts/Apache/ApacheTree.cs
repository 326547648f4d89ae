using PodPlay.Artefacts.Apache;
using PodPlay.Model;
using PodPlay.Testing;
using PodPlay.Testing.Tools;

namespace PodPlay.Tests.Artefacts.Apache;

/// <summary>What the container of an Apache sees.</summary>
internal static class ApacheTree
{
    public const string HttpdConfiguration = "/usr/local/apache2/conf/httpd.conf";

    // As far as it matters: the image's own file has a Listen, its modules, and no include for others' files.
    private const string Httpd = """
        ServerRoot /usr/lib/apache2
        Listen 80
        LoadModule mpm_event_module modules/mod_mpm_event.so
        LoadModule authz_core_module modules/mod_authz_core.so
        LoadModule dir_module modules/mod_dir.so
        User www-data
        Group www-data
        PidFile /tmp/httpd.pid
        Include /usr/local/apache2/conf/podplay/podplay.conf

        """;

    public static TempTree Of(Network network)
    {
        var files = Rendered.By(new ApacheArtefact(), network);
        var (chain, key) = TestCertificate.For("example.com", "www.example.com");
        var tree = TempTree.Of(("certs/example.com/fullchain.pem", chain), ("certs/example.com/privkey.pem", key), ("var/www/html/index.html", "hello\n"), ("usr/local/apache2/htdocs/index.html", "hello\n"));
        const string Folder = "main/etc/podplay/apache/";
        if (files.TryGetValue($"{Folder}podplay.conf", out var all))
        {
            tree.Write(HttpdConfiguration[1..], Httpd);
            tree.Write("usr/local/apache2/conf/podplay/podplay.conf", all);
            return tree;
        }
        tree.Write("etc/apache2/ports.conf", files[$"{Folder}ports.conf"]);
        tree.Write("etc/apache2/sites-enabled/podplay.conf", files[$"{Folder}sites/podplay.conf"]);
        // The container's mount hides the folder; here one is laid over the other.
        tree.Write("etc/apache2/sites-enabled/000-default.conf", "");
        return tree;
    }
}
