using System.Collections.Immutable;
using PodPlay.Lab;
using PodPlay.Model;
using PodPlay.Testing.Tools;

namespace PodPlay.Boot;

/// <summary>Every name, asked where it is used: in each container, on each host, on the LAN and on the internet. What shall come is read off the
/// model's table of names.</summary>
[Collection(SeedCollection.Name)]
public sealed class NamesTests(SeedHosts hosts)
{
    private static Network Network => SeedHosts.Seed.Network;

    private static Service NameServer => Network.Services.Single(s => s.IsNameServer);

    [ToolFact(Debian.Trixie)]
    public void A_container_finds_whom_it_may_call_its_zone_and_what_the_name_server_knows()
    {
        hosts.Become(SeedHosts.Seed);
        foreach (var replica in Network.Services.Where(s => s.Timer is null).SelectMany(s => s.Replicas))
        {
            var expected = Network.Names.Entries.SelectMany(e => e.Spellings.Distinct().Select(name => (Name: name, Addresses: InContainer(replica.Service, e, name)))).Where(e => !e.Addresses.IsEmpty).ToList();
            // On its host's network it has no resolver of podman's, and the hosts file only of those whom it calls.
            if (replica.Service.IsOnHostNetwork && expected.Count == 0)
                continue;
            var found = Found(hosts.Lab[replica.Service.Host].Shell($"podman exec --interactive {replica.Name} sh -s", Getent(expected.Select(e => e.Name))));
            Assert.Equal(Lines(expected), found);
        }
    }

    [ToolFact(Debian.Trixie)]
    public void A_host_finds_every_name_that_it_meets()
    {
        hosts.Become(SeedHosts.Seed);
        foreach (var host in Network.Hosts)
        {
            var expected = (
                from entry in Network.Names.Entries
                where entry.Kind != NameKind.NameServer && !(entry.Kind == NameKind.Host && entry.Host == host)
                from name in entry.Spellings
                select (name, Addresses: Meeting.FromHost(host, entry).ToImmutableArray())).Where(e => !e.Addresses.IsEmpty).ToList();
            Assert.Equal(Lines(expected), Found(hosts.Lab[host].Shell(Getent(expected.Select(e => e.name)))));
        }
    }

    [ToolFact(Debian.Trixie)]
    public void The_LAN_finds_every_name_by_the_name_server()
    {
        hosts.Become(SeedHosts.Seed);
        var expected = Network.Names.Entries.Select(e => (e.FullName, Addresses: ByNameServer(e))).Where(e => !e.Addresses.IsEmpty).ToList();
        foreach (var server in NameServer.Host.Addresses)
            Assert.Equal(Lines(expected), Found(hosts.Lab.At(LabNetwork.Lan, Dig(server, expected.Select(e => e.FullName)))));
    }

    [ToolFact(Debian.Trixie)]
    public void The_internet_finds_the_public_names_and_no_others()
    {
        hosts.Become(SeedHosts.Seed);
        var expected = Network.Domains.SelectMany(d => d.Names.Select(n => (n.Name, Addresses: Meeting.Outside(n, d.Addresses).ToImmutableArray()))).ToList();
        foreach (var server in Network.Router.Public.Concat(NameServer.Host.Addresses.Where(a => a.Family == Family.IPv6)))
        {
            Assert.Equal(Lines(expected), Found(hosts.Lab.At(LabNetwork.Internet, Dig(server, expected.Select(e => e.Name)))));
            // By TCP: refusals over UDP are limited by rate.
            Assert.Equal(Lines(expected), Found(hosts.Lab.At(LabNetwork.Internet, Dig(server, Network.Names.Entries.Select(e => e.FullName), "+tcp"))));
        }
    }

    // In its hosts file those whom it may call, by podman's resolver its zone, behind that the name server.
    private static ImmutableArray<Address> InContainer(Service asker, NameEntry entry, string name) =>
        entry.Service is { } service && entry.Replica is null && entry.Kind != NameKind.NameServer && MayCall(asker, service) && !(service.IsReplicated && service.Zone == asker.Zone)
            ? entry.Kind == NameKind.Public && !service.KeepsPorts(p => p.Container) ? ByNameServer(entry) : [.. AsCallee(asker, service)]
        : asker.Zone is null ? []
        : entry.Service is { } neighbour && neighbour.Zone == asker.Zone && IsKnownInZone(neighbour, entry, name) ? [.. (entry.Replica is { } one ? [one] : neighbour.Replicas).SelectMany(r => r.Addresses)]
        : name == entry.FullName ? ByNameServer(entry)
        : [];

    private static bool MayCall(Service caller, Service service) => caller != service && Network.Flows.Any(f =>
        f.To is FlowEnd.OfService to && to.Service == service && (f.From is FlowEnd.OfService from ? from.Service == caller : f.From is FlowEnd.OfZone zone && zone.Zone == caller.Zone));

    private static IEnumerable<Address> AsCallee(Service asker, Service service) =>
        new[] { Family.IPv4, Family.IPv6 }.Select(f => service.Zone is not null && service.Host == asker.Host ? service.Replicas[0].AddressOf(f) : service.Host.AddressOf(f)).OfType<Address>();

    // A container by its name; what several answer to, and what is an alias, in both spellings.
    private static bool IsKnownInZone(Service service, NameEntry entry, string name) =>
        entry.Kind == NameKind.Alias || (entry.Kind == NameKind.Service && service.IsReplicated) || (entry.Kind is NameKind.Service or NameKind.Replica && service.Timer is null && name == entry.Name);

    private static ImmutableArray<Address> ByNameServer(NameEntry entry) => NameServer.Resolves.Any(d => entry.FullName == d || entry.FullName.EndsWith($".{d}", StringComparison.Ordinal))
        ? [.. Meeting.Inside(entry, Network.Domains.FirstOrDefault(d => d.Holds(entry.FullName))?.Addresses ?? [])]
        : [];

    private static string Getent(IEnumerable<string> names) =>
        $"for name in {string.Join(' ', names.Distinct())}; do getent ahosts $name | sed -n \"s/ *STREAM.*//p\" | sed \"s/^/$name /\"; done\n";

    private static string Dig(Address server, IEnumerable<string> names, string options = "") =>
        $"for name in {string.Join(' ', names.Distinct())}; do for type in A AAAA; do dig +short {options} +tries=2 +time=3 @{server} $name $type | sed \"s/^/$name /\"; done; done";

    private static IEnumerable<string> Found(string output) => ToolResult.LinesOf(output).Distinct().Order(StringComparer.Ordinal);

    private static IEnumerable<string> Lines(IEnumerable<(string Name, ImmutableArray<Address> Addresses)> expected)
    {
        var lines = expected.SelectMany(e => e.Addresses.Select(a => $"{e.Name} {a}")).Distinct().Order(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(lines);
        return lines;
    }
}
