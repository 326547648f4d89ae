using System.Collections.Immutable;
using PodPlay.Diagnostics;
using PodPlay.Spec;

namespace PodPlay.Model.Resolve;

/// <summary>The services with their ports, without addresses, balances and flows.</summary>
internal static class ServiceResolver
{
    public static ImmutableArray<Service> Resolve(PodPlaySpec spec, Surroundings around, DiagnosticBag diagnostics)
    {
        var services = ImmutableArray.CreateBuilder<Service>();
        foreach (var service in spec.Services.OrderBy(s => s.Name.Value, StringComparer.Ordinal))
        {
            if (ServiceOf(service, spec, around, diagnostics) is { } resolved)
                services.Add(resolved);
        }
        return services.ToImmutable();
    }

    private static Service? ServiceOf(ServiceSpec spec, PodPlaySpec whole, Surroundings around, DiagnosticBag diagnostics)
    {
        var zone = ZoneOf(spec, around.Zones, diagnostics);
        var host = zone is { } z && spec.Host is null ? z.Host : ZoneResolver.HostOf(spec.Host, spec.Name, whole, around.Hosts, diagnostics);
        if (host is null || (zone is null && spec.HostNetwork is null))
            return null;
        if (zone is not null && zone.Host != host)
            diagnostics.Report(Diagnose.ZoneOnOtherHost(spec.Host!.Value, spec.Name.Value, zone));
        var path = $"services.{spec.Name.Value}";
        return new Service
        {
            Name = spec.Name.Value,
            Host = host,
            Zone = zone,
            Image = spec.Image?.Value ?? "",
            Aliases = [.. spec.Aliases.Select(a => a.Value).Distinct().Order(StringComparer.Ordinal)],
            IsReplicated = spec.Replicas is { Value: > 1 },
            Ports = PortsOf(spec, zone is null, around.Sources, diagnostics),
            Command = spec.Command?.Value,
            Reload = spec.Reload?.Value,
            Health = spec.Health?.Value,
            Environment = [.. spec.Environment.Select(e => KeyValuePair.Create(e.Name.Value, e.Value.Value)).OrderBy(e => e.Key, StringComparer.Ordinal)],
            Volumes = [.. spec.Volumes.Select(v => VolumeOf(v, path)).OrderBy(v => v.Target, StringComparer.Ordinal)],
            Secrets = [.. spec.Secrets.Select(s => new Secret(s.Name.Value, s.Variable?.Value, $"{path}.secrets")).OrderBy(s => s.Name, StringComparer.Ordinal)],
            Devices = [.. spec.Devices.Select(d => d.Value)],
            Sysctl = [.. spec.Sysctl.Select(s => HostResolver.Setting(s, path)).OrderBy(s => s.Key, StringComparer.Ordinal)],
            Capabilities = [.. spec.Capabilities.Select(c => c.Value).Distinct().Order(StringComparer.Ordinal)],
            User = spec.User?.Value,
            HasOwnUserNamespace = HasOwnUserNamespace(spec, whole, host),
            IsReadOnly = spec.ReadOnly?.Value ?? false,
            Dns = [],
            Timer = spec.Timer?.Value ?? (whole.Certificates.Any(c => c.Solver?.Value == spec.Name.Value) ? Certificate.RenewalTimer : null),
            StopTimeout = spec.StopTimeout?.Value,
            Limits = LimitsOf(spec.Limits),
            VirtualHosts = [.. spec.VirtualHosts.Select(v => new VirtualHost(v.Name.Value, [.. v.Aliases.Select(a => a.Value)], v.Root?.Value, $"{path}.vhosts"))],
            ApacheLayout = spec.Layout?.Value == "httpd" ? ApacheLayout.Httpd : ApacheLayout.Debian,
            Resolves = [.. spec.Resolves.Select(d => d.Value).Distinct().Order(StringComparer.Ordinal)],
            Forwarders = [.. spec.Forwarders.Select(a => Address.Parse(a.Value)).OfType<Address>().Distinct()],
            ListensOnHostAddresses = spec.ListensOnHost,
        };
    }

    private static Zone? ZoneOf(ServiceSpec spec, ImmutableArray<Zone> zones, DiagnosticBag diagnostics)
    {
        if (spec.HostNetwork is { } hostNetwork)
        {
            if (spec.AtEntry is { } at)
                diagnostics.Report(Diagnose.HostNetworkAddress(at, hostNetwork, spec.Name.Value));
            else if (spec.Zone is { } zone)
                diagnostics.Report(Diagnose.HostNetworkZone(zone, hostNetwork, spec.Name.Value));
            return null;
        }
        if (spec.Zone is not { } name)
        {
            if (!spec.SaysWhere)
                diagnostics.Report(Diagnose.ServiceWithoutZone(spec.Name, zones.Select(z => z.Name)));
            // Any zone will do from here on: nothing is written, and the rest of the service is still worth a look.
            return zones.FirstOrDefault();
        }
        var found = zones.FirstOrDefault(z => z.Name == name.Value);
        if (found is null)
            diagnostics.Report(Diagnose.UnknownZone(name, zones.Select(z => z.Name)));
        return found;
    }

    private static ImmutableArray<Port> PortsOf(ServiceSpec spec, bool onHostNetwork, ImmutableArray<Source> sources, DiagnosticBag diagnostics)
    {
        var ports = new List<Port>();
        foreach (var port in spec.Ports)
        {
            var stages = port.Syntax.Stages;
            var container = stages[^1].Range;
            ports.Add(new Port
            {
                Name = port.Name.Value,
                Exposure = port.Exposure,
                Protocols = port.Syntax.Protocols,
                Router = port.Exposure == Exposure.Public ? stages[0].Range : null,
                Host = onHostNetwork ? container : port.Exposure == Exposure.Private ? null : stages[Math.Max(0, stages.Length - 2)].Range,
                Container = container,
                ExpectsProxy = port.ExpectsProxy,
                From = HostResolver.SourceNamed(port.From, sources, diagnostics),
                Term = port.Term.Resolve(),
                Path = $"services.{spec.Name.Value}.{PortSpec.WordOf(port.Exposure)}.{port.Name.Value}",
            });
        }
        foreach (var again in spec.Ports.GroupBy(p => p.Name.Value).Where(g => g.Count() > 1))
            diagnostics.Report(Diagnose.PortNamedTwice(spec.Name.Value, [.. again.Select(p => p.Name)]));
        return [.. ports.OrderBy(p => p.Exposure).ThenBy(p => p.Container).ThenBy(p => p.Name, StringComparer.Ordinal)];
    }

    private static Volume VolumeOf(VolumeSpec spec, string service)
    {
        var source = spec.Source.Value;
        var isPath = source[0] == '/';
        return new(isPath ? null : source, isPath ? source : null, spec.Target.Value, spec.IsReadOnly, $"{service}.volumes.{source}")
        {
            Backup = spec.Backup is { } backup ? BackupOf(backup, $"{service}.volumes.{source}.backup") : null,
        };
    }

    private static Backup BackupOf(BackupSpec spec, string path) =>
        new(spec.Folder.Value, spec.Timer?.Value ?? "daily", spec.Keep?.Value ?? 14, spec.Test?.Value ?? "weekly", path)
        {
            // Files of a program that writes are torn; a dump is the program's own word.
            Stops = spec.Stop?.Value ?? spec.Dump is null,
            Dump = spec.Dump?.Value,
            Load = spec.Load?.Value,
            Check = spec.Check?.Value,
        };

    // A user namespace takes away what the host's own network and device nodes ask for: the right to bind low ports, and
    // root's ownership of the node. A rootless container lives in its user's namespace already.
    private static bool HasOwnUserNamespace(ServiceSpec spec, PodPlaySpec whole, Host host) =>
        (spec.UserNamespace ?? (spec.Devices.IsEmpty ? whole.Defaults.UserNamespace : null))?.Value == "auto"
        && spec.HostNetwork is null && host.Rootless is null;

    private static Limits? LimitsOf(LimitsSpec? spec) =>
        spec is null ? null : new(spec.Rate?.Value, spec.Burst?.Value ?? 3 * (spec.Rate?.Value ?? 1), spec.Connections?.Value, spec.Requests?.Value);
}
