using PodPlay.Model;

namespace PodPlay.Artefacts.Hosts;

/// <summary>What <c>hosts.sbn</c> sees: names by the addresses at which this host itself meets them.</summary>
internal static class HostsView
{
    public static View Of(Network network, Host host) => new()
    {
        { "header", Header.Lines("/etc/hosts, outside the marks") },
        { "entries", Entries(network, host).OrderBy(e => e.Name, StringComparer.Ordinal).ThenBy(e => e.Path, StringComparer.Ordinal).Select(e => e.ToView()) },
    };

    // Never the host's own name: Debian's installer wrote a line for it, and glibc gives the addresses of all lines.
    private static IEnumerable<HostsEntry> Entries(Network network, Host host) =>
        network.Hosts.Select(h => EntryOf(h.Name, $"hosts.{h.Name}", network.Names.Of(h), host))
            // Of a service elsewhere it meets the published ports, or nothing.
            .Concat(network.Services.Where(s => s.Host == host || s.IsPublished).Select(s => EntryOf(s.Name, $"services.{s.Name}", network.Names.ReplicasOf(s).Concat(network.Names.Of(s)), host)))
            .Where(e => e.Name != host.Name && !e.Lines.IsEmpty);

    private static HostsEntry EntryOf(string name, string path, IEnumerable<NameEntry> names, Host asker)
    {
        // An address has one line, in the order in which addresses come: replica after replica.
        var lines = new List<(Address Address, List<string> Names)>();
        foreach (var entry in names)
        {
            foreach (var address in Meeting.FromHost(asker, entry))
            {
                var line = lines.Find(l => l.Address == address).Names;
                if (line is null)
                    lines.Add((address, line = []));
                line.AddRange(entry.Spellings.Select(Quote.HostsName));
            }
        }
        return new(name, path, [.. lines.Select(l => new HostsLine(l.Address.ToString(), string.Join(' ', l.Names)))]);
    }
}
