using PodPlay.Firewall.Packets;
using PodPlay.Model;

namespace PodPlay.Firewall.Intent;

/// <summary>Before connection tracking everything passes but what lies about where it comes from.</summary>
internal static class RawIntent
{
    public static IEnumerable<Allowance> Of(IntentScope scope)
    {
        yield return new(Region.Everything.With(Field.InInterface, scope.Interfaces.Loopback), "loopback");
        var addresses = scope.All(Field.Source).Except(scope.Family == Family.IPv4 ? scope.Of([IntentScope.Loopback]) : ValueSet.Empty);
        var honest = Region.Everything
            .With(Field.Source, addresses)
            .With(Field.Destination, addresses)
            .With(Field.Flags, Universe.Flags(f => (f & (Universe.Fin | Universe.Syn)) != (Universe.Fin | Universe.Syn) && (f & (Universe.Syn | Universe.Rst)) != (Universe.Syn | Universe.Rst)));
        // Which of a zone's addresses comes from which bridge is for the other hooks: answers of a container in two
        // networks may leave by the other one.
        yield return new(honest.With(Field.InInterface, scope.Interfaces.Managed), "zones");
        yield return new(honest.With(Field.InInterface, scope.Interfaces.Outside).With(Field.Source, addresses.Except(scope.ZoneNets)), "outside");
    }
}
