using PodPlay.Model;

namespace PodPlay.Artefacts.Nftables;

/// <summary>How a rule recognises the beginning of a flow in one of the host's zones.</summary>
internal static class Callers
{
    /// <summary>
    /// One text for each family in which the caller has an address and <paramref name="destination"/> is not null:
    /// <c>ip saddr @svc_apache4 ip daddr 192.168.1.101</c>. A whole zone is its bridge: whoever comes in there with an
    /// address of another zone was dropped as spoofed before.
    /// </summary>
    public static IEnumerable<string> Of((Zone Zone, Service? Service) caller, ServiceSets sets, Func<Family, string?> destination)
    {
        foreach (var family in FamilyWords.Both)
        {
            if (caller.Zone.SubnetOf(family) is null || destination(family) is not { } target)
                continue;
            if (caller.Service is not { } service)
                yield return $"iifname \"{caller.Zone.Bridge}\" {target}";
            else if (ServiceSets.HasAddress(service, family))
                yield return $"{family.Word()} saddr {sets.Named(service, family)} {target}";
        }
    }

    /// <summary><c>ip daddr 192.168.1.100</c>, or null when there is no address of the family.</summary>
    public static string? Destination(Family family, IEnumerable<Address> addresses)
    {
        var own = addresses.Where(a => a.Family == family).ToList();
        return own.Count == 0 ? null : $"{family.Word()} daddr {FamilyWords.OneOf(own)}";
    }
}
