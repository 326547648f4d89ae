using System.Collections.Immutable;
using PodPlay.Model;

namespace PodPlay.Artefacts.Quadlet;

/// <summary>What one callee puts into a caller's unit: names in /etc/hosts and environment.</summary>
/// <param name="Hosts"><c>mail.podplay.internal:172.20.1.11</c></param>
internal sealed record Discovered(ImmutableArray<string> Hosts, ImmutableArray<KeyValuePair<string, string>> Environment);

/// <summary>How a service finds those it calls: only the declared ones, by fixed addresses, without a name server.</summary>
internal static class Discovery
{
    public static Discovered Of(Service caller, Callee callee, NameTable names)
    {
        var own = names.Of(callee.Service).ToArray();
        var inPlace = IsReachedInItsZone(caller, callee.Service);
        // Podman's resolver answers with all replicas, so that another replica changes no caller's unit.
        var byAlias = inPlace && callee.Service.IsReplicated && callee.Service.Zone == caller.Zone;
        return new Discovered(
            byAlias ? [] : Hosts(caller, callee.Service, inPlace, own),
            [.. Environment(callee, byAlias ? callee.Service.Name : own[0].FullName, inPlace)]);
    }

    /// <summary>Names of environment variables: <c>high-perf</c> is <c>HIGH_PERF</c>.</summary>
    public static string VariableOf(string name) => name.ToUpperInvariant().Replace('-', '_');

    // The bridges of a rootless user stand in a network namespace that the host itself cannot reach into.
    private static bool IsReachedInItsZone(Service caller, Service callee) =>
        callee.Zone is not null && callee.Host == caller.Host && (caller.Zone is not null || caller.Host.Rootless is null);

    private static ImmutableArray<string> Hosts(Service caller, Service callee, bool inPlace, IEnumerable<NameEntry> names)
    {
        var addresses = Addresses(caller, callee, inPlace).ToArray();
        return
        [
            .. from name in names
               where name.Kind != NameKind.Public || KeepsPublicPorts(callee, inPlace)
               from spelling in name.Spellings.Reverse()
               from address in addresses
               select $"{spelling}:{address}",
        ];
    }

    // A public name promises the router's ports: it is given where those numbers answer, and spares the way over the router.
    private static bool KeepsPublicPorts(Service callee, bool inPlace) => callee.KeepsPorts(p => inPlace ? p.Container : p.Host);

    private static IEnumerable<string> Addresses(Service caller, Service callee, bool inPlace)
    {
        // The host's own LAN address is refused from a rootless container; podman's word for the host works (measured on 5.4.2).
        if (!inPlace && callee.Host == caller.Host && caller.Zone is not null && caller.Host.Rootless is not null)
            return ["host-gateway"];
        return new[] { Family.IPv4, Family.IPv6 }
            .Where(family => Speaks(caller, family))
            .Select(family => inPlace ? callee.Replicas[0].AddressOf(family) : callee.Host.AddressOf(family))
            .OfType<Address>()
            .Select(address => address.ToString());
    }

    private static bool Speaks(Service caller, Family family) =>
        caller.Zone is { } zone ? zone.SubnetOf(family) is not null : caller.Host.AddressOf(family) is not null;

    private static IEnumerable<KeyValuePair<string, string>> Environment(Callee callee, string host, bool inPlace)
    {
        var prefix = VariableOf(callee.Service.Name);
        yield return new($"{prefix}_HOST", host);
        foreach (var port in callee.Ports)
        {
            var name = callee.Ports.Length == 1 ? $"{prefix}_PORT" : $"{prefix}_{VariableOf(port.Name)}_PORT";
            yield return new(name, ((inPlace ? null : port.Host) ?? port.Container).ToString());
        }
    }
}
