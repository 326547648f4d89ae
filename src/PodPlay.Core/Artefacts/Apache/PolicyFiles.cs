using PodPlay.Model;

namespace PodPlay.Artefacts.Apache;

/// <summary>The texts of the policies that an Apache shows, in a folder beside its sites: Apache has no directive that answers with a text.</summary>
internal static class PolicyFiles
{
    private const string Folder = "policies";

    public static IEnumerable<PlannedFile> Of(Network network, Service service, string sites, Effect effect) => Shown(network, service)
        .Select(p => new PlannedFile($"{sites}/{Folder}/{p.Site}.txt", "apache/policy.sbn", new() { { "lines", p.Lines } }) { Effect = effect });

    /// <summary>Whether there is anything to show.</summary>
    public static bool Any(Network network, Service service) => Shown(network, service).Any();

    /// <summary>The folder, as the container sees it.</summary>
    public static string FolderIn(ApacheLayout layout) =>
        $"{(layout == ApacheLayout.Debian ? "/etc/apache2/sites-enabled" : "/usr/local/apache2/conf/podplay")}/{Folder}";

    public static string SeenBy(MailPolicy policy, ApacheLayout layout) => $"{FolderIn(layout)}/{policy.Site}.txt";

    // Without a certificate for the name there is no site that could.
    private static IEnumerable<MailPolicy> Shown(Network network, Service service) => TlsSite.Of(network, service).Select(s => s.Policy).OfType<MailPolicy>();
}
