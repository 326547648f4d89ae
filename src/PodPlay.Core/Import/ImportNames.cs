using System.Text;
using PodPlay.Spec;

namespace PodPlay.Import;

/// <summary>Names of other tools as names of a spec: DNS labels, each once.</summary>
internal sealed class ImportNames
{
    // What a spec's own words and a host's own units are called.
    private static readonly string[] Reserved =
        ["internet", "lan", "any", "router", "cron", "dbus", "getty", "network", "networking", "nftables", "podman", "podplay-firewall", "resolvconf", "rsyslog", "ssh", "sshd", "systemd", "udev"];

    private readonly HashSet<string> _taken = new(Reserved, StringComparer.Ordinal);

    /// <summary>A name that nothing else of the spec has.</summary>
    /// <param name="suffix">Put behind a name that is taken: <c>net</c>.</param>
    public string Take(string name, string suffix)
    {
        var label = Label(name);
        for (var again = 1; !_taken.Add(label); again++)
            label = again == 1 ? $"{Label(name)}-{suffix}" : $"{Label(name)}-{suffix}{again.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
        return label;
    }

    /// <summary>Lower case; what is neither letter nor digit is a hyphen.</summary>
    public static string Label(string name)
    {
        var label = new StringBuilder();
        foreach (var c in name.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c))
                label.Append(c);
            else if (label.Length > 0 && label[^1] != '-')
                label.Append('-');
        }
        var text = label.ToString(0, Math.Min(label.Length, 50)).TrimEnd('-');
        return Rules.IsLabel(text) ? text : "unnamed";
    }
}
