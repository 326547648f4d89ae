using System.Collections.Immutable;
using PodPlay.Diagnostics;
using PodPlay.Spec;
using PodPlay.Text;

namespace PodPlay.Model.Resolve;

/// <summary>What each balancer's port leads to.</summary>
internal sealed class BalanceResolver(Service balancer, PodPlaySpec spec, ImmutableArray<Service> services, DiagnosticBag diagnostics)
{
    public static void Resolve(PodPlaySpec spec, ImmutableArray<Service> services, DiagnosticBag diagnostics)
    {
        var all = spec.Services.ToLookup(s => s.Name.Value, StringComparer.Ordinal);
        foreach (var service in services)
        {
            var written = all[service.Name].First();
            var resolver = new BalanceResolver(service, spec, services, diagnostics);
            service.Balances = [.. written.Balances.Select(resolver.BalanceOf).OfType<Balance>().OrderBy(b => b.Frontend.Container)];
            service.Statistics = written.Statistics is { } statistics ? resolver.OwnPort(statistics) : null;
        }
    }

    private Balance? BalanceOf(BalanceSpec written)
    {
        if (OwnPort(written.Port) is not { } frontend)
            return null;
        var path = $"services.{balancer.Name}.balance.{written.Port.Value}";
        var standard = PoolOf(written.Default, null, path, null);
        var routed = written.Routes.Select(r => PoolOf(r.Pool, RouteOf(r.Name.Value), $"{path}.routes.{r.Name.Value}", standard.Sorry));
        if (written is { Default.SaysTo: false, Routes.IsEmpty: true, Redirect: null })
            diagnostics.Report(Diagnose.BalanceWithoutTarget(written.Port));
        foreach (var route in written.Routes.Where(r => !r.Pool.SaysTo))
            diagnostics.Report(Diagnose.RouteWithoutTarget(route.Name));
        return new(frontend, written.Mode?.Value == "tcp" ? BalanceMode.Tcp : BalanceMode.Http, [.. Sorted(routed.Append(standard)).Where(p => !p.Upstreams.IsEmpty)], path)
        {
            Redirect = written.Redirect is { } target ? OwnPort(target) : null,
        };
    }

    private Port? OwnPort(Spanned<string> name)
    {
        if (balancer.PortNamed(name.Value) is { } port)
            return port;
        diagnostics.Report(Diagnose.UnknownPort(name, balancer.Name, balancer.Ports.Select(p => p.Name)));
        return null;
    }

    /// <param name="sorry">What answers for a route that says nothing of it.</param>
    private Pool PoolOf(PoolSpec written, Route? route, string path, Sorry? sorry)
    {
        var upstreams = written.To.Select(UpstreamOf).OfType<Upstream>().ToImmutableArray();
        return new(route, upstreams, written.Method?.Value ?? "roundrobin", written.Check?.Value.Split(' ') is [var method, var uri] ? new(method, uri) : null, path)
        {
            Weights = written.Weights
                .SelectMany(w => Servers(upstreams, w.Server).Select(s => (Server: s, w.Weight, IsOwn: s == w.Server.Value)))
                // What is said of one server counts before what is said of its service.
                .GroupBy(w => w.Server)
                .ToImmutableSortedDictionary(same => same.Key, same => same.MaxBy(w => w.IsOwn).Weight, StringComparer.Ordinal),
            Drained = [.. written.Drained.SelectMany(d => Servers(upstreams, d)).Order(StringComparer.Ordinal)],
            Sorry = SorryOf(written, $"{path}.sorry") ?? sorry,
        };
    }

    private Sorry? SorryOf(PoolSpec written, string path) => (written.SorryServer, written.SorryPage) switch
    {
        ({ } server, _) => UpstreamOf(server) is { } upstream ? new(upstream, null, path) : null,
        (_, { } page) => new(null, page.Value, path),
        _ => null,
    };

    private IEnumerable<string> Servers(ImmutableArray<Upstream> upstreams, Spanned<string> name)
    {
        var meant = upstreams.Where(u => u.Service.Name == name.Value).SelectMany(u => u.ServerNames(balancer)).ToList();
        if (meant.Count > 0)
            return meant;
        var known = upstreams.SelectMany(u => u.ServerNames(balancer)).ToList();
        if (known.Contains(name.Value))
            return [name.Value];
        // Without a target that exists the servers are unknown, and that was said.
        if (known.Count > 0)
            diagnostics.Report(Diagnose.UnknownServer(name, known));
        return [];
    }

    private Upstream? UpstreamOf(Spanned<string> to)
    {
        if (to.Value.Split('.') is not [var serviceName, var portName])
            return null;
        var target = services.FirstOrDefault(s => s.Name == serviceName);
        if (target is null)
        {
            if (!spec.Declares(serviceName))
                diagnostics.Report(Diagnose.UnknownService(to with { Span = to.Span.Slice(0, serviceName.Length) }, serviceName, spec.ServiceNames));
            return null;
        }
        if (target.PortNamed(portName) is { } port)
            return new(target, port);
        diagnostics.Report(Diagnose.UnknownPort(new(portName, to.Span.Slice(serviceName.Length + 1, portName.Length)), target.Name, target.Ports.Select(p => p.Name)));
        return null;
    }

    private static Route RouteOf(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? new(text, null) : new(slash == 0 ? null : text[..slash], text[slash..]);
    }

    // HAProxy takes the first rule that fits, so the narrower one stands first, whatever the order of the spec's keys.
    private static IEnumerable<Pool> Sorted(IEnumerable<Pool> pools) => pools
        .OrderBy(p => p.Route switch { null => 3, { Host: null } => 2, { IsWildcard: true } => 1, _ => 0 })
        .ThenByDescending(p => p.Route is { IsWildcard: true } route ? route.Host!.Length : 0)
        .ThenBy(p => p.Route?.Host, StringComparer.Ordinal)
        .ThenByDescending(p => p.Route?.Folder?.Length ?? 0)
        .ThenBy(p => p.Route?.Folder, StringComparer.Ordinal);
}
