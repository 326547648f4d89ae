using PodPlay.Diagnostics;
using PodPlay.Model.Resolve;
using PodPlay.Text;

namespace PodPlay.Model.Checks;

/// <summary>Blocks that overlap each other, the LAN, the world, or podman's own.</summary>
internal static class SubnetChecks
{
    private sealed record Block(Zone Zone, Prefix Prefix, SourceSpan Place);

    private static readonly Prefix[] Private = [Prefix.Parse("10.0.0.0/8"), Prefix.Parse("172.16.0.0/12"), Prefix.Parse("192.168.0.0/16"), Prefix.Parse("fc00::/7")];
    private static readonly Prefix[] Documentation = [Prefix.Parse("192.0.2.0/24"), Prefix.Parse("198.51.100.0/24"), Prefix.Parse("203.0.113.0/24"), Prefix.Parse("2001:db8::/32")];
    // Source: containers.conf, default_subnet and default_subnet_pools.
    private static readonly Prefix[] PodmanOwn = [Prefix.Parse("10.88.0.0/16"), Prefix.Parse("10.89.0.0/16")];

    public static void Check(Network network, SpecPlaces places, DiagnosticBag diagnostics)
    {
        var all = network.Zones.SelectMany(z => z.Subnets.Select(s => new Block(z, s.Prefix, PlaceOf(z, s.Prefix, places)))).ToList();
        foreach (var (zone, prefix, place) in all)
        {
            // On a wire the block is the LAN's own.
            if (zone.Attachment is not null)
                continue;
            CheckAlone(zone, prefix, place, diagnostics);
            CheckSurroundings(network, zone, prefix, place, places, diagnostics);
        }
        for (var i = 0; i < all.Count; i++)
        {
            for (var j = i + 1; j < all.Count; j++)
            {
                if (!all[i].Prefix.Overlaps(all[j].Prefix))
                    continue;
                var (inner, outer) = Ordered(all[i], all[j]);
                diagnostics.Report(Diagnose.SubnetOverlap(inner.Place, inner.Zone, inner.Prefix, outer.Place, outer.Zone, outer.Prefix, FreeBlock(outer.Prefix, all.Select(a => a.Prefix))));
            }
        }
        CheckDocumentation(network, places, diagnostics);
    }

    private static void CheckAlone(Zone zone, Prefix prefix, SourceSpan place, DiagnosticBag diagnostics)
    {
        if (!Private.Any(p => p.Covers(prefix)))
            diagnostics.Report(Diagnose.NotPrivate(place, prefix));
        if (PodmanOwn.Any(p => p.Overlaps(prefix)))
            diagnostics.Report(Diagnose.PodmanPool(place, prefix));
        if (prefix.Family == Family.IPv6 && !LooksRandom(prefix))
            diagnostics.Report(Diagnose.UlaNotRandom(place, prefix));
    }

    private static void CheckSurroundings(Network network, Zone zone, Prefix prefix, SourceSpan place, SpecPlaces places, DiagnosticBag diagnostics)
    {
        if (network.Router.IsDeclared && network.Router.Lan.Any(l => l.Overlaps(prefix)))
        {
            diagnostics.Report(Diagnose.SubnetCollidesLan(place, zone, prefix, "the LAN", places.Key("router.lan")));
            return;
        }
        if (network.Hosts.FirstOrDefault(h => h.Addresses.Any(prefix.Contains)) is { } host)
            diagnostics.Report(Diagnose.SubnetCollidesLan(place, zone, prefix, $"host {host.Name}", places.Key($"hosts.{host.Name}.address")));
    }

    private static void CheckDocumentation(Network network, SpecPlaces places, DiagnosticBag diagnostics)
    {
        foreach (var host in network.Hosts)
        {
            foreach (var address in host.Addresses.Where(a => Documentation.Any(d => d.Contains(a))))
            {
                if (places.Item($"hosts.{host.Name}.address", address.ToString()) is { } place)
                    diagnostics.Report(Diagnose.DocumentationPrefix(place, address.ToString()));
            }
        }
    }

    // fd00:: and other short words: a random prefix has its 40 bits well mixed. Three of five bytes equal to zero, or a word that
    // people like to write in hexadecimal, is not.
    private static bool LooksRandom(Prefix prefix)
    {
        var bits = (ulong)(prefix.Base.Value >> 80) & 0xff_ffff_ffff;
        var text = bits.ToString("x10", System.Globalization.CultureInfo.InvariantCulture);
        var liked = new[] { "dead", "beef", "cafe", "babe", "f00d", "1234", "face" };
        return text.Chunk(2).Count(b => b is ['0', '0']) < 2 && !liked.Any(l => text.Contains(l, StringComparison.Ordinal)) && text.Distinct().Count() > 3;
    }

    // The smaller one lies inside the larger; of equals, the one further down is the newcomer.
    private static (Block Inner, Block Outer) Ordered(Block one, Block other)
    {
        var oneIsInner = one.Prefix.Length != other.Prefix.Length ? one.Prefix.Length > other.Prefix.Length : one.Place.Start > other.Place.Start;
        return oneIsInner ? (one, other) : (other, one);
    }

    // In the outer block while there is room, then behind it.
    private static string? FreeBlock(Prefix outer, IEnumerable<Prefix> taken)
    {
        const int Tries = 4096;
        var bits = outer.Base.Bits;
        var length = Math.Max(outer.Family == Family.IPv4 ? 24 : 64, outer.Length);
        var others = taken.Where(t => t != outer || taken.Count(u => u == outer) > 1).ToList();
        var candidate = new Prefix(outer.Base, length);
        for (var i = 0; i < Tries && Private.Any(p => p.Covers(candidate)); i++)
        {
            if (!others.Exists(o => o.Overlaps(candidate)))
                return candidate.ToString();
            candidate = new(candidate.Base.Plus(UInt128.One << (bits - length)), length);
        }
        return null;
    }

    private static SourceSpan PlaceOf(Zone zone, Prefix prefix, SpecPlaces places) =>
        places.Item($"zones.{zone.Name}.subnets", prefix.ToString()) ?? places.Key($"zones.{zone.Name}")!.Value;
}
