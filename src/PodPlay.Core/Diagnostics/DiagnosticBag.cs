using System.Collections.Immutable;

namespace PodPlay.Diagnostics;

/// <summary>Where the stages put their findings.</summary>
public sealed class DiagnosticBag
{
    private readonly List<Diagnostic> _found = [];

    public bool HasErrors { get; private set; }

    /// <summary>An error that no spec can allow: what follows from it would be told a second time.</summary>
    public bool HasFixedErrorsBesides(params DiagnosticRule[] rules) => _found.Exists(d => d is { Severity: Severity.Error, Rule.Allowable: false } && !rules.Contains(d.Rule));

    public int Count => _found.Count;

    public bool Contains(DiagnosticRule rule) => _found.Exists(d => d.Rule == rule);

    public void Report(Diagnostic diagnostic)
    {
        _found.Add(diagnostic);
        HasErrors |= diagnostic.Severity == Severity.Error;
    }

    /// <summary>All findings, by file, line, column and code; one and the same finding only once.</summary>
    public ImmutableArray<Diagnostic> ToSortedList() =>
    [
        .. _found
            .OrderBy(d => d.Primary?.Span.Source.Path ?? d.Path ?? "", StringComparer.Ordinal)
            .ThenBy(d => d.Primary?.Span.Start ?? -1)
            .ThenBy(d => d.Code, StringComparer.Ordinal)
            .ThenBy(d => d.Message, StringComparer.Ordinal)
            .DistinctBy(d => (d.Code, d.Message, d.Primary?.Span)),
    ];
}
