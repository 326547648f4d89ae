using System.Collections.Immutable;
using PodPlay.Text;

namespace PodPlay.Diagnostics;

/// <summary>What a spec gives, and how that compares with what it states.</summary>
internal static class Compiled
{
    public static Findings FindingsOf(string spec) => FindingsOf(SpecCase.Parse(spec));

    public static Findings FindingsOf(SpecCase spec)
    {
        var findings = spec.Compile().Findings;
        foreach (var found in findings.Open.Concat(findings.Accepted.Select(a => a.Finding)))
            CheckSpans(found);
        return findings;
    }

    private static void CheckSpans(Diagnostic found)
    {
        var places = found.Related.Select(r => r.Span).Concat(found.Mask);
        foreach (var place in found.Primary is { } primary ? places.Prepend(primary.Span) : places)
            Assert.True(IsInside(place), $"{found.Code}: {place.Start} to {place.End} is not inside {place.Source.Path}");
        Assert.True(found.Edits.All(e => IsInside(e.Span)), $"{found.Code}: an edit outside of its file");
        Assert.True(found.Edits.IsEmpty || !found.Fixes.IsEmpty, $"{found.Code}: an edit that carries out no fix");
        Assert.True(found.Primary is not null || found.Path is not null, $"{found.Code} points at nothing");
    }

    private static bool IsInside(SourceSpan span) => span.Start >= 0 && span.Start <= span.End && span.End <= span.Source.Text.Length;

    /// <summary>Those that were not stated, and those that were stated and are not there.</summary>
    public static ImmutableArray<string> Differences(ImmutableArray<Expectation> expected, IEnumerable<Diagnostic> found)
    {
        var left = found.ToList();
        var missing = new List<string>();
        foreach (var one in expected)
        {
            if (left.Find(one.Fits) is { } fitting)
                left.Remove(fitting);
            else
                missing.Add($"missing  {one}");
        }
        return [.. missing, .. left.Select(d => $"unstated {Expectation.Describe(d)}")];
    }
}
