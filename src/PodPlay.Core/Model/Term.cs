namespace PodPlay.Model;

/// <summary>Who answers for a flow or an exposed port, and until when it is meant to exist.</summary>
/// <param name="Until">The last day; null: for good.</param>
/// <param name="Owner">Null: the spec names none.</param>
public sealed record Term(DateOnly? Until, string? Owner)
{
    public static Term ForGood { get; } = new(null, null);
}
