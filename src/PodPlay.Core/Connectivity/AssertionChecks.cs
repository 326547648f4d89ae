using System.Collections.Immutable;
using PodPlay.Diagnostics;
using PodPlay.Model;
using PodPlay.Model.Resolve;
using PodPlay.Text;

namespace PodPlay.Connectivity;

/// <summary>The spec's statements: are they true, and do they say anything?</summary>
internal static class AssertionChecks
{
    public static void Check(Network network, SpecPlaces places, DiagnosticBag diagnostics)
    {
        if (network.Assertions.IsEmpty)
            return;
        foreach (var assertion in network.Assertions)
        {
            if (Emptiness(network, assertion) is { } why && PlaceOf(assertion, places) is { } place)
                diagnostics.Report(Diagnose.AssertSaysNothing(place, assertion, why));
        }
        // What could not be resolved is missing in the matrix: it would look as if it were forbidden.
        if (diagnostics.HasFixedErrorsBesides(Diagnose.AssertUnknownNameRule, Diagnose.TermPastRule))
            return;
        foreach (var breach in Statements.Broken(network, Matrix.Of(network)).Where(b => Emptiness(network, b.Assertion) is null))
            Report(breach, places, diagnostics);
    }

    private static void Report(Breach breach, SpecPlaces places, DiagnosticBag diagnostics)
    {
        if (PlaceOf(breach.Assertion, places) is not { } place)
            return;
        if (breach.Assertion.Kind == AssertionKind.Allow)
        {
            diagnostics.Report(Diagnose.AssertNotPossible(place, breach));
            return;
        }
        var causes = breach.Causes.Select(c => (Cell: c, Place: places.Nearest(c.Because))).ToImmutableArray();
        diagnostics.Report(Diagnose.AssertBroken(place, breach, causes));
    }

    private static SourceSpan? PlaceOf(Assertion assertion, SpecPlaces places) => assertion.Kind switch
    {
        AssertionKind.Never => places.Item("assert.never", assertion.Text),
        AssertionKind.Only => places.Key($"assert.only.{assertion.Text}"),
        _ => places.Item("assert.allow", assertion.Text),
    };

    /// <summary>Why no change of the network could make it untrue; null when one could.</summary>
    private static string? Emptiness(Network network, Assertion assertion)
    {
        var ends = assertion.Kind == AssertionKind.Only ? [assertion.Called] : assertion.Callers.Append(assertion.Called);
        if (ends.Select(e => EmptinessOf(network, e)).FirstOrDefault(e => e is not null) is { } empty)
            return empty;
        // A rootless host may reach everything: whom the LAN hears is a question.
        if (assertion.Kind == AssertionKind.Only)
            return null;
        var caller = assertion.Callers[0];
        if (IsOutside(caller) && IsOutside(assertion.Called))
            return "it passes none of the hosts";
        return caller is AssertionEnd.OfService { Service: var service } && assertion.Called is AssertionEnd.OfService called && called.Service == service
            ? $"podplay does not tell one {service.Name} from another" : null;
    }

    private static string? EmptinessOf(Network network, AssertionEnd end) => end switch
    {
        AssertionEnd.OfZone { Zone: { Services.IsEmpty: true, Name: var zone } } => $"zone {zone} has no service",
        _ when IsOutside(end) && !Statements.MembersOf(network, end).Any() => $"{end} has no address of its own",
        _ => null,
    };

    private static bool IsOutside(AssertionEnd end) => end is AssertionEnd.Internet or AssertionEnd.Lan or AssertionEnd.Router or AssertionEnd.OfSource;
}
