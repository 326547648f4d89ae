using System.Collections.Immutable;

namespace PodPlay.Diagnostics;

/// <summary>What the stages found, after the spec's own levels and allowances.</summary>
public sealed record Findings(ImmutableArray<Diagnostic> Open, ImmutableArray<AcceptedFinding> Accepted)
{
    public bool HasErrors => Open.Any(d => d.Severity == Severity.Error);

    /// <summary>Applies <c>lint:</c>, then the comments in the files. Errors that nothing sensible can be generated after stay.</summary>
    public static Findings Of(DiagnosticBag bag, ImmutableArray<LintLevel> levels, ImmutableArray<AllowComment> comments)
    {
        foreach (var level in levels)
            CheckLevel(level, bag);
        // By its code and by its name: one of the two levels would count.
        foreach (var twice in levels.GroupBy(l => DiagnosticCatalog.All.FirstOrDefault(r => Names(l.Key.Value, r))).Where(g => g.Key is not null && g.Count() > 1))
            bag.Report(Diagnose.DuplicateKey(twice.Key!.Name, twice.First().Key.Span, [.. twice.Skip(1).Select(l => l.Key.Span)]));
        var found = bag.ToSortedList();
        var used = found.Select(f => AllowedBy(f, comments)).OfType<AllowComment>().ToHashSet();
        foreach (var comment in comments.Where(c => !used.Contains(c)))
            bag.Report(Diagnose.UnusedAllow(comment, DiagnosticCatalog.All.FirstOrDefault(r => Names(comment.Code, r))));
        var open = ImmutableArray.CreateBuilder<Diagnostic>();
        var accepted = ImmutableArray.CreateBuilder<AcceptedFinding>();
        foreach (var finding in bag.ToSortedList())
        {
            var level = finding.Rule.Allowable ? levels.FirstOrDefault(l => Names(l.Key.Value, finding.Rule)) : null;
            if (AllowedBy(finding, comments) is { } comment)
                accepted.Add(new(finding, comment.Reason));
            else if (level is { Level.Value: "allow", Reason: { } reason })
                accepted.Add(new(finding, reason));
            else
                open.Add(level is null ? finding : finding with { Severity = level.Level.Value == "deny" ? Severity.Error : Severity.Warning });
        }
        // An allowed secret is a secret still: other findings print the same line.
        var masks = accepted.SelectMany(a => a.Finding.Mask).ToImmutableArray();
        return new([.. open.Select(f => masks.IsEmpty ? f : f with { Mask = [.. f.Mask, .. masks] })], accepted.ToImmutable());
    }

    /// <summary><c>--deny warnings</c>: warnings count as errors.</summary>
    public Findings DenyWarnings() =>
        this with { Open = [.. Open.Select(d => d.Severity == Severity.Warning ? d with { Severity = Severity.Error } : d)] };

    private static AllowComment? AllowedBy(Diagnostic finding, ImmutableArray<AllowComment> comments) =>
        finding.Rule.Allowable ? comments.FirstOrDefault(c => c.Reason.Length > 0 && Allows(c, finding)) : null;

    private static bool Allows(AllowComment comment, Diagnostic finding)
    {
        if (finding.Primary is not { } primary || !Names(comment.Code, finding.Rule) || !ReferenceEquals(comment.Span.Source, primary.Span.Source))
            return false;
        var line = primary.Span.From.Line;
        return comment.Line == line || comment.Line == line - 1;
    }

    private static bool Names(string written, DiagnosticRule rule) => written == rule.Code || written == rule.Name;

    private static void CheckLevel(LintLevel level, DiagnosticBag bag)
    {
        var rule = DiagnosticCatalog.All.FirstOrDefault(r => Names(level.Key.Value, r));
        if (rule is null)
            bag.Report(Diagnose.UnknownLint(level.Key, [.. DiagnosticCatalog.All.Select(r => r.Name)]));
        else if (!rule.Allowable)
            bag.Report(Diagnose.LintFixed(level.Key, rule));
        else if (level.Level.Value == "allow" && level.Reason is null)
            bag.Report(Diagnose.AllowWithoutReason(level.Level, level.Key.Value));
    }
}
