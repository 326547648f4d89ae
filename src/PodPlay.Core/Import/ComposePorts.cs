using System.Globalization;
using PodPlay.Diagnostics;
using PodPlay.Spec;
using PodPlay.Syntax;

namespace PodPlay.Import;

/// <summary>Compose's ports and expose, short and long.</summary>
internal static class ComposePorts
{
    public static void Read(DraftService service, SpecNode node, ComposeReader reader)
    {
        foreach (var item in reader.List(node, $"{service.Compose}.ports"))
        {
            if (item is SpecMapping)
                Long(service, item, reader);
            else if (reader.Text(item, $"{service.Compose}.ports") is { } text)
                Short(service, item, text, reader);
        }
    }

    public static void ReadExposed(DraftService service, SpecNode node, ComposeReader reader)
    {
        foreach (var item in reader.List(node, $"{service.Compose}.expose"))
        {
            if (reader.Text(item, $"{service.Compose}.expose") is { } text)
                Add(service, item, reader, "", "", text.Split('/') is [var port, _] ? port : text, text.Split('/') is [_, var protocol] ? protocol : "tcp", null);
        }
    }

    // [[IP:]HOST:]CONTAINER[/PROTOCOL], with IPv6 addresses in brackets.
    private static void Short(DraftService service, SpecNode item, string text, ComposeReader reader)
    {
        var (ports, protocol) = text.Split('/') is [var before, var after] ? (before, after) : (text, "tcp");
        var container = ports[(ports.LastIndexOf(':') + 1)..];
        var rest = ports.Length > container.Length ? ports[..^(container.Length + 1)] : "";
        var colon = rest.EndsWith(']') ? -1 : rest.LastIndexOf(':');
        var (ip, host) = rest.EndsWith(']') ? (rest, "") : colon < 0 ? ("", rest) : (rest[..colon], rest[(colon + 1)..]);
        Add(service, item, reader, ip.Trim('[', ']'), host, container, protocol, null);
    }

    private static void Long(DraftService service, SpecNode item, ComposeReader reader)
    {
        var (ip, host, container, protocol, name) = ("", "", "", "tcp", (string?)null);
        foreach (var entry in reader.Map(item, $"{service.Compose}.ports"))
        {
            var what = $"{service.Compose}.ports.{entry.Key.Text}";
            switch (entry.Key.Text)
            {
                case "target": container = reader.Text(entry.Value, what) ?? ""; break;
                case "published": host = reader.Text(entry.Value, what) ?? ""; break;
                case "host_ip": ip = reader.Text(entry.Value, what) ?? ""; break;
                case "protocol": protocol = reader.Text(entry.Value, what) ?? "tcp"; break;
                case "name": name = reader.Text(entry.Value, what); break;
                case "mode" or "app_protocol": break;
                default: reader.NotCarried(entry.Key, what); break;
            }
        }
        Add(service, item, reader, ip, host, container, protocol, name);
    }

    private static void Add(DraftService service, SpecNode place, ComposeReader reader, string ip, string host, string container, string protocol, string? name)
    {
        var what = $"port {container} of {service.Compose}";
        if (protocol is not ("tcp" or "udp"))
        {
            reader.NotCarried(place, what, "podplay knows tcp and udp");
            return;
        }
        if (!IsRange(container) || !(host.Length == 0 || IsRange(host)) || !(ip.Length == 0 || Model.Address.Parse(ip) is not null))
        {
            reader.Form(place, what, "CONTAINER, HOST:CONTAINER or IP:HOST:CONTAINER, each a port or a range");
            return;
        }
        var scope = ScopeOf(service, place, reader, what, ip, host);
        var label = ImportNames.Label(name ?? KnownPorts.NameOf(First(container)));
        var same = service.Ports.FindIndex(p => p.Container == container && p.Protocol != protocol && p.Host == host && p.Scope == scope);
        if (same >= 0)
            service.Ports[same] = service.Ports[same] with { Protocol = "tcp+udp" };
        else if (!service.Ports.Exists(p => p.Container == container && (p.Protocol == protocol || p.Protocol == "tcp+udp")))
            service.Ports.Add(new(scope, Unused(service, label), host, container, protocol));
        else if (scope == "lan")
            reader.NotCarried(place, what, "a port is published once; remove the other line first");
    }

    // Compose opens a port to whoever reaches the host. Nothing is opened to the internet that nobody asked to be.
    private static string ScopeOf(DraftService service, SpecNode place, ComposeReader reader, string what, string ip, string host)
    {
        if (host.Length == 0)
            return "private";
        if (ip is "127.0.0.1" or "::1")
        {
            reader.Diagnostics.Report(Diagnose.ImportAdapted(place.Span, $"{what} is for the host itself only", "becomes private", $"flows: {{ HOST -> {service.Name}: PORT }} lets the host in"));
            return "private";
        }
        if (ip.Length > 0 && ip is not ("0.0.0.0" or "::"))
            reader.NotCarried(place, $"the address {ip} of {what}", "ports are published at the host's addresses");
        return "lan";
    }

    private static string Unused(DraftService service, string name)
    {
        var unused = name;
        for (var again = 2; service.Ports.Exists(p => p.Name == unused); again++)
            unused = string.Create(CultureInfo.InvariantCulture, $"{name}-{again}");
        return unused;
    }

    private static bool IsRange(string text) => PortSyntax.ParseStage(text) is not null && !text.Contains('/', StringComparison.Ordinal);

    private static int First(string range) => int.Parse(range.Split('-')[0], CultureInfo.InvariantCulture);
}
