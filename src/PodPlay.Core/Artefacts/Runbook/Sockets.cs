using PodPlay.Model;

namespace PodPlay.Artefacts.Runbook;

/// <summary>Ports in the words of ss(8) and of tcpdump's filters.</summary>
internal static class Sockets
{
    /// <summary>For <c>ss</c>: options and filter.</summary>
    public static string Listening(IEnumerable<(Port Port, PortRange Range)> ports)
    {
        var all = ports.ToList();
        var protocols = all.SelectMany(p => p.Port.Protocols).Distinct().Order().Select(p => p == Protocol.Tcp ? 't' : 'u');
        var filter = all.Select(p => p.Range).Distinct().Order().Select(r => r.IsSingle ? $"sport = :{r.First}" : $"( sport >= :{r.First} and sport <= :{r.Last} )");
        return $"ss -ln{string.Concat(protocols)}p '{string.Join(" or ", filter)}'";
    }

    /// <summary>For <c>tcpdump</c>.</summary>
    public static string Filter(IEnumerable<PortRange> ports) =>
        $"'{string.Join(" or ", ports.Distinct().Order().Select(r => r.IsSingle ? $"port {r.First}" : $"portrange {r}"))}'";

    /// <summary>For people: <c>25/tcp, 53/tcp+udp</c>.</summary>
    public static string Text(IEnumerable<(Port Port, PortRange Range)> ports) =>
        string.Join(", ", ports.Select(p => $"{p.Range}/{string.Join("+", p.Port.Protocols.Select(w => w.Word()))}"));

    /// <summary>A capture ends by itself: after twenty packets, or after half a minute.</summary>
    public static string Capture(string device, IEnumerable<PortRange> ports) => $"timeout 30 tcpdump -ni {device} -c 20 {Filter(ports)}";
}
