using System.Collections.Immutable;

namespace PodPlay.Changes;

/// <summary>Collects what is to be done to units: of several actions on one, the strongest.</summary>
internal sealed class UnitActions
{
    private readonly Dictionary<(string Name, string? User), (UnitAction Action, SortedSet<string> Reasons)> _units = [];

    public void Add(string name, UnitAction action, string? user, string reason)
    {
        if (!_units.TryGetValue((name, user), out var known))
            known = (action, new(StringComparer.Ordinal));
        // What starts or stops anyway has no further reason.
        if (known.Action < UnitAction.Start && action >= UnitAction.Start)
            known.Reasons.Clear();
        if (known.Action < UnitAction.Start || action >= UnitAction.Start)
            known.Reasons.Add(reason);
        _units[(name, user)] = (action > known.Action ? action : known.Action, known.Reasons);
    }

    public ImmutableArray<UnitChange> ToSortedList() =>
    [
        .. _units.Select(u => new UnitChange(u.Key.Name, u.Value.Action, u.Key.User, [.. u.Value.Reasons]))
            .OrderByDescending(u => u.Action)
            .ThenBy(u => u.Name, StringComparer.Ordinal),
    ];
}
