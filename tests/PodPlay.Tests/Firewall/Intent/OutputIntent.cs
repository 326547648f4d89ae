using PodPlay.Connectivity;
using PodPlay.Firewall.Packets;

namespace PodPlay.Firewall.Intent;

/// <summary>What the host's own processes send. Only users that may run containers are kept out of the zones.</summary>
internal static class OutputIntent
{
    public static IEnumerable<Allowance> Of(IntentScope scope) =>
    [
        new(Region.Everything.With(Field.Destination, scope.All(Field.Destination).Except(scope.ZoneNets)), "elsewhere"),
        IntentScope.Answers,
        // The spec speaks of TCP and UDP.
        new(Region.Everything
            .With(Field.User, scope.All(Field.User).Except(IntentScope.ContainerUsers))
            .With(Field.Protocol, scope.All(Field.Protocol).Except(ValueSet.Of(Universe.Tcp, Universe.Udp))), "the host itself"),
        .. scope.Permissions.Where(p => p.Way == Way.HostToContainer).Select(p => Of(p, scope)),
    ];

    private static Allowance Of(Permission permission, IntentScope scope)
    {
        var packets = IntentScope.Of(permission.Protocol).With(Field.Port, Universe.Of(permission.Called));
        if (permission.From is not Origin.Processes { OfAnyUser: true })
            packets = packets.With(Field.User, scope.All(Field.User).Except(IntentScope.ContainerUsers));
        return permission.To switch
        {
            Target.AllContainers => new(packets.With(Field.Destination, scope.ZoneNets), permission.Because),
            Target.Containers { Service: var service } => new(packets.With(Field.Destination, scope.Containers(service)), permission.Because),
            _ => throw new NotSupportedException($"{permission}"),
        };
    }
}
