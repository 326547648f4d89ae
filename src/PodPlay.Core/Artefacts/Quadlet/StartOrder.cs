using System.Collections.Immutable;
using PodPlay.Model;

namespace PodPlay.Artefacts.Quadlet;

/// <summary>A service that has to be there first.</summary>
/// <param name="IsOrdered">False within a circle of callers: systemd would break an ordering circle by not starting one of
/// them, whichever it meets first.</param>
internal sealed record StartDependency(Callee Callee, bool IsOrdered);

/// <summary>Which services of the same host a service starts after: those it calls.</summary>
internal sealed class StartOrder
{
    private readonly Callees _callees;
    private readonly Dictionary<Service, int> _circles;

    public StartOrder(Network network, Callees callees)
    {
        _callees = callees;
        _circles = Circles(network.Services);
    }

    /// <summary>By the callee's name.</summary>
    public ImmutableArray<StartDependency> Of(Service caller) =>
        [.. Before(caller).Select(c => new StartDependency(c, _circles[c.Service] != _circles[caller]))];

    // A service with a timer is a job: waiting for it would mean waiting for its end, and starting it at each start of a caller.
    private IEnumerable<Callee> Before(Service caller) =>
        _callees.Of(caller).Where(c => c.Service.Host == caller.Host && c.Service.Timer is null);

    /// <summary>
    /// Strongly connected components by Kosaraju's two walks, with stacks of their own: a chain of some thousand services
    /// must not end in a stack overflow. Who shares a number can reach each other.
    /// </summary>
    private Dictionary<Service, int> Circles(ImmutableArray<Service> services)
    {
        var finished = new List<Service>(services.Length);
        var seen = new HashSet<Service>();
        foreach (var start in services.Where(seen.Add))
        {
            var open = new Stack<(Service Service, IEnumerator<Callee> Callees)>();
            open.Push((start, Before(start).GetEnumerator()));
            while (open.TryPeek(out var top))
            {
                if (!top.Callees.MoveNext())
                    finished.Add(open.Pop().Service);
                else if (seen.Add(top.Callees.Current.Service))
                    open.Push((top.Callees.Current.Service, Before(top.Callees.Current.Service).GetEnumerator()));
            }
        }

        var callers = services
            .SelectMany(caller => Before(caller).Select(callee => (Caller: caller, Callee: callee.Service)))
            .ToLookup(edge => edge.Callee, edge => edge.Caller);
        var circles = new Dictionary<Service, int>();
        foreach (var start in Enumerable.Reverse(finished))
        {
            if (!circles.TryAdd(start, circles.Count))
                continue;
            var circle = circles[start];
            var open = new Stack<Service>([start]);
            while (open.TryPop(out var service))
            {
                foreach (var caller in callers[service].Where(c => circles.TryAdd(c, circle)))
                    open.Push(caller);
            }
        }
        return circles;
    }
}
