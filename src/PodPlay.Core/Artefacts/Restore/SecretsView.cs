using PodPlay.Artefacts.Report;
using PodPlay.Artefacts.Runbook;
using PodPlay.Model;

namespace PodPlay.Artefacts.Restore;

/// <summary>What <c>secrets.sbn</c> sees: names, users and the way to make each; values podplay never knows.</summary>
internal static class SecretsView
{
    /// <returns>Null where the spec names no secret.</returns>
    public static View? Of(Network network)
    {
        var uses = network.Hosts.SelectMany(h => SecretUse.On(network, h).GroupBy(u => u.Name).Select(g => (Host: h, Uses: g.ToList()))).ToList();
        if (uses.Count == 0)
            return null;
        return new()
        {
            { "header", Header.Lines() },
            { "rows", MarkdownTable.Of(["Secret", "Host", "Used by", "What it sees", "What it is"], uses.Select(u => Row(u.Host, u.Uses))) },
            { "commands", uses.Select(u => Make(u.Host, u.Uses[0])) },
        };
    }

    private static string[] Row(Host host, List<SecretUse> uses) =>
    [
        uses[0].Name, host.Name, string.Join(", ", uses.Select(u => u.Service.Name).Distinct()), string.Join(", ", uses.Select(u => u.Seen).Distinct()),
        uses[0].IsKey ? "TSIG key, as tsig-keygen prints it" : "a word or a file that its service defines",
    ];

    private static string Make(Host host, SecretUse use)
    {
        var create = new HostShell(host).Podman($"secret create {use.Name} -");
        var value = use.IsKey ? $"tsig-keygen -a hmac-sha256 {Quote.Shell(use.Name)}" : "openssl rand -base64 33 | tr -d '\\n'";
        return $"{value} | {create}   # on {host.Name}";
    }
}
