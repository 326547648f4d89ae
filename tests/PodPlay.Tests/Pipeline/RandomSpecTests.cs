using CsCheck;
using PodPlay.Diagnostics;
using PodPlay.Testing;

namespace PodPlay.Pipeline;

/// <summary>What holds for every sound spec, not only for the samples.</summary>
public sealed class RandomSpecTests
{
    [Fact]
    public void A_sound_spec_has_no_error() => RandomSpec.Any.Sample(
        spec => Assert.DoesNotContain(InMemory.Compile(spec.Yaml).Findings.Open, d => d.Severity == Severity.Error),
        iter: 400);

    [Fact]
    public void A_sound_spec_renders() => RandomSpec.Any.Sample(
        spec => Assert.NotEmpty(InMemory.Render(spec.Yaml)),
        iter: 300);

    [Fact]
    public void Every_file_of_a_sound_spec_keeps_the_rules_for_bytes() => RandomSpec.Any.Sample(
        spec => Assert.All(InMemory.Render(spec.Yaml), f => Assert.True(IsClean(f.Value), $"{f.Key}\n{f.Value}")),
        iter: 200);

    [Fact]
    public void Two_runs_give_the_same_bytes() => RandomSpec.Any.Sample(
        spec => Assert.Equal(InMemory.Render(spec.Yaml), InMemory.Render(spec.Yaml)),
        iter: 100);

    [Fact]
    public void The_lock_of_a_run_changes_nothing_in_the_next() => RandomSpec.Any.Sample(
        spec =>
        {
            var first = InMemory.Compile(spec.Yaml);
            var second = InMemory.Compile(spec.Yaml, first.Lock.Print());
            Assert.Equal(InMemory.Render(first), InMemory.Render(second));
            Assert.True(second.Addresses is null or { IsUpToDate: true });
        },
        iter: 100);

    private static bool IsClean(string text) =>
        text.EndsWith('\n') && !text.Any(c => char.IsControl(c) && c is not ('\n' or '\t'))
        && !text.Contains(" \n", StringComparison.Ordinal) && !text.Contains("\n\n\n", StringComparison.Ordinal) && !text.EndsWith("\n\n", StringComparison.Ordinal)
        && !text.Split('\n').Any(l => l.EndsWith('=') && !l.StartsWith('#'));
}
