using System.Collections.Immutable;

namespace PodPlay.Spec;

/// <summary>
/// What may stand at a place of the spec: a scalar, a list, a map of known keys, a map of the user's names, or several of these
/// where a short and a long form exist. The table of shapes is the spec's grammar: the checker, did-you-mean and the JSON
/// Schema all read it, so they cannot disagree.
/// </summary>
public sealed record Shape
{
    /// <summary>What the thing is called in messages, with its article left out: <c>service</c>, <c>port</c>.</summary>
    public required string Noun { get; init; }

    /// <summary>One sentence for the editor's hover text and the reference page.</summary>
    public required string Doc { get; init; }

    /// <summary>Set when a scalar may stand here.</summary>
    public ScalarRule? Scalar { get; init; }

    /// <summary>Set when a list may stand here.</summary>
    public Shape? Item { get; init; }

    /// <summary>Not empty when a map of known keys may stand here.</summary>
    public ImmutableArray<Key> Keys { get; init; } = [];

    /// <summary>Set when a map keyed by the user's own names may stand here.</summary>
    public NamedRule? Named { get; init; }

    public bool TakesMap => !Keys.IsEmpty || Named is not null;

    public Key? KeyNamed(string name)
    {
        foreach (var key in Keys)
        {
            if (key.Name == name)
                return key;
        }
        return null;
    }

    /// <summary>What may stand here, for a message: <c>a whole number or a list</c>.</summary>
    public string Expected => string.Join(" or ", Forms());

    private IEnumerable<string> Forms()
    {
        if (Scalar is not null)
            yield return Scalar.Expected;
        if (Item is not null)
            yield return "a list";
        if (TakesMap)
            yield return "a map";
    }
}

/// <summary>A known key of a map.</summary>
public sealed record Key(string Name, Shape Shape)
{
    public bool IsRequired { get; init; }

    /// <summary>The first <c>fix:</c> line when a required key is missing.</summary>
    public string? Example { get; init; }
}

/// <summary>A map keyed by names that the user chooses.</summary>
/// <param name="NameRule">What a name may look like.</param>
public sealed record NamedRule(ScalarRule NameRule, Shape Value);
