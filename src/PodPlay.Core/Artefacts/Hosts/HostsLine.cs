using PodPlay.Model;

namespace PodPlay.Artefacts.Hosts;

/// <summary>One address and its names: the full one first, since it is the canonical one (<c>hostname -f</c> and the like).</summary>
internal sealed record HostsLine(string Address, string Names)
{
    public static IEnumerable<HostsLine> Of(IEnumerable<Address> addresses, string domain, IReadOnlyList<string> names)
    {
        var all = names.Distinct().SelectMany(n => new[] { Quote.HostsName($"{n}.{domain}"), Quote.HostsName(n) });
        return addresses.Select(a => new HostsLine(a.ToString(), string.Join(' ', all)));
    }
}
