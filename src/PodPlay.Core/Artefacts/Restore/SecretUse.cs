using System.Collections.Immutable;
using PodPlay.Artefacts.Bind;
using PodPlay.Model;

namespace PodPlay.Artefacts.Restore;

/// <summary>A secret of a host, by name, and what the service sees of it.</summary>
/// <param name="Seen">A file of the container, or a variable.</param>
internal sealed record SecretUse(string Name, Service Service, string Seen, bool IsKey)
{
    /// <summary>All of a host, by name and service.</summary>
    public static ImmutableArray<SecretUse> On(Network network, Host host)
    {
        var keys = network.Certificates.Select(c => c.Key).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var own = host.Services.SelectMany(s => s.Secrets.Select(secret => (Service: s, secret.Name, secret.Variable)));
        // A name server of challenges is given its keys without being asked.
        var given = host.Services.SelectMany(s => NamedView.KeysOf(network, s).Select(k => (Service: s, Name: k, Variable: (string?)null)));
        return
        [
            .. own.Concat(given).Distinct()
                .Select(u => new SecretUse(u.Name, u.Service, u.Variable is { } variable ? $"variable {variable}" : $"file /run/secrets/{u.Name}", keys.Contains(u.Name)))
                .OrderBy(u => u.Name, StringComparer.Ordinal).ThenBy(u => u.Service.Name, StringComparer.Ordinal),
        ];
    }
}
