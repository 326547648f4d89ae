using System.Text.RegularExpressions;
using PodPlay.Diagnostics;

namespace PodPlay.Import;

/// <summary>
/// Who calls whom. Compose lets everybody in a network call everybody; here only flows do. Those that a file tells of, by depends_on
/// or by a name in a variable, are written; others are for their author to know.
/// </summary>
internal static partial class ComposeFlows
{
    /// <summary>By client, then by server.</summary>
    public static IEnumerable<(string Flow, string[] Ports)> Of(IReadOnlyList<DraftService> services, ComposeReader reader)
    {
        var byName = services.ToDictionary(s => s.Compose, StringComparer.Ordinal);
        var flows = new SortedDictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var client in services)
        {
            foreach (var (name, place) in client.Calls)
            {
                if (!byName.TryGetValue(name, out var server) || server == client)
                    reader.NotCarried(place, $"{client.Compose}.depends_on {name}", "no such service comes along");
                else if (PortsOf(server) is { Length: > 0 } ports)
                    Add(client, server, ports);
                else
                    reader.Diagnostics.Report(Diagnose.ImportAdapted(place.Span, $"the file does not say which port of {name} {client.Compose} calls", "no flow is written", $"private: {{ NAME: PORT }} on {server.Name}, and flows: {{ {client.Name} -> {server.Name}: NAME }}"));
            }
            foreach (var server in services.Where(s => s != client && client.Environment.Values.Any(v => Names(v).Contains(s.Compose))))
            {
                if (PortsOf(server) is { Length: > 0 } ports)
                    Add(client, server, ports);
            }
        }
        return flows.Select(f => (f.Key, f.Value));

        void Add(DraftService client, DraftService server, string[] ports)
        {
            if (client.OnHostNetwork && server.OnHostNetwork)
                return;
            flows.TryAdd($"{client.Name} -> {server.Name}", ports);
            // The flow sets these itself.
            var variable = server.Name.ToUpperInvariant().Replace('-', '_');
            if (client.Environment.GetValueOrDefault($"{variable}_HOST") == server.Compose)
                client.Environment.Remove($"{variable}_HOST");
            if (server.Ports is [var only] && client.Environment.GetValueOrDefault($"{variable}_PORT") == only.Container)
                client.Environment.Remove($"{variable}_PORT");
        }
    }

    // A server without a port in the file has that of its image.
    private static string[] PortsOf(DraftService server)
    {
        if (server.Ports.Count == 0 && !server.OnHostNetwork && KnownPorts.PortOf(server.Image) is { } known)
            server.Ports.Add(new("private", KnownPorts.NameOf(known), "", known.ToString(System.Globalization.CultureInfo.InvariantCulture), "tcp"));
        return [.. server.Ports.Select(p => p.Name)];
    }

    // The host of an address, or a value that is nothing but a name.
    private static IEnumerable<string> Names(string value) => Host().Matches(value).Select(m => m.Groups["name"].Value);

    [GeneratedRegex(@"(^|://|@|,\s*)(?<name>[A-Za-z0-9][A-Za-z0-9._-]*)(?=$|[:/,])", RegexOptions.ExplicitCapture)]
    private static partial Regex Host();
}
