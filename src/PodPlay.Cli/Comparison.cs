using System.Collections.Immutable;
using PodPlay.Changes;
using PodPlay.Changes.Rendering;
using PodPlay.Diagnostics;
using PodPlay.Model.Resolve;
using PodPlay.Templating;

namespace PodPlay.Cli;

/// <summary>The spec, compared with an earlier one.</summary>
/// <param name="Broken">Statements that are not true after the change.</param>
internal sealed record Comparison(
    ChangeSet Changes, ChangeSide Before, ChangeSide After, ComparedWith With, SpecPlaces? BeforePlaces, SpecPlaces? AfterPlaces, ImmutableArray<Diagnostic> Broken)
{
    // What is untrue of a network does not keep us from knowing what it is.
    private static readonly DiagnosticRule[] Statements = [Diagnose.AssertBrokenRule, Diagnose.AssertNotPossibleRule];

    /// <summary>Null after the reason why not was printed; <paramref name="exitCode"/> is the answer then.</summary>
    public static Comparison? Of(Session session, string against, TemplateOverrides templates, out int exitCode)
    {
        exitCode = ExitCode.CouldNotRun;
        if (session.Compile() is not (var path, var compilation))
            return null;
        var broken = compilation.Findings.Open.Where(d => Statements.Contains(d.Rule)).ToImmutableArray();
        if (Without(compilation, Statements) is not { Findings.HasErrors: false } after)
        {
            session.Print(compilation.Findings, toError: true);
            exitCode = Outcome.Of(compilation);
            return null;
        }
        var diagnostics = new DiagnosticBag();
        var earlier = EarlierSpec.Find(against, path, diagnostics);
        var before = earlier is { With.SpecExisted: true } ? Without(Compiler.Compile(earlier.Path, earlier.Files), [.. Statements, Diagnose.TermPastRule]) : null;
        if (before?.Findings is { HasErrors: true } findings)
            diagnostics.Report(Diagnose.EarlierSpec(earlier!.With.Name, earlier.Path, [.. findings.Open.Where(d => d.Severity == Severity.Error)]));
        if (earlier is null || diagnostics.HasErrors)
        {
            session.Print(diagnostics, toError: true);
            return null;
        }
        // The same templates on both sides: what differs is what the spec says.
        var now = ChangeSide.Of(after, templates, diagnostics);
        var was = before is null ? ChangeSide.NothingBefore(now) : ChangeSide.Of(before, templates, diagnostics);
        if (diagnostics.HasErrors)
        {
            session.Print(diagnostics, toError: true);
            exitCode = ExitCode.No;
            return null;
        }
        return new(ChangeSet.Between(was, now), was, now, earlier.With, before?.Places, after.Places, broken);
    }

    private static Compilation Without(Compilation compilation, DiagnosticRule[] rules) => compilation with
    {
        Findings = compilation.Findings with { Open = [.. compilation.Findings.Open.Where(d => !rules.Contains(d.Rule))] },
    };
}
