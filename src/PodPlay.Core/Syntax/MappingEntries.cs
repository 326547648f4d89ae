using System.Collections.Immutable;
using PodPlay.Diagnostics;

namespace PodPlay.Syntax;

/// <summary>Keys of one mapping while it is read: first come, first kept; <c>&lt;&lt;</c> fills what is not there.</summary>
internal sealed class MappingEntries
{
    private readonly List<SpecEntry> _own = [];
    private readonly Dictionary<string, SpecScalar> _first = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<SpecScalar>> _again = new(StringComparer.Ordinal);
    private SpecEntry? _merge;

    /// <summary>False when <c>&lt;&lt;</c> has something else than a mapping or a list of mappings.</summary>
    public bool MergesAreMappings { get; private set; } = true;

    public void Add(SpecScalar key, SpecNode value)
    {
        if (!_first.TryAdd(key.Text, key))
        {
            if (!_again.TryGetValue(key.Text, out var places))
                _again.Add(key.Text, places = []);
            places.Add(key);
        }
        else if (key is { Text: "<<", IsPlain: true })
            _merge = new(key, value);
        else
            _own.Add(new(key, value));
    }

    public void Report(DiagnosticBag diagnostics)
    {
        foreach (var (name, places) in _again)
            diagnostics.Report(Diagnose.DuplicateKey(name, _first[name].Span, [.. places.Select(p => p.Span)]));
        foreach (var stranger in Merged().Where(n => n is not SpecMapping))
        {
            diagnostics.Report(Diagnose.MergeNotMapping(_merge!.Key.Span));
            MergesAreMappings = false;
            break;
        }
    }

    public ImmutableArray<SpecEntry> ToImmutable()
    {
        if (_merge is null)
            return [.. _own];
        var all = new List<SpecEntry>(_own);
        var known = all.Select(e => e.Key.Text).ToHashSet(StringComparer.Ordinal);
        all.AddRange(Merged().OfType<SpecMapping>().SelectMany(m => m.Entries).Where(e => known.Add(e.Key.Text)));
        return [.. all];
    }

    // Of several, the earlier one wins (yaml.org/type/merge).
    private IEnumerable<SpecNode> Merged() => _merge?.Value switch
    {
        null => [],
        SpecSequence list => list.Items,
        var one => [one],
    };
}
