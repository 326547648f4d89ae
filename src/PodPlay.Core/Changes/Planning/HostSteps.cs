using System.Collections.Immutable;
using System.Globalization;
using PodPlay.Artefacts.Nftables;
using PodPlay.Model;

namespace PodPlay.Changes.Planning;

/// <summary>What HOST.apply.sh does, in its order (templates/handoff/run.sbn).</summary>
internal static class HostSteps
{
    // podman's, where the spec says nothing: podman-stop(1).
    private const int StopTimeout = 10;

    private static readonly string[] Settings = ["systemd-modules-load.service", "systemd-sysctl.service"];

    public static bool LoadsRuleset(HostChange host) => host.Units.Any(u => u.Name == NftablesArtefact.Unit);

    public static IEnumerable<StepPart> Of(HostChange host, Network before, Network after)
    {
        var anew = host.Networks.Where(n => n.Fate == NetworkFate.MadeAnew).ToList();
        var downWithNetwork = UsersOf(host.Host, before, anew).SelectMany(s => s.Replicas).Select(UnitOf).ToHashSet();
        var units = host.Units.Where(u => !Settings.Contains(u.Name) && u.Name != NftablesArtefact.Unit).ToList();
        foreach (var network in anew)
        {
            var users = UsersOf(host.Host, before, [network]);
            yield return new($"network {network.Name} is removed and made anew")
            {
                Down = [.. users.Select(u => u.Name).Distinct().Order(StringComparer.Ordinal)],
                Downtime = users.IsEmpty ? "" : "from here until the start at the end",
                Note = string.Join(", ", network.Reasons),
            };
        }
        foreach (var unit in units.Where(u => u.Action == UnitAction.Stop))
            yield return new($"stop {unit.Name}") { Note = HostNow(unit, after) is { } moved && moved.Name != host.Host ? $"it runs on {moved.Name} now" : string.Join(", ", unit.Reasons) };
        foreach (var network in host.Networks.Where(n => n.Fate == NetworkFate.Removed))
            yield return new($"network {network.Name} is removed");
        yield return new(string.Create(CultureInfo.InvariantCulture, $"copy {host.Files.Length} {(host.Files.Length == 1 ? "file" : "files")} and the manifest"));
        foreach (var file in host.SettingsLeft)
            yield return new($"remove {file}") { Note = "the kernel goes on with what it set until the next boot" };
        foreach (var setting in Settings.Where(s => host.Units.Any(u => u.Name == s)))
            yield return new(setting == Settings[0] ? "load modules of the kernel" : "load kernel settings");
        if (host.NeedsHostsMerge)
            yield return new("merge /etc/podplay/hosts into /etc/hosts");
        if (host.NeedsDaemonReload)
            yield return new("systemctl daemon-reload");
        if (host.Units.FirstOrDefault(u => u.Name == NftablesArtefact.Unit) is { } firewall)
            yield return new(firewall.Action == UnitAction.Start ? "load the ruleset for the first time" : "replace the ruleset in one transaction") { Note = "connections that exist go on, even those to what is closed; the old one comes back by itself unless confirmed over a new connection" };
        foreach (var unit in units.Where(u => u.Action == UnitAction.Restart && IsService(u) && !downWithNetwork.Contains(u.Name)))
            yield return Restart(unit, after);
        foreach (var unit in units.Where(u => u.Action == UnitAction.Reload))
            yield return new($"reload {unit.Name}") { Note = string.Join(", ", unit.Reasons) };
        foreach (var unit in units.Where(u => !IsService(u) && u.Action != UnitAction.Stop))
            yield return new($"enable {unit.Name}");
        foreach (var unit in units.Where(u => IsService(u) && (u.Action == UnitAction.Start || (u.Action == UnitAction.Restart && downWithNetwork.Contains(u.Name)))))
            yield return new($"start {unit.Name}");
    }

    private static bool IsService(UnitChange unit) => unit.Name.EndsWith(".service", StringComparison.Ordinal);

    private static ImmutableArray<Service> UsersOf(string host, Network network, IEnumerable<NetworkRemake> anew) =>
        [.. network.Services.Where(s => s.Host.Name == host && s.Timer is null && anew.Any(n => n.Name == s.Zone?.NetworkName))];

    private static StepPart Restart(UnitChange unit, Network after)
    {
        var service = ServiceOf(unit, after);
        var part = new StepPart($"restart {unit.Name}") { Note = string.Join(", ", unit.Reasons) };
        if (service is null)
            return part;
        var others = service.Replicas.Length > 1;
        var stop = string.Create(CultureInfo.InvariantCulture, $"it has {service.StopTimeout ?? StopTimeout} s to stop, and is back when it has started");
        return part with { Down = others ? [] : [service.Name], Downtime = others ? $"{stop}; the other replicas answer meanwhile" : stop };
    }

    private static Service? ServiceOf(UnitChange unit, Network network) => network.Services.FirstOrDefault(s => s.Replicas.Any(r => UnitOf(r) == unit.Name));

    private static Host? HostNow(UnitChange unit, Network after) => ServiceOf(unit, after)?.Host;

    private static string UnitOf(Replica replica) => $"{replica.Name}.service";
}
