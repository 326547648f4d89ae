using System.Collections.Immutable;
using PodPlay.Text;

namespace PodPlay.Artefacts.Sysctl;

/// <summary>
/// The key table. systemd-sysctl ends with 0 on unknown keys, and a container whose <c>Sysctl=</c> is the host's does not start, so
/// podplay must know by itself. Scopes were measured by writing in a fresh network namespace (6.18) and with podman 5.4.2.
/// </summary>
internal static partial class SysctlKeys
{
    public static ImmutableArray<SysctlKey> All { get; } = [.. Tcp, .. Sockets, .. Routing, .. Tracking, .. Machine];

    public static SysctlKey? Find(string key)
    {
        var name = SysctlName.Parse(key);
        return All.FirstOrDefault(k => name.Matches(k));
    }

    public static string? Suggest(string key)
    {
        var name = SysctlName.Parse(key);
        return Suggestion.For(name.ToString(), All.Select(k => name.Fill(k.Pattern)));
    }

    private static SysctlKey Host(string key, SysctlGrammar value, string standard, string why) => new(key, SysctlScope.Host, value, standard, why);

    private static SysctlKey Ipc(string key, SysctlGrammar value, string standard, string why) => new(key, SysctlScope.Ipc, value, standard, why);

    /// <summary>Of a network namespace, for the programs in it.</summary>
    private static SysctlKey Program(string key, SysctlGrammar value, string standard, string why) =>
        new(key, SysctlScope.Network, value, standard, why) { ConcernsPrograms = true };

    /// <summary>Of a network namespace, for what it forwards and filters; or copied into new namespaces.</summary>
    private static SysctlKey Namespace(string key, SysctlGrammar value, string standard, string why) => new(key, SysctlScope.Network, value, standard, why);
}
