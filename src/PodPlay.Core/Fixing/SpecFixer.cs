using System.Collections.Immutable;
using PodPlay.Diagnostics;
using PodPlay.Model;
using PodPlay.Syntax;
using PodPlay.Text;

namespace PodPlay.Fixing;

/// <summary><c>check --fix</c>: makes the edits that findings bring along, compiles again, and goes on until there is nothing more to make.</summary>
public static class SpecFixer
{
    // One edit may uncover the next fault: a tab hides what stands behind it. Each round makes all edits that can be made at once.
    private const int MaxRounds = 200;

    /// <summary>Writes nothing.</summary>
    /// <param name="today">As for <see cref="Compiler.Compile"/>.</param>
    public static FixedSpec Fix(string path, ISpecFiles files, Func<ReferenceDate?>? today = null)
    {
        var text = FixedFiles.Of(files);
        var before = Compiler.Compile(path, text, today);
        var compilation = before;
        var @fixed = ImmutableArray.CreateBuilder<Diagnostic>();
        var refused = new HashSet<(string, string)>();
        var atOnce = int.MaxValue;
        for (var round = 0; round < MaxRounds; round++)
        {
            var chosen = Choose(compilation.Findings.Open.Where(f => !refused.Contains((f.Code, f.Message)))).Take(atOnce).ToList();
            if (chosen.Count == 0)
                break;
            var tried = text.With(chosen.SelectMany(f => f.Edits));
            var after = Compiler.Compile(path, tried, today);
            if (IsNoWorse(compilation, after))
            {
                (text, compilation) = (tried, after);
                @fixed.AddRange(chosen);
            }
            else if (chosen.Count == 1)
            {
                refused.Add((chosen[0].Code, chosen[0].Message));
            }
            else
            {
                // One of them does harm; find out which.
                atOnce = 1;
            }
        }
        return new(text.Changed, @fixed.ToImmutable(), before, compilation);
    }

    /// <summary>Findings whose edits can be made together: of two that overlap, the first in the file.</summary>
    private static IEnumerable<Diagnostic> Choose(IEnumerable<Diagnostic> findings)
    {
        var taken = new List<TextEdit>();
        foreach (var finding in findings.Where(f => !f.Edits.IsEmpty))
        {
            if (finding.Edits.Any(e => taken.Exists(e.Overlaps)))
                continue;
            taken.AddRange(finding.Edits);
            yield return finding;
        }
    }

    // Behind a fault of the syntax there is nothing to compare with: the rest had not been looked at. A misspelt key may stand beside the one
    // that it means: then the edit would make two of it.
    private static bool IsNoWorse(Compilation before, Compilation after) => before.Network is null
        || (after.Network is not null && CountOf(after, f => f.Severity == Severity.Error) <= CountOf(before, f => f.Severity == Severity.Error)
            && CountOf(after, f => f.Rule == Diagnose.DuplicateKeyRule) <= CountOf(before, f => f.Rule == Diagnose.DuplicateKeyRule));

    private static int CountOf(Compilation compilation, Func<Diagnostic, bool> which) => compilation.Findings.Open.Count(which);
}
