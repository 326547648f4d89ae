using System.Collections.Immutable;
using PodPlay.Text;

namespace PodPlay.Diagnostics;

/// <summary>PP1xx: the spec's files and how they include each other.</summary>
public static partial class Diagnose
{
    public static readonly DiagnosticRule IncludeConflictRule = DiagnosticRule.Error("PP111", "include-conflict");
    public static readonly DiagnosticRule SpecUnreadableRule = DiagnosticRule.Error("PP116", "spec-unreadable");
    public static readonly DiagnosticRule IncludeMissingRule = DiagnosticRule.Error("PP130", "include-missing");
    public static readonly DiagnosticRule IncludeCycleRule = DiagnosticRule.Error("PP131", "include-cycle");
    public static readonly DiagnosticRule IncludedTwiceRule = DiagnosticRule.Error("PP132", "included-twice");
    public static readonly DiagnosticRule IncludeFormRule = DiagnosticRule.Error("PP133", "include-form");

    public static readonly DiagnosticRule SpecChangedRule = DiagnosticRule.Error("PP180", "spec-changed");
    public static readonly DiagnosticRule SpecUnwritableRule = DiagnosticRule.Error("PP181", "spec-unwritable");

    internal static Diagnostic SpecChanged(string path) =>
        new(SpecChangedRule, $"{path} was saved while podplay looked at it")
        {
            Path = path,
            Why = ["the fixes belong to the text that podplay read; the newer one stays as it is"],
            Fixes = ["podplay check --fix once more"],
        };

    internal static Diagnostic SpecUnwritable(string path, string reason) =>
        new(SpecUnwritableRule, $"cannot write {path}: {reason}")
        {
            Path = path,
            Why = ["the file holds what it held before"],
            Fixes = ["podplay check --fix once more when that is settled", "or look at the fixes: podplay check --fix --diff"],
        };

    internal static Diagnostic IncludeConflict(string what, SourceSpan first, SourceSpan second) =>
        new(IncludeConflictRule, $"{what} is defined in {Place(first)} and {Place(second)}")
        {
            Primary = new(second, "again"),
            Related = [new(first, "first")],
            Why = ["includes add, they never override"],
            Fixes = ["remove one"],
        };

    internal static Diagnostic SpecMissing(string path) =>
        new(SpecUnreadableRule, $"{path} does not exist")
        {
            Path = path,
            Fixes = ["podplay init writes one; -f names another"],
        };

    internal static Diagnostic SpecUnreadable(string path, SourceSpan? place, string reason) =>
        new(SpecUnreadableRule, $"{path} cannot be read")
        {
            Path = path,
            Primary = place is { } span ? new(span, "included here") : null,
            Why = [reason],
            Fixes = ["look at its permissions, and whether it is a file"],
        };

    internal static Diagnostic IncludeMissing(SourceSpan place, string path) =>
        new(IncludeMissingRule, $"{path} does not exist")
        {
            Primary = new(place, "not found"),
            Why = ["without it every name in it would seem unknown, so nothing else is looked at"],
            Fixes = ["paths are relative to the file that they stand in"],
        };

    internal static Diagnostic IncludeMatchesNothing(SourceSpan place, string pattern) =>
        new(IncludeMissingRule, $"no file matches {pattern}")
        {
            Primary = new(place, "matches nothing"),
            Why = ["without it every name in it would seem unknown, so nothing else is looked at"],
            Fixes = ["paths are relative to the file that they stand in; * does not reach into folders"],
        };

    internal static Diagnostic IncludeCycle(SourceSpan place, string path, ImmutableArray<string> chain) =>
        new(IncludeCycleRule, $"{path} includes itself")
        {
            Primary = new(place, string.Join(" -> ", chain)),
            Why = ["each file is read once and adds what it holds: a circle shows that somebody lost track"],
            Fixes = ["remove this include"],
        };

    internal static Diagnostic IncludedTwice(SourceSpan place, string path, SourceSpan first) =>
        new(IncludedTwiceRule, $"{path} is included twice")
        {
            Primary = new(place, "again"),
            Related = first == place ? [] : [new(first, "first")],
            Why = ["every name in it would be defined twice"],
            Fixes = ["remove one of them; a file and a pattern that covers it are two"],
        };

    internal static Diagnostic IncludeForm(SourceSpan place, string? fault) =>
        new(IncludeFormRule, "include is a list of relative paths")
        {
            Primary = new(place, fault ?? "not a path"),
            Why = ["an absolute path is another one on each machine, and the same spec must give the same bytes everywhere"],
            Fixes = ["include: [zones.yaml, services/*.yaml, ../common/hosts.yaml]"],
        };

    private static string Place(SourceSpan span) => $"{span.Source.Path}:{Number(span.From.Line)}";
}
