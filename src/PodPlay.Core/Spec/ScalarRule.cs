using System.Collections.Immutable;

namespace PodPlay.Spec;

/// <summary>JSON types that a scalar may have in an editor's eyes.</summary>
[Flags]
public enum ScalarTypes
{
    Text = 1,
    Number = 2,
    Boolean = 4,
}

/// <summary>What a scalar may be, once for the checker (a predicate) and once for editors (a pattern).</summary>
/// <param name="Expected">For messages: <c>a whole number from 1 to 64</c>.</param>
/// <param name="Types">What YAML may take it for: <c>80</c> is a number, <c>80/udp</c> is text.</param>
/// <param name="IsValid">Decides on the text as it stands in the file.</param>
/// <param name="Pattern">ECMA regular expression with the same meaning; null: anything.</param>
public sealed record ScalarRule(string Expected, ScalarTypes Types, Func<string, bool> IsValid, string? Pattern)
{
    /// <summary>Completed by editors; empty: no fixed list.</summary>
    public ImmutableArray<string> Choices { get; init; } = [];

    public (long Min, long Max)? Range { get; init; }
}
