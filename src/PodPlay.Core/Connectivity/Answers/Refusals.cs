using System.Collections.Immutable;
using PodPlay.Model;

namespace PodPlay.Connectivity.Answers;

/// <summary>From a question without an answer to what would change that.</summary>
internal static class Refusals
{
    private const int MostNearest = 3;

    public static Refusal Of(Question question, Network network, ImmutableArray<Cell> matrix)
    {
        var ports = question.PortsAsked(network);
        var isNoPort = question.LacksPort(network);
        return new(
            question.Missing(network),
            ports is [{ Path: var path }] && question.IsOutside(network) ? path : null,
            isNoPort ? [] : [.. Obstacles.Of(question, network, ports).Distinct()],
            isNoPort ? [] : [.. Fixes.Of(question, network, ports)],
            [.. SameCaller(question, matrix).Concat(SamePort(question, matrix))]);
    }

    private static IEnumerable<Route> SameCaller(Question question, ImmutableArray<Cell> matrix) =>
        question.Port is null ? [] : Route.Of((question with { Port = null }).Among(matrix)).Take(MostNearest);

    // A host's own root reaches everything on it: no hint for anybody.
    private static IEnumerable<Route> SamePort(Question question, ImmutableArray<Cell> matrix) =>
        Route.Of(matrix.Where(c => question.IsCalled(c) && !Statements.IsOfRoot(c))).Take(MostNearest);
}
