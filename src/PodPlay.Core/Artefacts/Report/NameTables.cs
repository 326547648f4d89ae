using PodPlay.Model;

namespace PodPlay.Artefacts.Report;

/// <summary>Names, certificates, and findings that the spec allows.</summary>
internal static class NameTables
{
    public static IEnumerable<string> Names(Network network) => MarkdownTable.Of(
        ["name", "is", "for its callers on the same host", "for the LAN", "for the internet"],
        network.Names.Entries
            .OrderBy(e => e.FullName, StringComparer.Ordinal)
            .Select(e => (string[])[e.FullName, What(e), Listed(Meeting.FromHost(e.Host, e)), Listed(ForLan(network, e)), Listed(ForInternet(network, e))]));

    public static IEnumerable<string> Certificates(Network network) => MarkdownTable.Of(
        ["certificate", "names", "challenge", "solver", "used by"],
        network.Certificates.Select(c => (string[])[c.Name, string.Join(", ", c.Names), c.Challenge == Challenge.Http01 ? "http-01" : "dns-01", c.Solver?.Name ?? "", string.Join(", ", c.Deploy.Select(s => s.Name))]));

    public static IEnumerable<string> Accepted(Network network) => MarkdownTable.Of(
        ["finding", "what", "why it is fine here"],
        network.Accepted.Select(a => (string[])[$"{a.Code} {a.Name}", a.Message, a.Reason]));

    private static string What(NameEntry name) => name switch
    {
        { Service: null } => $"host {name.Host.Name}",
        { Replica: { } replica } => $"container {replica.Number} of {name.Service.Name}",
        { Service: { Zone: { } zone } service } => $"{service.Name}, {Containers(service)} in {zone.Name}",
        _ => $"{name.Service.Name}, a program on {name.Host.Name}",
    };

    private static IEnumerable<Address> ForLan(Network network, NameEntry name) =>
        name.Service is null || (name.Replica is null && name.Service.IsPublished) ? Meeting.Inside(name, DomainOf(network, name)?.Addresses ?? []) : [];

    private static IEnumerable<Address> ForInternet(Network network, NameEntry name) =>
        DomainOf(network, name) is { } domain ? Meeting.Outside(domain.Names.First(n => n.Name == name.FullName), domain.Addresses) : [];

    private static PublicDomain? DomainOf(Network network, NameEntry name) =>
        network.Domains.FirstOrDefault(d => d.Names.Any(n => n.Name == name.FullName));

    private static string Listed(IEnumerable<Address> addresses) => string.Join(", ", addresses);

    private static string Containers(Service service) => service.Replicas.Length == 1 ? "one container" : $"{service.Replicas.Length} containers";
}
