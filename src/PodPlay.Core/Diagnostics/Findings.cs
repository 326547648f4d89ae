using System.Collections.Immutable;
using PodPlay.Text;

namespace PodPlay.Diagnostics;

/// <summary>What the stages found, after the spec's own levels and allowances.</summary>
public sealed record Findings(ImmutableArray<Diagnostic> Open, ImmutableArray<AcceptedFinding> Accepted)
{
    public bool HasErrors => Open.Any(d => d.Severity == Severity.Error);

    /// <summary>Applies <c>lint:</c>, then the comments in the files. Errors that nothing sensible can be generated after stay.</summary>
    public static Findings Of(DiagnosticBag bag, ImmutableArray<LintLevel> levels, ImmutableArray<SourceText> sources)
    {
        foreach (var level in levels)
            CheckLevel(level, bag);
        var comments = sources.SelectMany(s => AllowComment.In(s)).ToList();
        var unused = comments.ToHashSet();
        var open = new List<Diagnostic>();
        var accepted = new List<AcceptedFinding>();
        foreach (var finding in bag.ToSortedList())
        {
            var comment = comments.Find(c => Allows(c, finding));
            var level = levels.FirstOrDefault(l => Names(l, finding.Rule));
            if (comment is not null && finding.Rule.Allowable && comment.Reason.Length > 0)
            {
                unused.Remove(comment);
                accepted.Add(new(finding, comment.Reason));
            }
            else if (level is { Level.Value: "allow", Reason: { } reason } && finding.Rule.Allowable)
                accepted.Add(new(finding, reason));
            else
                open.Add(level is null || !finding.Rule.Allowable ? finding : finding with { Severity = level.Level.Value == "deny" ? Severity.Error : Severity.Warning });
        }
        open.AddRange(unused.Select(Diagnose.UnusedAllow));
        // An allowed secret is a secret still: other findings print the same line.
        var masks = accepted.SelectMany(a => a.Finding.Mask).ToImmutableArray();
        var sorted = new DiagnosticBag();
        foreach (var finding in open)
            sorted.Report(masks.IsEmpty ? finding : finding with { Mask = [.. finding.Mask, .. masks] });
        return new(sorted.ToSortedList(), [.. accepted]);
    }

    /// <summary><c>--deny warnings</c>: warnings count as errors.</summary>
    public Findings DenyWarnings() =>
        this with { Open = [.. Open.Select(d => d.Severity == Severity.Warning ? d with { Severity = Severity.Error } : d)] };

    private static bool Allows(AllowComment comment, Diagnostic finding)
    {
        if (finding.Primary is not { } primary || comment.Code != finding.Code || !ReferenceEquals(comment.Span.Source, primary.Span.Source))
            return false;
        var line = primary.Span.From.Line;
        return comment.Line == line || comment.Line == line - 1;
    }

    private static bool Names(LintLevel level, DiagnosticRule rule) => level.Key.Value == rule.Code || level.Key.Value == rule.Name;

    private static void CheckLevel(LintLevel level, DiagnosticBag bag)
    {
        var rule = DiagnosticCatalog.All.FirstOrDefault(r => Names(level, r));
        if (rule is null)
            bag.Report(Diagnose.UnknownLint(level.Key, DiagnosticCatalog.All.Select(r => level.Key.Value.StartsWith("PP", StringComparison.Ordinal) ? r.Code : r.Name)));
        else if (!rule.Allowable)
            bag.Report(Diagnose.LintFixed(level.Key, rule));
        else if (level.Level.Value == "allow" && level.Reason is null)
            bag.Report(Diagnose.AllowWithoutReason(level.Level, level.Key.Value));
    }
}
