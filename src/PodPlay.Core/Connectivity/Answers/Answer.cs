using System.Collections.Immutable;
using PodPlay.Model;

namespace PodPlay.Connectivity.Answers;

/// <summary>What the network answers to a question.</summary>
/// <param name="Routes">Every way; empty when the answer is no.</param>
/// <param name="Notes">What a yes does not cover: a family, some services of a zone.</param>
/// <param name="Refusal">Null when the answer is yes.</param>
public sealed record Answer(Question Question, ImmutableArray<Route> Routes, ImmutableArray<string> Notes, Refusal? Refusal)
{
    public static Answer To(Question question, Network network)
    {
        var matrix = Matrix.Of(network);
        var routes = Route.Of(question.Among(matrix));
        return routes.IsEmpty ? new(question, [], [], Refusals.Of(question, network, matrix)) : new(question, routes, [.. Limits(question, network, routes)], null);
    }

    private static IEnumerable<string> Limits(Question question, Network network, ImmutableArray<Route> routes)
    {
        foreach (var family in Enum.GetValues<Family>().Except(routes.SelectMany(r => r.Families)))
        {
            if (FamilyGap.Of(question, network, family) is { } gap)
                yield return $"not by {family}: {gap.Text}";
        }
        if (network.Zones.FirstOrDefault(z => z.Name == question.From) is { } zone)
        {
            var others = zone.Services.Select(s => s.Name).Except(routes.SelectMany(r => r.Callers)).Where(s => s != question.To).Order(StringComparer.Ordinal).ToList();
            if (others.Count > 0)
                yield return $"not from all of zone {zone.Name}: {string.Join(", ", others)} may not";
        }
    }
}
