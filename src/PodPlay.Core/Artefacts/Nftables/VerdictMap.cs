namespace PodPlay.Artefacts.Nftables;

/// <summary>A named map from ports to chains, written one element a line; what is entered twice is there once.</summary>
internal sealed class VerdictMap(string name, string type)
{
    private readonly List<View> _elements = [];
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
    private bool _hasRanges;

    public string Name { get; } = name;

    public bool IsEmpty => _elements.Count == 0;

    public void Add(string key, bool isRange, string chain, string path)
    {
        if (!_keys.Add(key))
            return;
        _hasRanges |= isRange;
        _elements.Add(new View { { "key", key }, { "comment", Quote.Nft(path) }, { "chain", chain } });
    }

    /// <summary>Without ranges it is a hash for the kernel; with the flag <c>interval</c> it is a tree.</summary>
    public View ToView() => new()
    {
        { "name", Name },
        { "type", type },
        { "has_ranges", _hasRanges },
        { "elements", _elements },
    };
}
