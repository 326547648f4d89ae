namespace PodPlay.Artefacts;

public static partial class Quote
{
    /// <summary>A name in /etc/hosts, where nothing can be quoted: what is no host name is refused.</summary>
    public static string HostsName(string name) =>
        name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_')
            ? name
            : throw new ArgumentException("not a host name; the spec must have refused it", nameof(name));
}
