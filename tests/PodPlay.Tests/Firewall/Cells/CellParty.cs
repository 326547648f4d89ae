using PodPlay.Firewall.Packets;
using PodPlay.Model;

namespace PodPlay.Firewall.Cells;

internal enum CellSide
{
    /// <summary>Comes only to addresses that the internet routes to.</summary>
    Internet,

    /// <summary>A neighbour: it can set a route to the zones through the host.</summary>
    Lan,
    Container,
    Host,
}

/// <summary>Somebody who calls or is called, with one address that stands for all.</summary>
/// <param name="User">Of the host's own processes.</param>
internal sealed record CellParty(string Name, CellSide Side, Address Address, Zone? Zone = null, Service? Service = null, int User = 0)
{
    public Region AsCaller(Interfaces interfaces)
    {
        var packets = Region.Everything.With(Field.Source, ValueSet.Range(Address.Value, Address.Value));
        return Side switch
        {
            CellSide.Host => packets.With(Field.User, User),
            CellSide.Container => packets.With(Field.InInterface, interfaces.Named(Zone!.Bridge)),
            _ => packets.With(Field.InInterface, interfaces.Outside),
        };
    }

    public Region AsCalled => Region.Everything.With(Field.Destination, ValueSet.Range(Address.Value, Address.Value));
}
