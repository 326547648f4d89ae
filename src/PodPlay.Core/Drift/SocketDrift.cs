using PodPlay.Drift.Reports;
using PodPlay.Model;

namespace PodPlay.Drift;

/// <summary>Who listens on the host, loopback aside: a port that the spec does not have.</summary>
internal static class SocketDrift
{
    // DHCP's clients listen for as long as there is a lease.
    private static readonly int[] DhcpClient = [68, 546];

    private const int Dns = 53;

    public static IEnumerable<Deviation> Of(DriftTarget target, HostReport report) =>
        from socket in report.Sockets
        where !socket.IsLoopback && !IsExpected(socket, target, report)
        let who = socket.Unit == "-" ? socket.Program : $"{socket.Program} of {socket.Unit}"
        select new Deviation(
            DriftKind.Extra,
            $"socket {socket.Protocol} {socket.Place}",
            $"is listened on by {who}, and the spec has no such port",
            target.Path,
            socket.Unit == "-" ? $"end {socket.Program}, or make it a service of the spec" : $"systemctl disable --now {socket.Unit}, or make it a service of the spec");

    private static bool IsExpected(ReportedSocket socket, DriftTarget target, HostReport report)
    {
        var host = target.Host;
        if (socket.Protocol == "udp" && (DhcpClient.Contains(socket.Port) || report.IsEphemeral(socket.Port)))
            return true;
        if (socket.Protocol == "tcp" && socket.Port == host.Admin?.SshPort)
            return true;
        if (socket.Port == Dns && host.Zones.SelectMany(z => z.Subnets).Any(s => s.Gateway.ToString() == socket.Address))
            return true;
        return host.Services.Any(s => s.Ports.Append(s.Statistics).OfType<Port>().Any(p =>
            p.Protocols.Any(protocol => protocol.Word() == socket.Protocol) && (p.Host?.Contains(socket.Port) == true || (s.IsOnHostNetwork && p.Container.Contains(socket.Port)))));
    }
}
