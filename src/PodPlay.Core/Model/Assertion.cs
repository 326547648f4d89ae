using System.Collections.Immutable;

namespace PodPlay.Model;

/// <summary>A statement about who may reach whom that every later change must keep.</summary>
/// <param name="Text">As the spec spells it: <c>internet -> internal</c>; of an <c>only</c>, what is called: <c>db.postgres</c>.</param>
/// <param name="Callers">One, or of an <c>only</c> as many as it names; none: nobody may.</param>
public sealed record Assertion(AssertionKind Kind, string Text, ImmutableArray<AssertionEnd> Callers, AssertionEnd Called)
{
    public string CallerNames => string.Join(", ", Callers.Select(c => c.Name));
}
