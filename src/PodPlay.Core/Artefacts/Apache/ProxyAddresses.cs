using PodPlay.Model;

namespace PodPlay.Artefacts.Apache;

/// <summary>The source addresses by which a balancer's connections arrive: only these may say who the client was.</summary>
internal static class ProxyAddresses
{
    public static IEnumerable<Address> Of(Service target, IEnumerable<Service> balancers) =>
        balancers.SelectMany(b => SeenBy(target, b)).Distinct().Order();

    /// <summary>The addresses under which a service meets one that calls it.</summary>
    internal static IEnumerable<Address> SeenBy(Service target, Service balancer)
    {
        // Netavark hides whatever leaves a zone behind the address of the interface by which it leaves.
        if (balancer.Host != target.Host)
            return balancer.Host.Addresses;
        if (target.Zone is not { } zone)
            return balancer.IsOnHostNetwork ? balancer.Host.Addresses : balancer.Replicas.SelectMany(r => r.Addresses);
        return balancer.Zone == zone ? balancer.Replicas.SelectMany(r => r.Addresses) : zone.Subnets.Select(s => s.Gateway);
    }
}
