using PodPlay.Diagnostics;
using PodPlay.Model.Resolve;

namespace PodPlay.Model.Checks;

/// <summary>Flows and ports that are meant to end, held against a date that was given.</summary>
internal static class TermChecks
{
    // Long enough to ask the owner and to change what still uses it.
    private const int WarningDays = 30;

    /// <param name="today">Asked only when the spec has a date.</param>
    public static void Check(Network network, SpecPlaces places, Func<ReferenceDate?> today, DiagnosticBag diagnostics)
    {
        var terms = network.Flows.Select(f => (f.Path, f.Term))
            .Concat(network.Services.SelectMany(s => s.Ports).Select(p => (p.Path, p.Term)))
            .Where(t => t.Term.Until is not null && places.Value($"{t.Path}.until") is not null)
            .ToList();
        if (terms.Count == 0)
            return;
        if (today() is not { } date)
        {
            diagnostics.Report(Diagnose.TermNotJudged(places.Value($"{terms[0].Path}.until")!.Value, terms.Count));
            return;
        }
        foreach (var (path, term) in terms)
        {
            var place = places.Value($"{path}.until")!.Value;
            var left = term.Until!.Value.DayNumber - date.Date.DayNumber;
            if (left < 0)
                diagnostics.Report(Diagnose.TermPast(place, path, term, date));
            else if (left <= WarningDays)
                diagnostics.Report(Diagnose.TermNear(place, path, term, date));
        }
    }
}
