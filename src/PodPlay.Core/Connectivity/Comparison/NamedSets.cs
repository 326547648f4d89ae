using System.Collections.Immutable;
using PodPlay.Model;

namespace PodPlay.Connectivity.Comparison;

/// <summary>Finds the largest names that cover a set of parties exactly.</summary>
/// <param name="network">The side on which they are.</param>
/// <param name="outside">All names outside, and whether they are of the LAN.</param>
internal sealed class NamedSets(Network network, IEnumerable<(string Name, bool IsLan, Family Family)> outside)
{
    private const int MostExceptions = 2;

    private readonly ImmutableArray<(string Name, bool IsLan, Family Family)> _outside = [.. outside.Distinct()];

    /// <param name="parties">The names of single parties.</param>
    /// <param name="except">Not expected in the set: nobody calls himself, and no host from outside itself.</param>
    /// <param name="family">Who is there differs between the two.</param>
    public ImmutableArray<string> Of(IEnumerable<string> parties, Family family, IReadOnlySet<string> except)
    {
        var left = parties.ToHashSet(StringComparer.Ordinal);
        var names = new List<string>();
        foreach (var zone in network.Zones)
        {
            var others = new Party.OthersInZone(zone).Name;
            if (left.Contains(others))
                Take($"zone {zone.Name}", [.. zone.Services.Select(s => s.Name).Append(others)]);
        }
        if (left.Contains("lan"))
            Take("lan", [.. _outside.Where(o => o.IsLan && o.Family == family).Select(o => o.Name)]);
        if (left.Contains("internet"))
            left.ExceptWith(_outside.Where(o => !o.IsLan && o.Name != "internet").Select(o => o.Name));
        return [.. names.Concat(left).OrderBy(Rank).ThenBy(n => n, StringComparer.Ordinal)];

        void Take(string name, ImmutableArray<string> members)
        {
            var missing = members.Where(m => !left.Contains(m) && !except.Contains(m)).ToList();
            if (missing.Count > MostExceptions || (missing.Count > 0 && members.Length - missing.Count < 2))
                return;
            left.ExceptWith(members);
            names.Add(missing.Count == 0 ? name : $"{name} except {string.Join(" and ", missing)}");
        }
    }

    private static int Rank(string name) => name == "internet" ? 0 : name.StartsWith("lan", StringComparison.Ordinal) ? 1 : 2;
}
