using System.Collections.Immutable;
using PodPlay.Diagnostics;
using PodPlay.Syntax;

namespace PodPlay.Spec;

/// <summary>How many of each kind a network may have: beyond what has been measured, and small enough that a wrong file is no long wait.</summary>
internal static class SpecBounds
{
    public static ImmutableArray<(string Section, int Most)> Sections { get; } =
        [("hosts", 1_000), ("zones", 10_000), ("services", 50_000), ("sources", 10_000), ("certificates", 10_000), ("domains", 10_000), ("flows", 100_000)];

    /// <returns>False after a report: nothing is made of a network that is too large.</returns>
    public static bool Hold(SpecMapping root, DiagnosticBag diagnostics)
    {
        var hold = true;
        foreach (var (section, most) in Sections)
        {
            if (root[section] is not SpecMapping { Entries: var entries } || entries.Length <= most)
                continue;
            diagnostics.Report(Diagnose.NetworkTooLarge(entries[most].Key.Span, section, most));
            hold = false;
        }
        return hold;
    }
}
