using System.Collections.Immutable;
using PodPlay.Artefacts.Quadlet;

namespace PodPlay.Changes;

/// <summary>Who notices that a file which is no Quadlet unit has changed.</summary>
/// <param name="containers">Those that run all the time after the change.</param>
internal sealed class FileEffects(ImmutableArray<Unit> containers, UnitActions actions)
{
    private const string Firewall = "podplay-firewall.service";

    public void Add(ChangedFile file)
    {
        switch (file.Path)
        {
            // Loading replaces the tables in one transaction; a restart would leave the host without them for a moment.
            case "/etc/nftables.d/podplay.nft" or $"/etc/systemd/system/{Firewall}":
                actions.Add(Firewall, ActionFor(file, UnitAction.Reload), null, file.Path);
                break;
            case var path when path.StartsWith("/etc/podplay/", StringComparison.Ordinal):
                Mounted(file);
                break;
            case var path when path.StartsWith("/etc/sysctl.d/", StringComparison.Ordinal):
                actions.Add("systemd-sysctl.service", UnitAction.Restart, null, file.IsGone ? $"{path} is gone: the kernel keeps its values until the next boot" : path);
                break;
            case var path when path.StartsWith("/etc/modules-load.d/", StringComparison.Ordinal):
                if (!file.IsGone)
                    actions.Add("systemd-modules-load.service", UnitAction.Restart, null, path);
                break;
            // Podman reads it when it makes a container.
            case var path when path.StartsWith("/etc/containers/containers.conf.d/", StringComparison.Ordinal):
                foreach (var unit in containers)
                    actions.Add(unit.ServiceName(), UnitAction.Restart, unit.User(), path);
                break;
            case var path when file.IsUnit:
                actions.Add(path[(path.LastIndexOf('/') + 1)..], ActionFor(file, UnitAction.Restart), null, path);
                break;
        }
    }

    private void Mounted(ChangedFile file)
    {
        var readers =
            from unit in containers
            from source in unit.Values("Volume").Select(v => v.Split(':')[0])
            where file.Path == source || file.Path.StartsWith($"{source}/", StringComparison.Ordinal)
            select (unit, source);
        foreach (var (unit, source) in readers)
        {
            // A file that is mounted by itself stays the old one in a running container; a folder shows the new one.
            var reads = file.Path != source && unit.Values("ExecReload").Any();
            actions.Add(unit.ServiceName(), reads ? UnitAction.Reload : UnitAction.Restart, unit.User(), file.Path);
        }
    }

    private static UnitAction ActionFor(ChangedFile file, UnitAction otherwise) =>
        file.IsNew ? UnitAction.Start : file.IsGone ? UnitAction.Stop : otherwise;
}
