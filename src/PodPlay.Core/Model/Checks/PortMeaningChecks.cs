using PodPlay.Diagnostics;
using PodPlay.Model.Resolve;
using PodPlay.Text;

namespace PodPlay.Model.Checks;

/// <summary>What a port number means: DNS, mail, databases, the kernel's own range.</summary>
internal static class PortMeaningChecks
{
    private const int Dns = 53;
    private static readonly PortRange Ephemeral = new(32768, 60999);
    private static readonly Dictionary<int, string> Cleartext = new()
    {
        [21] = "sftp: 22", [23] = "ssh: 22", [389] = "ldaps: 636", [1883] = "mqtts: 8883",
    };
    private static readonly HashSet<int> Databases = [1433, 1521, 3306, 5432, 5984, 6379, 8086, 9042, 9200, 11211, 27017];

    public static void Check(Network network, SpecPlaces places, DiagnosticBag diagnostics)
    {
        foreach (var service in network.Services)
        {
            foreach (var port in service.Ports)
            {
                if (places.Value(port.Path) is { } place)
                    Check(service, port, place, places, diagnostics);
            }
        }
    }

    private static void Check(Service service, Port port, SourceSpan place, SpecPlaces places, DiagnosticBag diagnostics)
    {
        if (service.IsOnHostNetwork && IsRemapped(port, places))
            diagnostics.Report(Diagnose.HostNetworkRemap(place, service, places.Entry($"services.{service.Name}.network"), port));
        if (port.Container.Contains(Dns) && port.Exposure != Exposure.Private && MissingProtocol(service, port) is { } missing)
            diagnostics.Report(Diagnose.DnsOneProtocol(place, missing));
        if (service.IsOnHostNetwork && port.Container.Contains(Dns) && !service.ListensOnHostAddresses)
            diagnostics.Report(Diagnose.DnsPortWildcard(place, service, places.Entry($"services.{service.Name}.network")));
        if (port.Host is { } host && host.Overlaps(Ephemeral))
            diagnostics.Report(Diagnose.EphemeralPort(place, service.Host, host));
        if (port.Exposure == Exposure.Public && port.Protocols.Contains(Protocol.Tcp) && port.From is null && port.Container.IsSingle)
        {
            if (SafeFormOf(port) is { } safe)
                diagnostics.Report(Diagnose.CleartextPublic(place, port, safe));
            if (Databases.Contains(port.Container.First))
                diagnostics.Report(Diagnose.DatabasePublic(place, service, port));
        }
    }

    private static string? SafeFormOf(Port port) => MailPorts.RoleOf(port) switch
    {
        MailRole.Imap => "imaps: 993",
        MailRole.Pop3 => "pop3s: 995",
        _ => Cleartext.GetValueOrDefault(port.Container.First),
    };

    // The other protocol may have a port of its own.
    private static Protocol? MissingProtocol(Service service, Port port)
    {
        var served = service.Ports.Where(p => p.Exposure == port.Exposure && p.Container.Contains(Dns)).SelectMany(p => p.Protocols).Distinct().ToList();
        return served.Count > 1 ? null : served[0] == Protocol.Tcp ? Protocol.Udp : Protocol.Tcp;
    }

    // A host-network port has one number, however many stages are written: the last one. Any other number was meant as a mapping.
    private static bool IsRemapped(Port port, SpecPlaces places) =>
        places.Written(port.Path) is { } written && written.Stages.Any(s => s.Range != port.Container);
}
