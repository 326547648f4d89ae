using System.Collections.Immutable;
using PodPlay.Model;

namespace PodPlay.Artefacts.Quadlet;

/// <summary>A service that another one may call.</summary>
/// <param name="Ports">In the order of the callee's ports.</param>
/// <param name="Paths">The flows that say so: <c>flows.apache -> db</c>.</param>
internal sealed record Callee(Service Service, ImmutableArray<Port> Ports, ImmutableArray<string> Paths);

/// <summary>Who calls whom, read off the flows: a zone stands for each of its services.</summary>
internal sealed class Callees
{
    private static readonly Derived<Callees> Known = new(network => new Callees(network));

    private readonly Dictionary<Service, ImmutableArray<Callee>> _of;

    public static Callees In(Network network) => Known.Of(network);

    private Callees(Network network)
    {
        var flows = new Dictionary<Service, List<(Flow Flow, Service To)>>();
        foreach (var flow in network.Flows)
        {
            if (flow.To is not FlowEnd.OfService { Service: var to })
                continue;
            foreach (var from in CallersOf(flow).Where(f => f != to))
            {
                if (!flows.TryGetValue(from, out var list))
                    flows.Add(from, list = []);
                list.Add((flow, to));
            }
        }
        _of = flows.ToDictionary(f => f.Key, f => Merge(f.Value));
    }

    /// <summary>By name.</summary>
    public ImmutableArray<Callee> Of(Service caller) => _of.GetValueOrDefault(caller, []);

    private static IEnumerable<Service> CallersOf(Flow flow) => flow.From switch
    {
        FlowEnd.OfService from => [from.Service],
        FlowEnd.OfZone from => from.Zone.Services,
        _ => [],
    };

    private static ImmutableArray<Callee> Merge(List<(Flow Flow, Service To)> flows) =>
    [
        .. flows
            .GroupBy(f => f.To, f => f.Flow)
            .OrderBy(g => g.Key.Name, StringComparer.Ordinal)
            .Select(g => new Callee(
                g.Key,
                [.. g.Key.Ports.Where(p => g.Any(f => f.Ports.Contains(p)))],
                [.. g.Select(f => f.Path)])),
    ];
}
