using PodPlay.Model;

namespace PodPlay.Testing.Tools;

/// <summary>Podplay's files for an Apache, laid where the container's mounts show them.</summary>
internal static class ApacheContainer
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

    /// <summary>The main file, for <see cref="ApacheCheck"/>.</summary>
    public static string MainFile(Service service) => service.ApacheLayout == ApacheLayout.Httpd ? HttpdConfiguration : ApacheCheck.DebianConfiguration;

    /// <param name="files">By path on the host.</param>
    public static TempTree Tree(IReadOnlyDictionary<string, string> files, Service service)
    {
        var folder = $"/etc/podplay/{service.Name}";
        var tree = TempTree.Of(("var/www/html/index.html", "hello\n"), ("usr/local/apache2/htdocs/index.html", "hello\n"));
        foreach (var root in service.VirtualHosts.Select(v => v.Root).OfType<string>())
            tree.Write($"{root[1..]}/index.html", "hello\n");
        if (service.ApacheLayout == ApacheLayout.Httpd)
        {
            tree.Write(HttpdConfiguration[1..], Httpd);
            WriteAll(folder, "usr/local/apache2/conf/podplay");
            return tree;
        }
        tree.Write("etc/apache2/ports.conf", files[$"{folder}/ports.conf"]);
        WriteAll($"{folder}/sites", "etc/apache2/sites-enabled");
        // The container's mount hides the folder; here one is laid over the other.
        tree.Write("etc/apache2/sites-enabled/000-default.conf", "");
        return tree;

        void WriteAll(string from, string to)
        {
            foreach (var (path, text) in files.Where(f => f.Key.StartsWith($"{from}/", StringComparison.Ordinal)))
                tree.Write($"{to}{path[from.Length..]}", text);
        }
    }
}
