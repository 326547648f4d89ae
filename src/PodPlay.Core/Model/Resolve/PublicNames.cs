using System.Collections.Immutable;
using PodPlay.Diagnostics;

namespace PodPlay.Model.Resolve;

/// <summary>The names of a public domain that are services: those that the spec lists, sites, the mail server and the name servers.</summary>
internal sealed class PublicNames
{
    private const int Smtp = 25;

    private readonly DomainScope _scope;
    private readonly SortedDictionary<string, PublicName> _names = new(StringComparer.Ordinal);

    private PublicNames(DomainScope scope) => _scope = scope;

    public ImmutableArray<PublicName> All => [.. _names.Values];

    /// <summary>Own ones first, then those of others.</summary>
    public ImmutableArray<string> NameServers { get; private set; } = [];

    /// <summary>Who receives mail; null: nobody, or somebody else.</summary>
    public PublicName? Mail { get; private set; }

    public static PublicNames Of(DomainScope scope)
    {
        var names = new PublicNames(scope);
        foreach (var (name, service) in scope.Spec.Names.Select(n => (n.Name, n.Value)))
        {
            if (scope.HoldsOrReport(name) && scope.ServiceNamed(service) is { } known)
                names._names[name.Value] = new(name.Value, known, $"{scope.Path}.names.{name.Value}");
        }
        names.AddSites();
        names.AddMail();
        names.AddNameServers();
        names.AddPolicy();
        return names;
    }

    // Who asks for a site comes to the balancer in front of it.
    private void AddSites()
    {
        foreach (var balancer in _scope.Services)
        {
            foreach (var pool in balancer.Balances.SelectMany(b => b.Pools).Where(p => p.Route is { Host: { } host, IsWildcard: false } && _scope.Holds(host)))
                Add(new(pool.Route!.Host!, balancer, pool.Path));
        }
        foreach (var service in _scope.Services)
        {
            var face = _scope.Services.FirstOrDefault(s => s.Balances.Any(b => b.Upstreams.Any(u => u.Service == service))) ?? service;
            foreach (var site in service.VirtualHosts)
            {
                foreach (var name in site.Aliases.Prepend(site.Name).Where(_scope.Holds))
                    Add(new(name, face, site.Path));
            }
        }
    }

    private void AddMail()
    {
        var servers = _scope.Services.Where(s => s.Ports.Any(p => p.Exposure == Exposure.Public && p.Container.Contains(Smtp))).ToList();
        if (_scope.Spec.Mail is { } said)
        {
            if (said.Value == "none" || _scope.ServiceNamed(said) is not { } named)
                return;
            if (!servers.Contains(named))
            {
                _scope.Diagnostics.Report(Diagnose.MailServerUnclear(said.Span, _scope.Name, $"{named.Name} has no public port 25", servers));
                return;
            }
            servers = [named];
        }
        else if (_scope.Spec.Records.Any(r => r.Name.Value == _scope.Name && r.Type == "mx") || servers.Count == 0)
        {
            return;
        }
        if (servers.Count > 1)
        {
            _scope.Diagnostics.Report(Diagnose.MailServerUnclear(_scope.Spec.Name.Span, _scope.Name, $"{servers.Count} services have a public port 25", servers));
            return;
        }
        Mail = NameOf(servers[0], new($"{servers[0].Name}.{_scope.Name}", servers[0], $"services.{servers[0].Name}"));
    }

    private void AddNameServers()
    {
        var own = _scope.Servers.Select((s, i) => NameOf(s, new($"ns{i + 1}.{_scope.Name}", s, $"services.{s.Name}.resolves") { IsNameServer = true }).Name).ToList();
        NameServers = [.. own.Concat(_scope.Spec.NameServers.Select(n => n.Name.Value).Order(StringComparer.Ordinal)).Distinct()];
    }

    // Where the spec does not say who shows it: a service whose pages podplay writes, one with a certificate for the name first.
    private void AddPolicy()
    {
        var site = MailPolicy.SiteOf(_scope.Name);
        var wildcard = $"*.{_scope.Name}";
        if (MailRecords.PolicyOf(_scope, Mail) is not { } policy || _names.ContainsKey(site) || _scope.Spec.Records.Any(r => r.Name.Value == site || r.Name.Value == wildcard))
            return;
        var owner = _scope.Services
            .Select(s => (Service: s, Showers: PolicySite.ShowersOf(s, site)))
            .Where(s => !s.Showers.IsEmpty)
            .OrderBy(s => !s.Showers.All(shower => _scope.Certificates.Any(c => c.Certificate.Deploy.Contains(shower) && c.Certificate.Covers(site))))
            .Select(s => s.Service)
            .FirstOrDefault();
        if (owner is not null)
            Add(new(site, owner, policy.Path));
    }

    /// <summary>A name that the service has already, below the domain itself; or the one proposed.</summary>
    private PublicName NameOf(Service service, PublicName proposed) =>
        _names.GetValueOrDefault(proposed.Name) is { } same && same.Service == service ? same
            : _names.Values.FirstOrDefault(n => n.Service == service && n.Name != _scope.Name) ?? Add(proposed);

    private PublicName Add(PublicName name)
    {
        if (_names.TryAdd(name.Name, name) || _names[name.Name].Service == name.Service || _names[name.Name].Path.StartsWith(_scope.Path, StringComparison.Ordinal))
            return _names[name.Name];
        _scope.Diagnostics.Report(Diagnose.PublicNameTwice(_scope.Spec.Name.Span, name.Name, _names[name.Name].Service, name.Service));
        return _names[name.Name];
    }
}
