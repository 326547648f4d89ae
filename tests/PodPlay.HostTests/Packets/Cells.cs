using PodPlay.Lab;
using PodPlay.Model;

namespace PodPlay.Packets;

/// <summary>Which attempts there are: whoever calls, whatever can be called, both protocols, every port.</summary>
internal static class Cells
{
    public static List<Probe> Of(LabNetwork lab)
    {
        var ports = Ports.Of(lab.Network);
        return
        [
            .. from caller in lab.Callers
               from called in lab.Called
               where IsJudged(caller, called)
               from protocol in Enum.GetValues<Protocol>()
               from port in ports
               where !IsOwn(caller, called, protocol, port)
               select new Probe(caller, called, protocol, port),
        ];
    }

    private static bool IsJudged(Caller caller, Called called)
    {
        if (caller.Address.Family != called.Address.Family || caller.Address == called.Address || caller.IsLinkLocal != called.IsLinkLocal)
            return false;
        if (caller.IsLinkLocal)
            return caller.Seat == Seat.Container ? called.Kind == CalledKind.Container && called.Zone == caller.Zone : called.Kind == CalledKind.Host;
        // Inside a rootless user's namespace everybody is among themselves; out of it they are processes of the host.
        if (caller.Host?.Rootless is not null)
            return caller.Seat == Seat.Container ? called.Kind == CalledKind.Container && called.Host == caller.Host : IsElsewhere(caller, called);
        if (called.Host?.Rootless is not null && called.Kind == CalledKind.Container)
            return false;
        return called.Kind switch
        {
            CalledKind.Container or CalledKind.Host or CalledKind.Gateway => true,
            CalledKind.Router => caller.Seat is Seat.Internet or Seat.Container or Seat.Lan,
            _ => caller.Seat == Seat.Container,
        };
    }

    // Between hosts and to the internet: the rest of what a process of a host may do is nobody's business here.
    private static bool IsElsewhere(Caller caller, Called called) => called.Kind switch
    {
        CalledKind.Container => called.Host!.Rootless is null,
        CalledKind.Host or CalledKind.Gateway => called.Host != caller.Host,
        CalledKind.Internet => caller.Service is not null || caller.Zone is not null,
        _ => false,
    };

    // A host calls its own programs over its loopback; what podman publishes is a container.
    private static bool IsOwn(Caller caller, Called called, Protocol protocol, int port) =>
        caller.Seat == Seat.Process && caller.Host == called.Host && called.Kind is (CalledKind.Host or CalledKind.Gateway)
        && Expectation.PublishedAt(called.Host!, called.Address, protocol, port) is null;
}
