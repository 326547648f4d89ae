using System.Collections.Immutable;
using PodPlay.Drift.Reports;
using PodPlay.Model;

namespace PodPlay.Drift;

/// <summary>A host as it reports itself, compared with what the spec says of it.</summary>
/// <param name="Deviations">By kind, within a kind from the files to the sockets.</param>
public sealed record HostDrift(Host Host, ImmutableArray<Deviation> Deviations)
{
    /// <param name="files">Rendered, of all hosts, by path below the output folder.</param>
    public static HostDrift Of(HostReport report, Network network, IReadOnlyDictionary<string, byte[]> files)
    {
        var target = DriftTarget.Of(network, network.Hosts.First(h => h.Name == report.Host), files);
        var states = FileStates.Of(target, report);
        return new(target.Host,
        [
            .. MachineDrift.Of(target, report)
                .Concat(FileDrift.Of(target, report, states))
                .Concat(UnitDrift.Of(target, report, states))
                .Concat(NetworkDrift.Of(target, report, states))
                .Concat(ContainerDrift.Of(target, report, states))
                .Concat(RulesetDrift.Of(target, report))
                .Concat(TableDrift.Of(target, report))
                .Concat(SettingDrift.Of(target, report, states))
                .Concat(HostsDrift.Of(target, report, states))
                .Concat(SocketDrift.Of(target, report))
                .OrderBy(d => d.Kind),
        ]);
    }

    /// <summary>Without what is known and may stay.</summary>
    public HostDrift Without(Func<string, bool> isKnown) => this with { Deviations = [.. Deviations.Where(d => !isKnown(d.Subject))] };
}
