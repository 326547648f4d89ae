using PodPlay.Text;

namespace PodPlay.Diagnostics;

/// <summary>Levels and allowances themselves.</summary>
public static partial class Diagnose
{
    public static readonly DiagnosticRule UnknownLintRule = DiagnosticRule.Error("PP146", "unknown-lint");
    public static readonly DiagnosticRule LintFixedRule = DiagnosticRule.Error("PP147", "lint-fixed");
    public static readonly DiagnosticRule AllowWithoutReasonRule = DiagnosticRule.Error("PP148", "allow-without-reason");

    internal static Diagnostic UnusedAllow(AllowComment comment) =>
        new(UnusedAllowRule, comment.Reason.Length > 0 ? "this allowance suppresses nothing" : "an allowance needs a reason")
        {
            Primary = new(comment.Span, comment.Reason.Length > 0 ? $"no {comment.Code} here that may be allowed" : "allow CODE - reason"),
            Fixes = [comment.Reason.Length > 0 ? "delete the comment" : $"# podplay: allow {comment.Code} - why this is fine here"],
            Edits = comment.Reason.Length > 0 ? Edit.RemoveComment(comment.Span) : [],
        };

    internal static Diagnostic UnknownLint(Spanned<string> key, IReadOnlyCollection<string> names) =>
        new(UnknownLintRule, $"{key.Value} is not a code or name of a finding")
        {
            Primary = new(key.Span, "not found"),
            Fixes = [Suggestion.For(key.Value, names) is { } near ? $"did you mean {near}?" : "docs/diagnostics.md lists all codes and names"],
            Edits = Edit.Respell(key, names),
        };

    internal static Diagnostic LintFixed(Spanned<string> key, DiagnosticRule rule) =>
        new(LintFixedRule, $"{rule.Code} {rule.Name} cannot be switched")
        {
            Primary = new(key.Span, "a fixed error"),
            Why = ["nothing sensible can be generated from a spec with this error"],
            Fixes = ["remove this line"],
        };

    internal static Diagnostic AllowWithoutReason(Spanned<string> level, string key) =>
        new(AllowWithoutReasonRule, $"{key} is allowed without a reason")
        {
            Primary = new(level.Span, "why?"),
            Why = ["whoever reviews this next year does not know either"],
            Fixes = [$"{key}: {{ allow: the reason }}"],
        };
}
