using PodPlay.Model;

namespace PodPlay.Artefacts.Report;

/// <summary>Names, certificates, and findings that the spec allows.</summary>
internal static class NameTables
{
    public static IEnumerable<string> Names(Network network) => MarkdownTable.Of(
        ["name", "also", "is"],
        network.Services.Select(s => (string[])[$"{s.Name}.{network.Domain}", string.Join(", ", s.Aliases), s.Zone is { } zone ? $"{Containers(s)} in {zone.Name}" : $"a program on {s.Host.Name}"]));

    public static IEnumerable<string> Certificates(Network network) => MarkdownTable.Of(
        ["certificate", "names", "challenge", "solver", "used by"],
        network.Certificates.Select(c => (string[])[c.Name, string.Join(", ", c.Names), c.Challenge == Challenge.Http01 ? "http-01" : "dns-01", c.Solver?.Name ?? "", string.Join(", ", c.Deploy.Select(s => s.Name))]));

    public static IEnumerable<string> Accepted(Network network) => MarkdownTable.Of(
        ["finding", "what", "why it is fine here"],
        network.Accepted.Select(a => (string[])[$"{a.Code} {a.Name}", a.Message, a.Reason]));

    private static string Containers(Service service) => service.Replicas.Length == 1 ? "one container" : $"{service.Replicas.Length} containers";
}
