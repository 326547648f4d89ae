using System.Collections.Immutable;
using PodPlay.Connectivity.Comparison;
using PodPlay.Diagnostics;
using PodPlay.Model.Resolve;
using PodPlay.Text;

namespace PodPlay.Changes.Rendering;

/// <summary>A change and what its renderings need besides.</summary>
/// <param name="After">Where the paths of the spec are.</param>
/// <param name="Before">The same in the earlier spec; null where there was none.</param>
/// <param name="BrokenStatements">Findings about <c>assert:</c> that is not true after the change.</param>
/// <param name="Failed">The words of <c>--fail-on</c> that are true of the change, in their order.</param>
public sealed record ChangeDocument(
    ChangeSet Changes, ComparedWith With, SpecPlaces? After, SpecPlaces? Before, ImmutableArray<Diagnostic> BrokenStatements, ImmutableArray<string> Failed)
{
    /// <summary>Where the reason stands: for what closes, in the earlier spec.</summary>
    public SourceSpan? PlaceOf(ConnectivityChange change, string because) => (change.Verb == Verb.Closes ? Before : After)?.Nearest(because);

    /// <summary><c>flows.apache -> db (podplay.yaml:88)</c>; a place in the earlier spec with the revision in front.</summary>
    public string Reason(ConnectivityChange change, string because)
    {
        if (PlaceOf(change, because) is not { } place)
            return because;
        var revision = change.Verb == Verb.Closes && With.Commit is not null ? $"{With.Name}:" : "";
        return $"{because} ({revision}{place.Source.Path}:{place.From.Line})";
    }
}
