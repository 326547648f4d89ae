using System.Globalization;
using PodPlay.Model;
using PodPlay.Text;

namespace PodPlay.Diagnostics;

/// <summary>PP429 to PP431: flows and ports that are meant to end. Not to be allowed by comment: the allowance would stand in the output on one
/// day and not on the next. A later date is the allowance.</summary>
public static partial class Diagnose
{
    public static readonly DiagnosticRule TermPastRule = DiagnosticRule.Error("PP429", "term-past");
    public static readonly DiagnosticRule TermNearRule = new("PP430", "term-near", Severity.Warning, Allowable: false);
    public static readonly DiagnosticRule TermNotJudgedRule = DiagnosticRule.Note("PP431", "term-not-judged");

    internal static Diagnostic TermPast(SourceSpan place, string path, Term term, ReferenceDate today) =>
        new(TermPastRule, $"{path} was to end on {Day(term.Until!.Value)}")
        {
            Primary = new(place, $"{Days(today.Date.DayNumber - term.Until.Value.DayNumber)} ago{OwnedBy(term)}"),
            Why = [$"judged on {Day(today.Date)} ({today.From}); nothing is written while it stands, and what was written before still allows it"],
            Fixes = [$"remove {path}", "or give it a later date"],
        };

    internal static Diagnostic TermNear(SourceSpan place, string path, Term term, ReferenceDate today) =>
        new(TermNearRule, $"{path} ends on {Day(term.Until!.Value)}")
        {
            Primary = new(place, $"{(term.Until == today.Date ? "today" : $"in {Days(term.Until.Value.DayNumber - today.Date.DayNumber)}")}{OwnedBy(term)}"),
            Why = [$"judged on {Day(today.Date)} ({today.From}); the day after it is an error"],
            Fixes = [$"remove {path}", "or give it a later date"],
        };

    internal static Diagnostic TermNotJudged(SourceSpan place, int count) =>
        new(TermNotJudgedRule, count == 1 ? "the date was not judged: nobody said which day it is" : string.Create(CultureInfo.InvariantCulture, $"{count} dates were not judged: nobody said which day it is"))
        {
            Primary = new(place, "not compared with anything"),
            Why = ["podplay reads no clock: it takes --today, or the date of the commit that is checked out"],
            Fixes = ["podplay check --today YYYY-MM-DD"],
        };

    private static string OwnedBy(Term term) => term.Owner is null ? "" : $"; ask {term.Owner}";

    private static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Days(int count) => count == 1 ? "a day" : string.Create(CultureInfo.InvariantCulture, $"{count} days");
}
