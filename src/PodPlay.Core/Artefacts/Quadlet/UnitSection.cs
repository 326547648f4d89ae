using System.Globalization;

namespace PodPlay.Artefacts.Quadlet;

/// <summary>A section of a unit, in the order in which its keys are added.</summary>
/// <param name="path">The spec path of keys that name none of their own.</param>
internal sealed class UnitSection(string name, string path)
{
    private readonly List<UnitKey> _keys = [];

    public string Name => name;

    public IReadOnlyList<UnitKey> Keys => _keys;

    /// <param name="value">Quoted for the key's parse class.</param>
    /// <param name="from">The spec path that asked for it, when it is not the whole unit's.</param>
    /// <param name="comments">Lines above the key.</param>
    public void Add(string key, string value, string? from = null, IEnumerable<string>? comments = null) =>
        _keys.Add(new UnitKey(key, value, [.. comments ?? []], from ?? path));

    public void Add(string key, int value, string? from = null) => Add(key, value.ToString(CultureInfo.InvariantCulture), from);
}
