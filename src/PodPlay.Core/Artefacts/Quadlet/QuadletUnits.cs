using System.Collections.Immutable;
using PodPlay.Model;

namespace PodPlay.Artefacts.Quadlet;

/// <summary>Every unit of the whole network, host after host: networks, volumes, containers, targets, timers, and what carries certificates and saves volumes.</summary>
internal static class QuadletUnits
{
    public static ImmutableArray<Unit> Of(Network network) => Known.Of(network);

    private static readonly Derived<ImmutableArray<Unit>> Known = new(network =>
    {
        var callees = Callees.In(network);
        var order = new StartOrder(network, callees);
        return [.. network.Hosts.SelectMany(host => Of(host, network, callees, order))];
    });

    private static IEnumerable<Unit> Of(Host host, Network network, Callees callees, StartOrder order)
    {
        var replicas = host.Services.SelectMany(s => s.Replicas).ToArray();
        return host.Zones.Select(NetworkUnit.Of)
            .Concat(Volumes(host, network))
            .Concat(replicas.Select(r => ContainerUnit.Of(r, network, callees, order)))
            .Concat(host.Services.Where(s => s.IsReplicated && s.Timer is null).Select(TargetUnit.Of))
            .Concat(replicas.Where(r => r.Service.Timer is not null).Select(r => TimerUnit.Of(r, r.Service.Timer!)))
            .Concat(CertificateUnits.Of(host, network))
            .Concat(BackupUnits.Of(host));
    }

    private static IEnumerable<Unit> Volumes(Host host, Network network) => host.Services
        .SelectMany(s => ContainerMounts.Of(s, network))
        .Where(v => v.Name is not null)
        .DistinctBy(v => v.Name)
        .OrderBy(v => v.Name, StringComparer.Ordinal)
        .Select(v => VolumeUnit.Of(host, v.Name!, v.Path, network));
}
