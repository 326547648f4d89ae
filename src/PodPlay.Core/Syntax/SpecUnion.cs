using System.Collections.Immutable;
using PodPlay.Diagnostics;

namespace PodPlay.Syntax;

/// <summary>Several files as one: sections add up, nothing overrides.</summary>
internal sealed class SpecUnion(DiagnosticBag diagnostics)
{
    // One thing each, not a collection of named ones: half a router from one file and half from another helps nobody.
    private static readonly ImmutableArray<string> Undivided = ["router", "defaults"];

    private readonly List<string> _order = [];
    private readonly Dictionary<string, SpecEntry> _sections = new(StringComparer.Ordinal);

    public static SpecMapping Of(IReadOnlyList<SpecMapping> roots, DiagnosticBag diagnostics)
    {
        var union = new SpecUnion(diagnostics);
        foreach (var section in roots.SelectMany(r => r.Entries))
            union.Add(section);
        return roots[0] with { Entries = [.. union._order.Select(name => union._sections[name])] };
    }

    private void Add(SpecEntry section)
    {
        var name = section.Key.Text;
        if (name == "include")
            return;
        if (_sections.TryAdd(name, section))
            _order.Add(name);
        else
            _sections[name] = Unite(_sections[name], section);
    }

    private SpecEntry Unite(SpecEntry first, SpecEntry second)
    {
        var name = first.Key.Text;
        if (first.Value is SpecScalar { IsNull: true })
            return second;
        // What begins with x- is for anchors and belongs to its file; the format may be repeated.
        if (second.Value is SpecScalar { IsNull: true } || name.StartsWith("x-", StringComparison.Ordinal) || IsSameFormat(first, second))
            return first;
        if (first.Value is SpecMapping a && second.Value is SpecMapping b && !Undivided.Contains(name))
            return first with { Value = Unite(name, a, b) };
        diagnostics.Report(Diagnose.IncludeConflict(name, first.Key.Span, second.Key.Span));
        return first;
    }

    private SpecMapping Unite(string section, SpecMapping first, SpecMapping second)
    {
        var entries = first.Entries.ToBuilder();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < entries.Count; i++)
            places.TryAdd(entries[i].Key.Text, i);
        foreach (var entry in second.Entries)
        {
            if (!places.TryGetValue(entry.Key.Text, out var place))
                entries.Add(entry);
            else if (section == "assert" && Sum(entries[place], entry) is { } sum)
                entries[place] = sum;
            else
                diagnostics.Report(Diagnose.IncludeConflict($"{NounOf(section)} {entry.Key.Text}", entries[place].Key.Span, entry.Key.Span));
        }
        return first with { Entries = entries.ToImmutable() };
    }

    // Statements have no names of their own: each file has its list, and all of them hold.
    private SpecEntry? Sum(SpecEntry first, SpecEntry second) => (first.Value, second.Value) switch
    {
        (SpecMapping a, SpecMapping b) => first with { Value = Unite(first.Key.Text, a, b) },
        (SpecSequence a, SpecSequence b) => first with { Value = a with { Items = a.Items.AddRange(b.Items) } },
        _ => null,
    };

    private static bool IsSameFormat(SpecEntry first, SpecEntry second) =>
        first.Key.Text == "podplay" && first.Value is SpecScalar a && second.Value is SpecScalar b && a.Text == b.Text;

    private static string NounOf(string section) => section is "hosts" or "zones" or "services" or "flows" or "sources" or "certificates" ? section[..^1] : section;
}
