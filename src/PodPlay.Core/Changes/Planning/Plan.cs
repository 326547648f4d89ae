using System.Collections.Immutable;
using PodPlay.Artefacts;
using PodPlay.Artefacts.Runbook;
using PodPlay.Model;

namespace PodPlay.Changes.Planning;

/// <summary>
/// The steps that carry a change out: look first, open before anything needs it, move data while its service stands, close last. What
/// happens on a host is what HOST.apply.sh does there, in its order.
/// </summary>
public sealed record Plan(ImmutableArray<Step> Steps)
{
    public static Plan Of(ChangeSet changes, ChangeSide before, ChangeSide after)
    {
        var hosts = changes.Hosts.Where(h => !h.IsGone && !h.Files.IsEmpty).OrderBy(h => Turn(changes, h.Host)).ThenBy(h => h.Host, StringComparer.Ordinal).ToList();
        var destinations = changes.Moves.Select(m => m.To).ToHashSet();
        var steps = new List<Step>();
        steps.AddRange(hosts.Select(h => Check(h.Host)));
        steps.AddRange(Clicks(changes, StepKind.Open, "open on the router", c => c.Before is null));
        foreach (var move in changes.Moves)
            steps.AddRange(Moving(move, before.Network, after.Network));
        steps.AddRange(hosts.Where(h => destinations.Contains(h.Host)).Select(h => Apply(h, before, after)));
        // One address has one forward: until it is changed, clients outside meet the old place.
        var switching = Clicks(changes, StepKind.Switch, "send to the new place", c => c is { Before: not null, After: not null });
        if (destinations.Count > 0)
            steps.AddRange(switching);
        steps.AddRange(hosts.Where(h => !destinations.Contains(h.Host)).Select(h => Apply(h, before, after)));
        if (destinations.Count == 0)
            steps.AddRange(switching);
        steps.AddRange(Clicks(changes, StepKind.Close, "close on the router", c => c.After is null));
        steps.AddRange(changes.Hosts.Where(h => h.IsGone).Select(h => Leave(h, before.Network)));
        steps.AddRange(changes.Hosts.Where(h => !h.VolumesLeft.IsEmpty).Select(h => Left(h, before.Network)));
        return new([.. steps]);
    }

    /// <summary>The services that do not answer for a while, ordinal.</summary>
    public ImmutableArray<string> Down => [.. Steps.SelectMany(s => s.Parts).SelectMany(p => p.Down).Distinct().Order(StringComparer.Ordinal)];

    // Where somebody moves to comes first, where he leaves last: there is always a way back.
    private static int Turn(ChangeSet changes, string host) => changes.Moves.Any(m => m.To == host) ? 0 : changes.Moves.Any(m => m.From == host) ? 2 : 1;

    private static Step Check(string host) => new(
        StepKind.Check, host, $"look at {host}; nothing changes",
        [$"rsync -a --delete output/{host} output/{host}.apply.sh root@{host}:podplay/", $"ssh root@{host} sh podplay/{host}.apply.sh --check"], []);

    private static IEnumerable<Step> Clicks(ChangeSet changes, StepKind kind, string title, Func<ClickChange, bool> isMeant)
    {
        var clicks = changes.Clicks.Where(isMeant).Select(c => new StepPart($"{c.Verb} {c.Text}")).ToImmutableArray();
        return clicks.IsEmpty ? [] : [new(kind, "router", title, [], clicks)];
    }

    private static IEnumerable<Step> Moving(Move move, Network before, Network after)
    {
        var (was, now) = (before.Services.Single(s => s.Name == move.Service), after.Services.Single(s => s.Name == move.Service));
        var units = string.Join(' ', was.Replicas.Select(r => was.Timer is null ? $"{r.Name}.service" : $"{r.Name}.timer {r.Name}.service"));
        yield return new(StepKind.Stop, move.From, $"stop {move.Service} on {move.From}", [On(move.From, new HostShell(was.Host).Systemctl($"stop {units}"))],
            [new($"stop {units}") { Down = [move.Service], Downtime = $"until {move.To} runs it and everybody is sent there" }]);
        var copies = move.Volumes.Select(v => Copy(v, before.Name, after.Name)).Concat(was.Volumes.Select(v => v.HostPath).OfType<string>().Distinct().Order(StringComparer.Ordinal).Select(Folder)).ToImmutableArray();
        if (!copies.IsEmpty)
            yield return new(StepKind.Data, move.To, $"bring the data of {move.Service} to {move.To}, before anything starts there", copies, [.. SharedData.Of(move, was, after)]);

        string Copy(string volume, string from, string to) =>
            $"{On(move.From, new HostShell(was.Host).Podman($"volume export {from}-{volume}"))} | {On(move.To, new HostShell(now.Host).Podman($"volume create --ignore {to}-{volume}") + " && " + new HostShell(now.Host).Podman($"volume import {to}-{volume} -"))}";

        string Folder(string path) =>
            $"{On(move.From, $"tar -C {Quote.Shell(path)} -c .")} | {On(move.To, $"mkdir -p {Quote.Shell(path)} && tar -C {Quote.Shell(path)} -xp")}";
    }

    private static Step Apply(HostChange host, ChangeSide before, ChangeSide after)
    {
        var parts = HostSteps.Of(host, before.Network, after.Network).ToImmutableArray();
        // Over ssh the script waits for that (templates/handoff/options.sbn).
        const string Confirm = "confirm   # within 120 s, from another terminal: a new connection has to get through";
        var command = $"ssh root@{host.Host} sh podplay/{host.Host}.apply.sh";
        return new(StepKind.Apply, host.Host, $"bring {host.Host} to its new state", HostSteps.LoadsRuleset(host) ? [command, $"{command} {Confirm}"] : [command], parts);
    }

    private static Step Leave(HostChange host, Network before)
    {
        var shell = new HostShell(before.Hosts.Single(h => h.Name == host.Host));
        var units = host.Units.Select(u => u.Name).ToList();
        return new(StepKind.Leave, host.Host, $"switch {host.Host} off, or stop what runs there", units.Count == 0 ? [] : [On(host.Host, shell.Systemctl($"stop {string.Join(' ', units)}"))],
            [.. units.Select(u => new StepPart($"stop {u}"))]);
    }

    private static Step Left(HostChange host, Network before)
    {
        var shell = new HostShell(before.Hosts.Single(h => h.Name == host.Host));
        return new(StepKind.Left, host.Host, $"when nobody needs it any more: the data that stays on {host.Host}",
            [.. host.VolumesLeft.Select(v => On(host.Host, shell.Podman($"volume rm {v}")))], []);
    }

    private static string On(string host, string command) => $"ssh root@{host} {Quote.Shell(command)}";
}
