using PodPlay.Artefacts.Quadlet;
using PodPlay.Connectivity;
using PodPlay.Model;

namespace PodPlay.Artefacts.Runbook;

/// <summary>One service from its unit to its packets.</summary>
internal static class ServiceView
{
    public static View Of(Network network, Service service, Callees callees)
    {
        var units = Units(service).Select(c => c.Line);
        var running = Running(network, service, callees).Select(c => c.Line);
        // The container of a job is there only while it works.
        var isJob = service.Timer is not null;
        return new()
        {
            { "name", service.Name },
            { "where", Where(service) },
            { "is_replicated", service.IsReplicated },
            { "replicas", service.Replicas.Length },
            { "first", service.Replicas[0].Name },
            { "commands", isJob ? units : units.Concat(running) },
            { "is_job", isJob },
            { "running", isJob ? running : [] },
        };
    }

    private static string Where(Service service) => service.Zone is { } zone
        ? $"{zone.Name}: {string.Join(", ", service.Replicas.SelectMany(r => r.Addresses))}"
        : $"the network of {service.Host.Name}: {string.Join(", ", service.Host.Addresses)}";

    private static IEnumerable<Command> Units(Service service)
    {
        var shell = new HostShell(service.Host);
        foreach (var replica in service.Replicas)
        {
            yield return service.Timer is null
                ? new(shell.Systemctl($"status --no-pager {replica.Name}.service"), "active (running)")
                : new(shell.Systemctl($"show -p Result {replica.Name}.service"), "Result=success: so it ended when it last ran");
        }
        if (service.Timer is not null)
            yield return new(shell.Systemctl($"list-timers --no-pager {service.Name}.timer"), "when it runs next");
        yield return new(shell.Journal($"{service.Replicas[0].Name}.service"));
    }

    // Of replicas the first one stands for all.
    private static IEnumerable<Command> Running(Network network, Service service, Callees callees)
    {
        var shell = new HostShell(service.Host);
        var first = service.Replicas[0];
        if (service.Health is not null)
            yield return new(shell.Podman($"inspect -f {{{{.State.Health.Status}}}} {first.Name}"), "healthy");
        foreach (var command in Ports(service, shell, first))
            yield return command;
        foreach (var (table, counter, what) in Counters(network, service))
            yield return new($"nft list counter {table} podplay {counter}", what);
        foreach (var command in Names(network, service, shell, first, callees))
            yield return command;
        foreach (var command in Traffic(service, shell, first))
            yield return command;
    }

    private static IEnumerable<Command> Ports(Service service, HostShell shell, Replica first)
    {
        var published = service.Ports.Where(p => p.Host is not null).Select(p => (p, p.Host!.Value)).ToList();
        var own = service.Ports.Select(p => (p, p.Container)).ToList();
        if (published.Count > 0 && !service.IsOnHostNetwork)
        {
            yield return new(shell.Podman($"port {first.Name}"), Sockets.Text(own.Where(p => p.p.Host is not null)));
            yield return new(Sockets.Listening(published), $"on {string.Join(", ", service.Host.Addresses)}");
        }
        if (own.Count > 0)
            yield return new(shell.Inside(first, Sockets.Listening(own)), $"the program itself: {Sockets.Text(own)}");
    }

    private static readonly Derived<ILookup<Service, Way>> WaysTo = new(network => Analysis.Analyse(network)
        .Select(p => (p.At, p.Way, Service: p.To is Target.Containers { Service: var c } ? c : (p.To as Target.HostAddresses)?.Service))
        .Where(p => p.Service is not null && p.At == p.Service.Host)
        .ToLookup(p => p.Service!, p => p.Way));

    // Only first packets of connections are counted: a number that grows means that the firewall lets them in.
    private static IEnumerable<(string Table, string Counter, string What)> Counters(Network network, Service service)
    {
        var ways = WaysTo.Of(network)[service].ToHashSet();
        if (ways.Contains(Way.Published))
            yield return ("inet", Quote.NftName("pub_", service.Name), "connections from outside");
        if (ways.Contains(Way.HostPort))
            yield return ("inet", Quote.NftName("host_", service.Name), "connections from outside");
        if (ways.Contains(Way.ZoneToZone))
            yield return ("inet", Quote.NftName("to_", service.Name), "connections from other zones");
        if (ways.Contains(Way.SameZone))
            yield return ("bridge", Quote.NftName("to_", service.Name), "connections from its own zone");
    }

    private static IEnumerable<Command> Names(Network network, Service service, HostShell shell, Replica first, Callees callees)
    {
        if (network.Names.Of(service).SelectMany(n => Meeting.FromHost(service.Host, n)).Distinct().ToList() is { Count: > 0 } addresses)
            yield return new($"getent ahosts {service.Name}.{network.Domain}", string.Join(", ", addresses));
        // Replicas of its own zone it finds by podman's resolver: they are not in the file.
        if (callees.Of(service).Where(c => !Discovery.Of(service, c, network.Names).Hosts.IsEmpty).ToList() is { Count: > 0 } called)
            yield return new($"cat \"$({shell.Podman($"inspect -f {{{{.HostsPath}}}} {first.Name}")})\"", $"whom it may call: {string.Join(", ", called.Select(c => c.Service.Name))}");
    }

    private static IEnumerable<Command> Traffic(Service service, HostShell shell, Replica first)
    {
        if (service.Ports.Length > 0)
            yield return new(shell.Inside(first, Sockets.Capture(service.IsOnHostNetwork ? "any" : "eth0", service.Ports.Select(p => p.Container))));
        yield return new(shell.Inside(first, service.IsOnHostNetwork ? "ip -s link show" : "ip -s link show dev eth0"), "bytes and drops; twice, ten seconds apart, is the bandwidth");
    }
}
