using System.Collections.Immutable;
using PodPlay.Model;

namespace PodPlay.Connectivity.Comparison;

/// <summary>The permissions of one of two networks, keyed so that the other's can be laid beside them.</summary>
internal static class SidedCells
{
    /// <param name="sideOf">The network's own side of a pair.</param>
    /// <param name="renamed">From a party's name to what it is called on the other side.</param>
    public static Dictionary<Pairing, List<Allowance>> Of(
        Network network, ImmutableArray<OutsidePair> outside, Func<OutsidePair, (Party Party, Address Sample)> sideOf, Func<Party, string> renamed)
    {
        var cells = new Dictionary<Pairing, List<Allowance>>();
        foreach (var permission in Analysis.Analyse(network))
        {
            if (permission.From is not (Origin.Anybody or Origin.Blocks))
            {
                foreach (var cell in Matrix.CellsOf(permission, OutsideWorld.Nowhere))
                    Add(renamed(cell.From), cell.From.Name, cell, permission);
                continue;
            }
            foreach (var pair in outside.Where(o => o.Family == permission.Family))
            {
                var (party, sample) = sideOf(pair);
                foreach (var cell in Matrix.CellsOf(permission, OutsideWorld.Of(network, party, sample)))
                    Add($"outside {pair.Before.Party.Name} {pair.After.Party.Name} {pair.Before.Sample} {pair.After.Sample}", pair.NameOf(party), cell, permission);
            }
        }
        return cells;

        void Add(string caller, string name, Cell cell, Permission permission)
        {
            var key = new Pairing(caller, renamed(cell.To), cell.Protocol, cell.Family, permission.Reached.First - cell.Ports.First);
            if (!cells.TryGetValue(key, out var list))
                cells.Add(key, list = []);
            list.Add(new(name, cell));
        }
    }
}
