using System.Collections.Immutable;
using System.Text;
using PodPlay.Diagnostics;
using PodPlay.Diagnostics.Rendering;
using PodPlay.Output;

namespace PodPlay.Fixing;

/// <summary>What <see cref="SpecFixer"/> made of a spec.</summary>
/// <param name="Files">Those that differ, by path.</param>
/// <param name="Fixed">The findings that are gone by an edit of their own, in the order of the edits.</param>
/// <param name="Before">The spec as it is.</param>
/// <param name="After">The spec as it would be: its findings are those that are left.</param>
public sealed record FixedSpec(ImmutableArray<FixedFile> Files, ImmutableArray<Diagnostic> Fixed, Compilation Before, Compilation After)
{
    /// <summary>The edits as a patch, with secrets as stars: a hunk beside a secret is to be looked at and cannot be applied.</summary>
    public string Patch()
    {
        var (before, after) = (Masking.Of(Before.Findings), Masking.Of(After.Findings));
        // What is broken is not searched for secrets: those that are found in the mended text count for both.
        var secrets = before.Secrets.Union(after.Secrets);
        return string.Concat(Files.Select(f => UnifiedDiff.Between(f.Path, Shown(before, f.Path, f.Before), Shown(after, f.Path, f.After))));

        byte[] Shown(Masking masking, string path, byte[] bytes) => secrets.IsEmpty ? bytes
            : Encoding.UTF8.GetBytes(Masking.Hide(masking.Hide(path, Encoding.UTF8.GetString(bytes)), secrets));
    }
}
