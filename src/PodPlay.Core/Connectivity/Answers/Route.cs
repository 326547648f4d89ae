using System.Collections.Immutable;
using PodPlay.Model;

namespace PodPlay.Connectivity.Answers;

/// <summary>One way in which a question is answered with yes: lines of the matrix that differ in names, protocol and family alone.</summary>
/// <param name="Callers">By name.</param>
/// <param name="Called">By name.</param>
/// <param name="Ports">What the callers call; <paramref name="Reached"/> is where the program listens.</param>
/// <param name="Via">The stations in between, as in <c>connectivity.csv</c>.</param>
/// <param name="Condition">Empty: certain. Else why it is not.</param>
/// <param name="Because">The spec path that allows it.</param>
public sealed record Route(
    ImmutableArray<string> Callers, ImmutableArray<string> Called, ImmutableArray<Protocol> Protocols, ImmutableArray<Family> Families,
    PortRange Ports, PortRange Reached, string Via, string Condition, string Because)
{
    private const string Separator = " -> ";

    /// <summary>Every station from the caller to the program: <c>internet</c>, <c>router:80</c>, <c>main:8080</c>, <c>haproxy:80</c>.</summary>
    public ImmutableArray<string> Hops
    {
        get
        {
            var (from, to) = (string.Join(", ", Callers), string.Join(", ", Called));
            var end = Called.Length > 1 || Reached == Analysis.AnyPort ? to : $"{to}:{Reached}";
            var stations = Via.Split(Separator);
            return stations is [_] && !Via.Contains(':', StringComparison.Ordinal) ? [from, $"({Via})", end]
                : [from, .. stations.Where(s => s != end && s != "outside"), end];
        }
    }

    /// <summary><c>tcp+udp/53</c>; <c>tcp+udp/any port</c>.</summary>
    public string PortText => $"{string.Join('+', Protocols.Select(p => p.Word()))}/{(Ports == Analysis.AnyPort ? "any port" : Ports)}";

    /// <summary>Ways through the lines of a matrix, certain ones first, else in its order.</summary>
    public static ImmutableArray<Route> Of(IEnumerable<Cell> cells)
    {
        var routes = cells.Select(c => new Route([c.From.Name], [c.To.Name], [c.Protocol], [c.Family], c.Ports, c.Reached, c.Via, c.Condition, c.Because));
        // One dimension after the other, so that what is told together is a full product of names, protocols and families.
        routes = Fold(routes, r => r.Families, (r, all) => r with { Families = all });
        routes = Fold(routes, r => r.Protocols, (r, all) => r with { Protocols = all });
        routes = Fold(routes, r => r.Callers, (r, all) => r with { Callers = all });
        routes = Fold(routes, r => r.Called, (r, all) => r with { Called = all });
        return [.. routes.OrderBy(r => r.Condition.Length > 0)];
    }

    private static List<Route> Fold<T>(IEnumerable<Route> routes, Func<Route, ImmutableArray<T>> part, Func<Route, ImmutableArray<T>, Route> with) =>
        [.. routes.GroupBy(r => with(r, []).Key).Select(g => with(g.First(), [.. g.SelectMany(r => part(r)).Distinct()]))];

    private string Key => string.Join('\n', [
        string.Join(',', Callers), string.Join(',', Called), string.Join(',', Protocols), string.Join(',', Families), $"{Ports}", $"{Reached}", Via, Condition, Because]);
}
