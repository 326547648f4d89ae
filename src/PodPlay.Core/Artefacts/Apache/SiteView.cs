using PodPlay.Model;

namespace PodPlay.Artefacts.Apache;

/// <summary>A virtual host on one port.</summary>
internal static class SiteView
{
    public static View Of(VirtualHost site, ApacheLayout layout) => Of(site, site.Aliases, null, null, layout);

    /// <summary>With TLS only the names that the certificate covers.</summary>
    public static View Of(TlsSite site, ApacheLayout layout) =>
        Of(site.VirtualHost, site.Names.Where(n => n != site.VirtualHost.Name), site.Certificate, site.Policy, layout);

    /// <summary>The certificate with those that vouch for it; empty where there is none.</summary>
    public static string Chain(Certificate? certificate) => certificate is null ? "" : Quote.Apache($"/certs/{certificate.Folder}/fullchain.pem");

    public static string Key(Certificate? certificate) => certificate is null ? "" : Quote.Apache($"/certs/{certificate.Folder}/privkey.pem");

    private static View Of(VirtualHost site, IEnumerable<string> aliases, Certificate? certificate, MailPolicy? policy, ApacheLayout layout)
    {
        var root = site.Root ?? (layout == ApacheLayout.Debian ? "/var/www/html" : "/usr/local/apache2/htdocs");
        return new()
        {
            { "path", site.Path },
            { "name", Quote.Apache(site.Name) },
            { "aliases", aliases.Select(Quote.Apache) },
            { "root", Quote.Apache(root) },
            { "folder", Quote.ApacheFolder(root) },
            { "chain", Chain(certificate) },
            { "key", Key(certificate) },
            { "has_policy", policy is not null },
            { "policy_path", policy?.Path ?? "" },
            { "policy_location", MailPolicy.Location },
            { "policy_file", policy is null ? "" : Quote.Apache(PolicyFiles.SeenBy(policy, layout)) },
            // A site that follows from the policy has nothing else to show.
            { "shows_pages", site.Path != policy?.Path },
        };
    }
}
