using CsCheck;
using PodPlay.Diagnostics;
using PodPlay.Diagnostics.Rendering;
using PodPlay.Testing;
using PodPlay.Text;

namespace PodPlay.Pipeline;

/// <summary>Broken specs: whatever is wrong with one, the compiler ends, says where, and does not fall over.</summary>
public sealed class MutatedSpecTests
{
    private static readonly string[] Samples =
        [.. InMemory.Names.Select(InMemory.Text), File.ReadAllText(Repository.PathOf("samples/seed-literal.yaml"))];

    [Fact]
    public void Accidents_in_a_sample_never_throw() => SpecMutation.Of(Samples).Sample(Holds, iter: 3000);

    [Fact]
    public void Accidents_in_a_random_spec_never_throw() =>
        RandomSpec.Any.SelectMany(spec => SpecMutation.Of([spec.Yaml])).Sample(Holds, iter: 1000);

    [Fact]
    public void Lines_lost_doubled_and_indented_never_throw() => Gen.Select(Gen.Int[0, Samples.Length - 1], Gen.Select(Gen.Int[0, 4], Gen.Int[0, 500], Gen.Int[0, 500]).Array[1, 4])
        .Select((which, edits) => string.Join('\n', edits.Aggregate(Samples[which].Split('\n').ToList(), Edited)))
        .Sample(Holds, iter: 3000);

    private static List<string> Edited(List<string> lines, (int Kind, int Line, int Other) edit)
    {
        if (lines.Count == 0)
            return lines;
        var at = edit.Line % lines.Count;
        switch (edit.Kind)
        {
            case 0:
                lines.RemoveAt(at);
                break;
            case 1:
                lines.Insert(edit.Other % lines.Count, lines[at]);
                break;
            case 2:
                lines[at] = "  " + lines[at];
                break;
            case 3:
                lines[at] = lines[at].Length > 2 ? lines[at][2..] : "";
                break;
            default:
                (lines[at], lines[edit.Other % lines.Count]) = (lines[edit.Other % lines.Count], lines[at]);
                break;
        }
        return lines;
    }

    private static void Holds(string spec)
    {
        var compilation = InMemory.Compile(spec);

        Assert.All(compilation.Findings.Open.SelectMany(PlacesOf), place => Assert.True(IsInside(place, spec), $"{place.Start} to {place.End} of {spec.Length}"));
        TextRenderer.Render(compilation.Findings.Open, includeNotes: true, color: true);
        // A spec without an error is one that can be emitted, however odd it is.
        if (!compilation.Findings.HasErrors)
            compilation.Render();
    }

    private static IEnumerable<SourceSpan> PlacesOf(Diagnostic finding) =>
        finding.Related.Select(l => l.Span).Concat(finding.Primary is { } primary ? [primary.Span] : []).Concat(finding.Mask);

    private static bool IsInside(SourceSpan place, string text) =>
        place.Source is not null && place.Source.Text == text && place.Start >= 0 && place.Start <= place.End && place.End <= text.Length;
}
