using System.Text.RegularExpressions;

namespace PodPlay.Testing.Tools;

/// <summary>Applies network sysctls in a throw-away network namespace and reads them back.</summary>
/// <remarks>
/// Two guards keep the machine safe: keys outside <c>net.</c> are refused here, and scripts/in-root shows all of
/// /proc/sys but net/ read-only. Some <c>net.</c> keys belong to the machine too (net.core.rmem_max): the kernel refuses
/// them in a namespace, and the verdict says so; podplay's own key table is their check.
/// </remarks>
internal static partial class SysctlCheck
{
    private const string Script = """
        count=$1; shift
        for ((; count > 0; count--)); do ip link add "$1" type bridge || exit; shift; done
        while [ $# -gt 0 ]; do
            # Keys with a dot inside a name (eth0.5) use slashes, as sysctl(8) knows them.
            file=/proc/sys/$1
            if ! { printf '%s' "$2" >"$file"; } 2>/dev/null; then
                echo "$1: cannot be set to '$2' in a network namespace" >&2
            else
                read -ra set <<<"$2"; read -ra now <"$file"
                [ "${set[*]}" = "${now[*]}" ] || echo "$1: set to '${set[*]}', reads '${now[*]}'" >&2
            fi
            shift 2
        done
        """;

    /// <param name="settings">Key with dots, as in sysctl.d, and value.</param>
    /// <param name="interfaces">Interfaces that the keys name (net.ipv4.conf.NAME.…); made as bridges.</param>
    /// <exception cref="ArgumentException">A key that is not of the network: it would change this machine.</exception>
    public static Verdict Apply(IReadOnlyDictionary<string, string> settings, params IReadOnlyList<string> interfaces)
    {
        var arguments = settings.SelectMany(setting => new[] { PathOf(setting.Key), setting.Value });
        return Verdict.OfSilentTool(InRoot.Script(Debian.Trixie, tree: null, Script,
            [interfaces.Count.ToString(System.Globalization.CultureInfo.InvariantCulture), .. interfaces, .. arguments]));
    }

    private static string PathOf(string key) => NetworkKey().IsMatch(key)
        ? key.Replace('.', '\0').Replace('/', '.').Replace('\0', '/')
        : throw new ArgumentException($"{key} is not a network key: writing it would change this machine", nameof(key));

    /// <summary>No <c>..</c>: it must not climb out of net/. Dots and slashes may be swapped, as sysctl(8) allows.</summary>
    [GeneratedRegex(@"^net([./][A-Za-z0-9_@:-]+)+$", RegexOptions.CultureInvariant)]
    private static partial Regex NetworkKey();
}
