namespace PodPlay.Artefacts.Bind;

/// <summary>Where a name server finds its files: the folders of Debian's package and of the images made from it.</summary>
internal static class NameServerFolders
{
    /// <summary>In the container, read-only: what podplay writes.</summary>
    public const string Configuration = "/etc/bind";

    /// <summary>In the container, a volume: zones that change at run time, with their journals. named writes the zone file anew, so it can be
    /// none of podplay's.</summary>
    public const string Dynamic = "/var/lib/bind";
}
