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
            var pairs = outside.Where(o => o.Family == permission.Family);
            if (permission.From is Origin.Anybody or Origin.Blocks)
            {
                foreach (var pair in pairs)
                {
                    var (party, sample) = sideOf(pair);
                    foreach (var cell in Matrix.CellsOf(permission, OutsideWorld.Of(network, party, sample)))
                        Add(pair.Key, pair.NameOf(party), renamed(cell.To), cell, permission);
                }
            }
            else if (permission.To is Target.Everybody)
            {
                // The host itself, and whoever is outside, as the two networks are compared.
                Party own = new Party.OfHost(permission.At);
                foreach (var (key, party) in pairs.Select(p => (p.CalledKey, sideOf(p).Party)).Where(p => p.Party != own).Append((renamed(own), own)))
                {
                    foreach (var cell in Matrix.CellsOf(permission with { To = new Target.Everybody([party]) }, OutsideWorld.Nowhere))
                        Add(renamed(cell.From), cell.From.Name, key, cell, permission);
                }
            }
            else
            {
                foreach (var cell in Matrix.CellsOf(permission, OutsideWorld.Nowhere))
                    Add(renamed(cell.From), cell.From.Name, renamed(cell.To), cell, permission);
            }
        }
        return cells;

        void Add(string caller, string name, string called, Cell cell, Permission permission)
        {
            var key = new Pairing(caller, called, cell.Protocol, cell.Family, permission.Reached.First - cell.Ports.First);
            if (!cells.TryGetValue(key, out var list))
                cells.Add(key, list = []);
            list.Add(new(name, cell));
        }
    }
}
