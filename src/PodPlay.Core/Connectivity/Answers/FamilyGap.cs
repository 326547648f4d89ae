using PodPlay.Model;

namespace PodPlay.Connectivity.Answers;

/// <summary>A side that a family of addresses does not reach.</summary>
internal static class FamilyGap
{
    /// <summary>The first side without an address of the family; null when both have one, or one is outside.</summary>
    public static Obstacle? Of(Question question, Network network, Family family) =>
        new[] { question.From, question.To }.Select(name => Of(network, name, family)).FirstOrDefault(o => o is not null);

    private static Obstacle? Of(Network network, string name, Family family)
    {
        var service = network.Services.FirstOrDefault(s => s.Name == name);
        var zone = service is null ? network.Zones.FirstOrDefault(z => z.Name == name) : service.Zone;
        if (zone is not null && zone.SubnetOf(family) is null)
            return new($"zone {zone.Name} has no {family} subnet", $"zones.{zone.Name}.subnets");
        // Who is published, or shares the host's network, is met at the host's address.
        var host = service is { IsPublished: true } ? service.Host : network.Hosts.FirstOrDefault(h => h.Name == name);
        return host is not null && host.AddressOf(family) is null ? new($"host {host.Name} has no {family} address", $"hosts.{host.Name}.address") : null;
    }
}
