using System.Collections.Immutable;
using PodPlay.Artefacts.Quadlet;
using PodPlay.Model;

namespace PodPlay.Changes;

/// <summary>From two states of one host to what has to be done there.</summary>
internal sealed class HostComparison
{
    private const string Firewall = "podplay-firewall.service";

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
        comparison.CompareFiles();
        return comparison.Result(after.Network.Hosts.All(h => h.Name != host));
    }

    private HostChange Result(bool isGone) => new(_host, _actions.ToSortedList(), [.. _networks.OrderBy(n => n.Unit, StringComparer.Ordinal)], [.. _files.Select(f => f.Path)])
    {
        IsGone = isGone,
        NeedsDaemonReload = _files.Any(f => IsUnitFile(f.Path) && f.HasEffect),
        NeedsHostsMerge = _files.Any(f => f.Path == "/etc/podplay/hosts" && f.HasEffect),
        VolumesLeft = [.. _before.Keys.Except(_after.Keys).Select(k => _before[k]).Where(u => u.Kind == "volume").SelectMany(u => UnitDifference.Values(u, "VolumeName")).Order(StringComparer.Ordinal)],
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
            _networks.Add(new(ServiceOf(unit), NameOf(unit), NetworkFate.Removed, UserOf(unit), []));
        else if (unit.Kind != "volume")
            _actions.Add(ServiceOf(unit), UnitAction.Stop, UserOf(unit), "no longer in the spec");
    }

    private void New(Unit unit)
    {
        if (unit.Kind == "network")
            _networks.Add(new(ServiceOf(unit), NameOf(unit), NetworkFate.Made, UserOf(unit), []));
        // Containers bring their volumes up; a job is started by its timer.
        else if (unit.Kind != "volume" && !IsJob(unit))
            _actions.Add(ServiceOf(unit), UnitAction.Start, UserOf(unit), "new");
    }

    private void Changed(Unit before, Unit unit, ImmutableArray<string> reasons)
    {
        switch (unit.Kind)
        {
            case "network":
                _networks.Add(new(ServiceOf(unit), NameOf(before), NetworkFate.MadeAnew, UserOf(unit), reasons));
                RestartUsers("Network", unit.FileName, $"network {NameOf(before)} is made anew");
                break;
            case "volume":
                RestartUsers("Volume", unit.FileName, $"another volume: {string.Join(", ", reasons)}");
                break;
            default:
                // The next run of a job takes what there is then.
                if (!IsJob(unit))
                    reasons.ToList().ForEach(r => _actions.Add(ServiceOf(unit), UnitAction.Restart, UserOf(unit), r));
                break;
        }
    }

    // Quadlet makes containers require their networks and volumes: stopping those stops these.
    private void RestartUsers(string key, string fileName, string reason)
    {
        foreach (var user in _after.Values.Where(u => u.Kind == "container" && !IsJob(u) && UnitDifference.Values(u, key).Any(v => v == fileName || v.StartsWith($"{fileName}:", StringComparison.Ordinal))))
            _actions.Add(ServiceOf(user), UnitAction.Restart, UserOf(user), reason);
    }

    private void CompareFiles()
    {
        var known = _before.Values.Concat(_after.Values).Select(u => u.FilePath[_host.Length..]).ToHashSet(StringComparer.Ordinal);
        foreach (var file in _files.Where(f => f.HasEffect && !known.Contains(f.Path)))
        {
            if (file.Path.StartsWith("/etc/podplay/", StringComparison.Ordinal))
                ConfigurationChanged(file);
            else
                SystemFileChanged(file);
        }
    }

    private void ConfigurationChanged(ChangedFile file)
    {
        foreach (var unit in _after.Values.Where(u => u.Kind == "container" && !IsJob(u)))
        {
            foreach (var source in UnitDifference.Values(unit, "Volume").Select(v => v.Split(':')[0]).Where(s => file.Path == s || file.Path.StartsWith($"{s}/", StringComparison.Ordinal)))
            {
                // A file that is mounted by itself stays the old one in a running container; a folder shows the new one.
                var reads = file.Path != source && UnitDifference.Values(unit, "ExecReload").Any();
                _actions.Add(ServiceOf(unit), reads ? UnitAction.Reload : UnitAction.Restart, UserOf(unit), file.Path);
            }
        }
    }

    private void SystemFileChanged(ChangedFile file)
    {
        var name = file.Path[(file.Path.LastIndexOf('/') + 1)..];
        switch (file.Path)
        {
            // Loading replaces the tables in one transaction; a restart would leave the host without them for a moment.
            case "/etc/nftables.d/podplay.nft" or $"/etc/systemd/system/{Firewall}":
                _actions.Add(Firewall, file.IsNew ? UnitAction.Start : file.IsGone ? UnitAction.Stop : UnitAction.Reload, null, file.Path);
                break;
            case var path when path.StartsWith("/etc/sysctl.d/", StringComparison.Ordinal):
                _actions.Add("systemd-sysctl.service", UnitAction.Restart, null, file.IsGone ? $"{path} is gone: the kernel keeps its values until the next boot" : path);
                break;
            case var path when path.StartsWith("/etc/modules-load.d/", StringComparison.Ordinal) && !file.IsGone:
                _actions.Add("systemd-modules-load.service", UnitAction.Restart, null, path);
                break;
            // Podman reads it when it makes a container.
            case var path when path.StartsWith("/etc/containers/containers.conf.d/", StringComparison.Ordinal):
                foreach (var unit in _after.Values.Where(u => u.Kind == "container" && !IsJob(u)))
                    _actions.Add(ServiceOf(unit), UnitAction.Restart, UserOf(unit), path);
                break;
            case var path when path.StartsWith("/etc/systemd/", StringComparison.Ordinal):
                _actions.Add(name, file.IsNew ? UnitAction.Start : file.IsGone ? UnitAction.Stop : UnitAction.Restart, null, path);
                break;
        }
    }

    private static IEnumerable<ChangedFile> FilesOf(string host, ChangeSide before, ChangeSide after) =>
        from path in before.Files.Keys.Union(after.Files.Keys).Order(StringComparer.Ordinal)
        where path.StartsWith($"{host}/", StringComparison.Ordinal) && path != Output.Manifest.PathIn(host)
        let was = before.Files.GetValueOrDefault(path)
        let now = after.Files.GetValueOrDefault(path)
        where was is null || now is null || !was.AsSpan().SequenceEqual(now)
        select new ChangedFile(path[host.Length..], was, now);

    private static Dictionary<string, Unit> UnitsOf(string host, Network network) =>
        QuadletUnits.Of(network).Where(u => u.Host.Name == host).OrderBy(u => u.FilePath, StringComparer.Ordinal).ToDictionary(u => u.FilePath);

    private static bool IsUnitFile(string path) =>
        path.StartsWith("/etc/containers/systemd/", StringComparison.Ordinal) || path.StartsWith("/etc/systemd/", StringComparison.Ordinal);

    // A container without [Install] is a job: its timer starts it.
    private static bool IsJob(Unit unit) => unit.Kind == "container" && unit.Sections.All(s => s.Name != "Install");

    private static string NameOf(Unit network) => UnitDifference.Values(network, "NetworkName").Single();

    private static string? UserOf(Unit unit) => unit.Host.Rootless?.User;

    // podman-systemd.unit(5): what Quadlet calls the services that it makes.
    private static string ServiceOf(Unit unit) => unit.Kind switch
    {
        "container" => $"{unit.FileName[..^".container".Length]}.service",
        "network" => $"{unit.FileName[..^".network".Length]}-network.service",
        "volume" => $"{unit.FileName[..^".volume".Length]}-volume.service",
        _ => unit.FileName,
    };
}
