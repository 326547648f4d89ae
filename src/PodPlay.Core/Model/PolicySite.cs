using System.Collections.Immutable;

namespace PodPlay.Model;

/// <summary>Where senders read a domain's policy.</summary>
/// <param name="Owner">Whom the name leads to.</param>
/// <param name="Showers">Whose configuration podplay writes so that it shows the policy: a balancer that ends TLS, or the Apaches to which the name leads;
/// empty: the owner's pages are its own.</param>
public sealed record PolicySite(MailPolicy Policy, Service Owner, ImmutableArray<Service> Showers)
{
    /// <summary>The protocol fixes it: there is no other port to ask at.</summary>
    public const int Https = 443;

    /// <summary>Null for a domain without a policy, and for one whose policy no service of the network is asked for.</summary>
    public static PolicySite? Of(PublicDomain domain) =>
        domain.Policy is { } policy && domain.Names.FirstOrDefault(n => n.Name == policy.Site) is { } name
            ? new(policy, name.Service, ShowersOf(name.Service, policy.Site))
            : null;

    /// <summary>The policies that a service shows, by domain.</summary>
    public static IEnumerable<MailPolicy> ShownBy(Network network, Service service) =>
        network.Domains.Select(Of).OfType<PolicySite>().Where(s => s.Showers.Contains(service)).Select(s => s.Policy);

    /// <summary>The port at which the internet asks a service for pages; null: it has none.</summary>
    public static Port? EntranceOf(Service service) =>
        service.Ports.FirstOrDefault(p => p.Router?.Contains(Https) == true && p.Protocols.Contains(Protocol.Tcp));

    public static ImmutableArray<Service> ShowersOf(Service owner, string site)
    {
        if (EntranceOf(owner) is not { } entrance)
            return [];
        if (owner.Balances.FirstOrDefault(b => b.Frontend == entrance) is not { } balance)
            return owner.VirtualHosts.IsEmpty ? [] : [owner];
        if (balance.Mode == BalanceMode.Http)
            return [owner];
        var pool = balance.Routed.FirstOrDefault(p => p.Route!.Host == site) ?? balance.Default;
        return [.. (pool?.Upstreams ?? []).Select(u => u.Service).Where(s => !s.VirtualHosts.IsEmpty).Distinct()];
    }
}
