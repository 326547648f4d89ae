namespace PodPlay.Model;

/// <summary>
/// At which addresses a name is met, depending on who asks: a host meets its own containers where they stand and everybody else's
/// at the ports that their host publishes. IPv4 first.
/// </summary>
/// <remarks>A public name promises the port that the router shows. It is given where that very number answers, so that a client inside
/// needs no second address book.</remarks>
public static class Meeting
{
    /// <summary>For the host's own processes.</summary>
    public static IEnumerable<Address> FromHost(Host asker, NameEntry name)
    {
        if (name.Service is not { } service)
            return OwnOf(name.Host);
        if (MeetsContainers(asker, service))
            return name.Kind != NameKind.Public || service.KeepsPorts(p => p.Container) ? InPlace(name) : [];
        return AtItsHost(name);
    }

    /// <summary>For everybody on the LAN, by the site's own name server: what is published at its host, and what is not where it stands,
    /// for those whom a flow lets in.</summary>
    /// <param name="publicAddresses">Where the internet finds the name: the way back over the router is all that is left to a client
    /// of the LAN where the host publishes another port number (80 -> 8080).</param>
    public static IEnumerable<Address> Inside(NameEntry name, IEnumerable<Address> publicAddresses)
    {
        if (name.Service is not { } service)
            return OwnOf(name.Host);
        if (name.Replica is null && service.IsPublished)
            return name.Kind == NameKind.Public && service.IsPublic && !service.KeepsPorts(p => p.Host)
                ? publicAddresses.Concat(AtItsHost(name))
                : AtItsHost(name);
        return service.IsOnHostNetwork ? OwnOf(service.Host) : service.Host.Rootless is null ? InPlace(name) : [];
    }

    /// <summary>For the internet: the router's address, and by IPv6 the host's own where it is a global one.</summary>
    public static IEnumerable<Address> Outside(PublicName name, IEnumerable<Address> publicAddresses)
    {
        if (!name.Service.IsPublic)
            return [];
        var host = name.Service.Host.AddressOf(Family.IPv6) is { } six && GlobalUnicast.Contains(six) && name.Service.IsServed(Family.IPv6) ? six : (Address?)null;
        return publicAddresses.Where(_ => name.Service.IsServed(Family.IPv4)).Concat(host is { } own ? [own] : []);
    }

    /// <summary>The bridges of a rootless user stand in a network namespace that the host itself has no route to.</summary>
    public static bool MeetsContainers(Host asker, Service service) =>
        service.Host == asker && !service.IsOnHostNetwork && asker.Rootless is null;

    /// <summary>Whether the internet meets the host by IPv6: it has an address that is routed there.</summary>
    public static bool HasGlobalIPv6(Host host) => host.AddressOf(Family.IPv6) is { } six && GlobalUnicast.Contains(six);

    private static readonly Prefix GlobalUnicast = Prefix.Parse("2000::/3");

    private static IEnumerable<Address> InPlace(NameEntry name) =>
        name.Replica is { } one ? one.Addresses : name.Service!.Replicas.SelectMany(r => r.Addresses);

    private static IEnumerable<Address> AtItsHost(NameEntry name)
    {
        var service = name.Service!;
        if (name.Replica is not null || !service.IsPublished)
            return [];
        // By IPv6 the ruleset leads the router's port to the container, whatever number the host publishes.
        return OwnOf(service.Host).Where(a => service.IsServed(a.Family)
            && (name.Kind != NameKind.Public || a.Family == Family.IPv6 || service.KeepsPorts(p => p.Host)));
    }

    private static IEnumerable<Address> OwnOf(Host host) =>
        new[] { host.AddressOf(Family.IPv4), host.AddressOf(Family.IPv6) }.OfType<Address>();
}
