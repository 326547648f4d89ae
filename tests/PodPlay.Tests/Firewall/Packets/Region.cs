using System.Collections.Immutable;

namespace PodPlay.Firewall.Packets;

/// <summary>Packets of which each field has a value in a set of its own; a field that is not named may have any.</summary>
internal sealed class Region
{
    private readonly ImmutableDictionary<Field, ValueSet> _fields;

    private Region(ImmutableDictionary<Field, ValueSet> fields) => _fields = fields;

    public static Region Everything { get; } = new(ImmutableDictionary<Field, ValueSet>.Empty);

    public IEnumerable<KeyValuePair<Field, ValueSet>> Fields => _fields;

    public ValueSet? this[Field field] => _fields.GetValueOrDefault(field);

    /// <summary>Fewer packets: those that have one of the values too.</summary>
    public Region With(Field field, ValueSet values) =>
        new(_fields.SetItem(field, _fields.TryGetValue(field, out var own) ? own.Intersect(values) : values));

    public Region With(Field field, params IEnumerable<int> values) => With(field, ValueSet.Of(values));

    public Region And(Region other) => other._fields.Aggregate(this, (region, f) => region.With(f.Key, f.Value));
}
