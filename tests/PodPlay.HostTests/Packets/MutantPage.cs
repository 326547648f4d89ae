using System.Globalization;
using System.Text;
using PodPlay.Firewall.Mutants;

namespace PodPlay.Packets;

/// <summary>docs/firewall-mutants.md: each fault with its killers.</summary>
internal static class MutantPage
{
    public static string Of(IReadOnlyDictionary<Mutant, MutantTrial> listed, IReadOnlyDictionary<Mutant, bool> packets)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"""
            # Faults that the proof finds

            Written by the tests (`PacketMutantTests`). Each fault is put into a generated ruleset. Two oracles look for it
            ([how they work](firewall.md#how-it-is-proved)):

            * **listing**: the kernel loads the ruleset and lists it back; the listing is compared with the intent of the spec. Of {listed.Count} faults it
              finds {listed.Count(l => l.Value.Killers.Length > 0)}.
            * **packets**: hosts, router, LAN and internet in network namespaces, every cell probed. Tried on {packets.Count} of them, it finds {packets.Count(p => p.Value)}.

            Where an oracle cannot see a fault, the table says why. *open*: something passes that nobody wants. *closed*: something does not that somebody
            wants. *unlimited*: limits do not hold.

            """);
        foreach (var (group, mutants) in MutantGroups.All)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {group}\n\n| fault | ruleset | listing | packets |\n| --- | --- | --- | --- |\n");
            foreach (var mutant in mutants)
                page.Append(CultureInfo.InvariantCulture, $"| {mutant.Fault} | {mutant.Ruleset} | {(mutant.Unseen is { } why ? $"({why})" : listed[mutant].Killers)} | {Packets(mutant, packets)} |\n");
        }
        return page.ToString();
    }

    private static string Packets(Mutant mutant, IReadOnlyDictionary<Mutant, bool> packets) =>
        !packets.TryGetValue(mutant, out var isKilled) ? "" : isKilled ? "found" : $"({PacketMutants.Unseen[mutant]})";
}
