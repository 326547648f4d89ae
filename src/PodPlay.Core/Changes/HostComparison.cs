using System.Collections.Immutable;
using PodPlay.Artefacts;
using PodPlay.Artefacts.Quadlet;
using PodPlay.Model;

namespace PodPlay.Changes;

/// <summary>From two states of one host to what has to be done there.</summary>
internal sealed class HostComparison
{
    private readonly string _host;
    private readonly ImmutableArray<ChangedFile> _files;
    private readonly Dictionary<string, Unit> _before;
    private readonly Dictionary<string, Unit> _after;
    private readonly UnitActions _actions = new();
    private readonly List<NetworkRemake> _networks = [];

    private HostComparison(string host, ChangeSide before, ChangeSide after)
    {
        _host = host;
        _files = [.. FilesOf(host, before, after)];
        _before = UnitsOf(host, before.Network);
        _after = UnitsOf(host, after.Network);
    }

    public static HostChange Between(string host, ChangeSide before, ChangeSide after)
    {
        var comparison = new HostComparison(host, before, after);
        comparison.CompareUnits();
        var units = comparison._before.Values.Concat(comparison._after.Values).Select(u => u.FilePath[host.Length..]).ToHashSet(StringComparer.Ordinal);
        var effects = new FileEffects([.. comparison._after.Values.Where(u => u.IsRunningContainer())], comparison._actions);
        foreach (var file in comparison._files.Where(f => f.HasEffect && !units.Contains(f.Path)))
            effects.Add(file);
        return comparison.Result(after.Network.Hosts.All(h => h.Name != host));
    }

    private HostChange Result(bool isGone) => new(_host, _actions.ToSortedList(), [.. _networks.OrderBy(n => n.Unit, StringComparer.Ordinal)], [.. _files.Select(f => f.Path)])
    {
        IsGone = isGone,
        NeedsDaemonReload = _files.Any(f => f.IsUnit && f.HasEffect),
        NeedsHostsMerge = _files.Any(f => f is { Effect.Kind: EffectKind.Hosts, HasEffect: true }),
        SettingsLeft = [.. _files.Where(f => f is { IsGone: true, Effect.Kind: EffectKind.Sysctl or EffectKind.Modules }).Select(f => f.Path)],
        VolumesLeft = [.. _before.Keys.Except(_after.Keys).Select(k => _before[k]).Where(u => u.Kind == "volume").SelectMany(u => u.Values("VolumeName")).Order(StringComparer.Ordinal)],
    };

    private void CompareUnits()
    {
        foreach (var gone in _before.Where(u => !_after.ContainsKey(u.Key)).Select(u => u.Value))
            Gone(gone);
        foreach (var (key, unit) in _after)
        {
            if (!_before.TryGetValue(key, out var before))
                New(unit);
            else if (UnitDifference.Reasons(before, unit) is { IsEmpty: false } reasons)
                Changed(before, unit, reasons);
        }
    }

    private void Gone(Unit unit)
    {
        if (unit.Kind == "network")
            _networks.Add(new(unit.ServiceName(), unit.NetworkName(), NetworkFate.Removed, unit.User(), []));
        // A job has ended, and its timer stops.
        else if (unit.Kind != "volume" && !unit.IsJob())
            _actions.Add(unit.ServiceName(), UnitAction.Stop, unit.User(), "no longer in the spec");
    }

    private void New(Unit unit)
    {
        if (unit.Kind == "network")
            _networks.Add(new(unit.ServiceName(), unit.NetworkName(), NetworkFate.Made, unit.User(), []));
        // Containers bring their volumes up; a job is started by its timer.
        else if (unit.Kind != "volume" && !unit.IsJob())
            _actions.Add(unit.ServiceName(), UnitAction.Start, unit.User(), "new");
    }

    private void Changed(Unit before, Unit unit, ImmutableArray<string> reasons)
    {
        switch (unit.Kind)
        {
            case "network":
                _networks.Add(new(unit.ServiceName(), before.NetworkName(), NetworkFate.MadeAnew, unit.User(), reasons));
                RestartUsers("Network", unit.FileName, $"network {before.NetworkName()} is made anew");
                break;
            case "volume":
                RestartUsers("Volume", unit.FileName, $"another volume: {string.Join(", ", reasons)}");
                break;
            case "container" or "service" when unit.IsJob():
                // The next run of a job takes what there is then.
                if (before.IsRunningContainer())
                    _actions.Add(unit.ServiceName(), UnitAction.Stop, unit.User(), "its timer starts it from now on");
                break;
            default:
                foreach (var reason in reasons)
                    _actions.Add(unit.ServiceName(), UnitAction.Restart, unit.User(), reason);
                break;
        }
    }

    // Quadlet makes containers require their networks and volumes: stopping those stops these.
    private void RestartUsers(string key, string fileName, string reason)
    {
        foreach (var user in _after.Values.Where(u => u.IsRunningContainer() && u.Values(key).Any(v => v == fileName || v.StartsWith($"{fileName}:", StringComparison.Ordinal))))
            _actions.Add(user.ServiceName(), UnitAction.Restart, user.User(), reason);
    }

    private static IEnumerable<ChangedFile> FilesOf(string host, ChangeSide before, ChangeSide after) =>
        from path in before.Files.Keys.Union(after.Files.Keys).Order(StringComparer.Ordinal)
        where path.StartsWith($"{host}/", StringComparison.Ordinal) && path != Output.Manifest.PathIn(host)
        let was = before.Files.GetValueOrDefault(path)
        let now = after.Files.GetValueOrDefault(path)
        where was is null || now is null || !was.AsSpan().SequenceEqual(now)
        select new ChangedFile(path[host.Length..], was, now, (now is null ? before : after).EffectOf(path) ?? Effect.None);

    private static Dictionary<string, Unit> UnitsOf(string host, Network network) =>
        QuadletUnits.Of(network).Where(u => u.Host.Name == host).OrderBy(u => u.FilePath, StringComparer.Ordinal).ToDictionary(u => u.FilePath);
}
