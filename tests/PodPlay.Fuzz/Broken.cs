using System.Diagnostics.CodeAnalysis;

namespace PodPlay.Fuzz;

/// <summary>Something that must hold for every input does not hold.</summary>
/// <param name="rule">Which, in one word: what two inputs with the same fault have in common.</param>
internal sealed class Broken(string rule, string message) : Exception(message)
{
    public string Rule => rule;

    public static void Unless([DoesNotReturnIf(false)] bool holds, string rule, string message)
    {
        if (!holds)
            throw new Broken(rule, message);
    }
}
