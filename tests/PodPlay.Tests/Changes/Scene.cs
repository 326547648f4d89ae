using System.Collections.Immutable;
using PodPlay.Changes.Rendering;
using PodPlay.Testing;

namespace PodPlay.Changes;

/// <summary>A network, and what an edit of its text changes.</summary>
internal static class Scene
{
    public static string Text { get; } = File.ReadAllText(Repository.PathOf("tests/PodPlay.Tests/Changes/network.yaml"));

    /// <summary>Each replacement must meet its text exactly once.</summary>
    public static string Edit(params (string From, string To)[] edits) => edits.Aggregate(Text, (text, edit) =>
    {
        Assert.True(text.Split(edit.From).Length == 2, $"not exactly once: {edit.From}");
        return text.Replace(edit.From, edit.To, StringComparison.Ordinal);
    });

    public static ChangeDocument Document(string before, string after, params string[] failOn)
    {
        var (was, now) = (InMemory.Compile(before), InMemory.Compile(after));
        Assert.False(was.Findings.HasErrors, InMemory.Findings(was));
        Assert.False(now.Findings.HasErrors, InMemory.Findings(now));
        var changes = ChangeSet.Between(ChangeSide.Of(was), ChangeSide.Of(now));
        var failed = FailOn.True(changes, false, failOn);
        return new(changes, new("main", "9b30b43c2f1f4f2a9a3c6a4d1e0b7c8d9e0f1a2b", true), now.Places, was.Places, ImmutableArray<Diagnostics.Diagnostic>.Empty, failed);
    }

    public static ChangeSet Changes(params (string From, string To)[] edits) => Document(Text, Edit(edits)).Changes;

    /// <summary>What happens on a host, by unit.</summary>
    public static IEnumerable<string> Actions(ChangeSet changes, string host) =>
        changes.Hosts.Single(h => h.Host == host).Units.Select(u => $"{ChangeSummary.Word(u.Action)} {u.Name}");
}
