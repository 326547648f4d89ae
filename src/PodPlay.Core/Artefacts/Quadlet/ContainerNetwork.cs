using PodPlay.Model;

namespace PodPlay.Artefacts.Quadlet;

/// <summary>Addresses, names and published ports of a container.</summary>
internal static class ContainerNetwork
{
    public static void AddTo(UnitSection section, Replica replica, NameTable names)
    {
        var service = replica.Service;
        section.Add("Network", service.Zone is { } zone ? Joined(zone, replica, names) : "host");
        foreach (var resolver in service.Dns)
            section.Add("DNS", resolver.ToString());
        if (service.Zone is not null)
        {
            foreach (var port in service.Ports)
                Publish(section, replica, service.Zone, port);
        }
    }

    // What AddHost= cannot say stands here: podman's resolver answers with all replicas. A container's own name it knows by itself.
    // Addresses and aliases stand in Network=: a NetworkAlias= beside it would replace every alias given here.
    private static string Joined(Zone zone, Replica replica, NameTable names)
    {
        var service = replica.Service;
        var options = replica.Addresses
            .Select(a => $"{(a.Family == Family.IPv4 ? "ip" : "ip6")}={a}")
            .Concat(from name in names.Of(service)
                    where name.Kind == NameKind.Alias || service.IsReplicated
                    where name.Kind != NameKind.Public || service.KeepsPorts(p => p.Container)
                    from spelling in name.Spellings.Reverse()
                    select $"alias={spelling}");
        return Quote.SystemdLine($"{zone.Name}.network:{string.Join(',', options)}");
    }

    // One line for each address of the host: a wildcard would take port 53 on the bridges too, and `[::]` on a network
    // without IPv6 is accepted and dead.
    private static void Publish(UnitSection section, Replica replica, Zone zone, Port port)
    {
        if (port.Exposure == Exposure.Private || port.Host is not { } published)
            return;
        var range = replica.Service.IsReplicated && published.Count != port.Container.Count
            ? new PortRange(published.First + replica.Number - 1)
            : published;
        var lines =
            from subnet in zone.Subnets
            let address = zone.Host.AddressOf(subnet.Family)
            where address is not null
            from protocol in port.Protocols
            select $"{address.Value.Bracketed}:{range}:{port.Container}/{protocol.Word()}";
        string[] why = [port.Path];
        foreach (var line in lines)
        {
            section.Add("PublishPort", line, port.Path, why);
            why = [];
        }
    }
}
