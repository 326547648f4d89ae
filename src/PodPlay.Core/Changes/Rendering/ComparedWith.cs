namespace PodPlay.Changes.Rendering;

/// <summary>What the spec was compared with.</summary>
/// <param name="Name">As it was asked for: <c>main</c>, <c>v1.2</c>, <c>../live</c>.</param>
/// <param name="Commit">The full number of the commit; null: a folder.</param>
/// <param name="SpecExisted">False: there was no spec then, and everything is new.</param>
public sealed record ComparedWith(string Name, string? Commit, bool SpecExisted)
{
    private const int ShortNumber = 7;

    public override string ToString() => Commit is null || Commit.StartsWith(Name, StringComparison.Ordinal) ? Name : $"{Name} ({Commit[..ShortNumber]})";
}
