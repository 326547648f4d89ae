using PodPlay.Text;

namespace PodPlay.Diagnostics;

/// <summary>Levels and allowances themselves.</summary>
public static partial class Diagnose
{
    public static readonly DiagnosticRule UnknownLintRule = DiagnosticRule.Error("PP146", "unknown-lint");
    public static readonly DiagnosticRule LintFixedRule = DiagnosticRule.Error("PP147", "lint-fixed");
    public static readonly DiagnosticRule AllowWithoutReasonRule = DiagnosticRule.Error("PP148", "allow-without-reason");

    /// <param name="rule">What the comment names; null: nothing that podplay knows.</param>
    internal static Diagnostic UnusedAllow(AllowComment comment, DiagnosticRule? rule)
    {
        var (message, label, fix, isSpent) = (comment, rule) switch
        {
            ({ Code: "" }, _) => ("podplay reads no such comment", "allow CODE - reason", "# podplay: allow CODE - why this is fine here", false),
            (_, null) => ($"{Shorten(comment.Code)} is not a code or name of a finding", "not found", NearestRule(comment.Code), false),
            ({ Reason: "" }, _) => ("an allowance needs a reason", "allow CODE - reason", $"# podplay: allow {comment.Code} - why this is fine here", false),
            (_, { Allowable: false }) => ($"{rule.Code} {rule.Name} cannot be allowed", "a fixed error", "delete the comment", true),
            _ => ("this allowance suppresses nothing", $"no {comment.Code} here", "delete the comment", true),
        };
        return new(UnusedAllowRule, message)
        {
            Primary = new(comment.Span, label),
            Why = [comment is { Code: not "", Reason: "" } && rule is not null ? "the reader next year has no other source" : "an allowance that is for nothing hides the next finding, or one that its writer believes allowed"],
            Fixes = [fix],
            Edits = isSpent ? Edit.RemoveComment(comment.Span) : [],
        };
    }

    private static string NearestRule(string written) =>
        Suggestion.For(written, DiagnosticCatalog.All.SelectMany(r => new[] { r.Code, r.Name })) is { } near ? $"did you mean {near}?" : "docs/diagnostics.md lists all codes and names";

    internal static Diagnostic UnknownLint(Spanned<string> key, IReadOnlyCollection<string> names) =>
        new(UnknownLintRule, $"{key.Value} is not a code or name of a finding")
        {
            Primary = new(key.Span, "not found"),
            Why = ["the level would be for nothing, and whoever wrote it believes otherwise"],
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
