using System.Collections.Immutable;

namespace PodPlay.Diagnostics;

/// <summary>PP149 to PP153: what a spec is compared with.</summary>
public static partial class Diagnose
{
    public static readonly DiagnosticRule GitMissingRule = DiagnosticRule.Error("PP149", "git-missing");
    public static readonly DiagnosticRule NoRepositoryRule = DiagnosticRule.Error("PP150", "no-repository");
    public static readonly DiagnosticRule UnknownRevisionRule = DiagnosticRule.Error("PP151", "unknown-revision");
    public static readonly DiagnosticRule FolderWithoutSpecRule = DiagnosticRule.Error("PP152", "folder-without-spec");
    public static readonly DiagnosticRule EarlierSpecRule = DiagnosticRule.Error("PP153", "earlier-spec-broken");

    internal static Diagnostic GitMissing(string revision) =>
        new(GitMissingRule, $"git cannot be started, and {revision} is no folder")
        {
            Why = ["an earlier spec is read from the git repository"],
            Fixes = ["install git", "or compare with a folder: --against ../live"],
        };

    internal static Diagnostic NoRepository(string revision, string folder, string answer) =>
        new(NoRepositoryRule, $"{folder} is in no git repository, and {revision} is no folder")
        {
            Path = folder,
            Why = [$"git says: {answer}"],
            Fixes = ["run it where the spec is committed, or compare with a folder: --against ../live"],
        };

    internal static Diagnostic UnknownRevision(string revision, string? near) =>
        new(UnknownRevisionRule, $"{revision} is neither a revision of this repository nor a folder with a spec")
        {
            Why = ["a shallow clone, as CI makes it, has no other branch"],
            Fixes =
            [
                .. near is null ? Array.Empty<string>() : [$"did you mean {near}?"],
                $"git fetch origin {revision}   (actions/checkout: fetch-depth: 0)",
                "git branch --all lists what there is",
            ],
        };

    internal static Diagnostic FolderWithoutSpec(string folder, string spec) =>
        new(FolderWithoutSpecRule, $"there is no {spec} in {folder}")
        {
            Path = folder,
            Fixes = [$"name the spec itself: --against {folder}/NAME.yaml"],
        };

    internal static Diagnostic EarlierSpec(string name, string path, ImmutableArray<Diagnostic> errors) =>
        new(EarlierSpecRule, $"the spec of {name} has {Number(errors.Length)} {(errors.Length == 1 ? "error" : "errors")}")
        {
            Path = path,
            Why =
            [
                .. errors.Take(3).Select(e => e.Primary is { Span: var span }
                    ? $"{name}:{span.Source.Path}:{Number(span.From.Line)}: {e.Message} ({e.Code})" : $"{name}:{e.Path}: {e.Message} ({e.Code})"),
                "what it meant is not known, so that nothing can be said about the difference",
            ],
            Fixes = ["compare with a revision whose spec passes podplay check", "or read the difference of the committed files: git diff REVISION -- output/"],
        };
}
