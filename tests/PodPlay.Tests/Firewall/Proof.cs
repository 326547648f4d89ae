using System.Text.Json;
using PodPlay.Firewall.Kernel;
using PodPlay.Firewall.Packets;
using PodPlay.Model;

namespace PodPlay.Firewall;

/// <summary>
/// Oracle b against oracle a: the ruleset of one host as the kernel lists it, run symbolically over all packets of a family, and the
/// intent of the spec. Both directions have to be empty at every hook.
/// </summary>
internal sealed class Proof
{
    private readonly HostModel _model;
    private readonly Space _space;
    private readonly Box _opening;

    private Proof(HostModel model)
    {
        _model = model;
        _space = model.Space;
        _opening = _space.BoxOf(Region.Everything.With(Field.State, PacketState.Opening), true)!.Value;
    }

    /// <summary>All differences, one for each set of packets; empty when the theorem holds.</summary>
    /// <remarks>With br_netfilter off and on: what stays inside a bridge has to pass <see cref="HookName.Bridge"/> and then the forward
    /// hook as well, and each is held to the intent by itself.</remarks>
    public static List<Difference> Differences(Network network, Host host, JsonElement listing) =>
        [.. Enum.GetValues<Family>().SelectMany(family => new Proof(new HostModel(network, host, listing, family)).Differences())];

    private IEnumerable<Difference> Differences()
    {
        var raw = _model.Run(HookName.Raw, _model.PacketsAt(HookName.Raw, false), false);
        var found = Compare(HookName.Raw, raw, false).Concat(CompareTranslations()).ToList();
        foreach (var translated in new[] { false, true })
        {
            var arrived = raw.Accepted.Select(b => AfterTranslation(b, translated)).ToList();
            foreach (var hook in new[] { HookName.Input, HookName.Forward, HookName.ForwardInBridge })
                found.AddRange(Compare(hook, _model.Run(hook, _space.Intersect(_model.PacketsAt(hook, translated), arrived), translated), translated));
            found.AddRange(Compare(HookName.Output, _model.Run(HookName.Output, _model.PacketsAt(HookName.Output, translated), translated), translated));
        }
        found.AddRange(Compare(HookName.Bridge, _model.Run(HookName.Bridge, _model.PacketsAt(HookName.Bridge, false), false), false));
        return found;
    }

    private bool IsOpening(Box box) => _space.Intersect(box, _opening) is not null;

    // What the first hook knew of a packet that was translated behind it: where it came from, and the port that it called.
    private Box AfterTranslation(Box box, bool translated) => translated
        ? _space.Forget(_space.Move(_space.Forget(box, Field.CalledPort), Field.Port, Field.CalledPort), Field.Destination, Field.Translated)
        : box;

    private IEnumerable<Difference> Compare(HookName hook, Outcome outcome, bool translated)
    {
        var (certain, conditional) = (_model.Wanted(hook, false, translated), _model.Wanted(hook, true, translated));
        foreach (var box in _space.Subtract(outcome.Accepted, certain.Concat(conditional)))
            yield return _model.Found(DifferenceKind.Open, hook, box);
        foreach (var box in _space.Intersect(certain, outcome.Dropped))
            yield return _model.Found(DifferenceKind.Closed, hook, box);
        var limited = _space.Subtract(_space.Intersect(conditional, [.. outcome.Accepted, .. outcome.Dropped]), certain);
        foreach (var box in _space.Subtract(limited, outcome.Accepted))
            yield return _model.Found(DifferenceKind.Closed, hook, box);
        foreach (var box in _space.Subtract(limited, outcome.Dropped))
            yield return _model.Found(DifferenceKind.Unlimited, hook, box);
    }

    private IEnumerable<Difference> CompareTranslations()
    {
        // What the host sends to itself was translated when it was sent.
        var packets = _model.PacketsAt(HookName.Translation, false);
        var done = _model.Run(HookName.Translation, packets, false).Translated.Select(t => (t.Box, Target: $"{t.Target.Address}:{t.Target.Port}")).ToList();
        var wanted = _model.Translations
            .Select(t => (Box: _space.BoxOf(t.Packets.And(HostModel.Translated(false)), true, t.Because)!.Value, Target: $"{t.Address}:{t.Port}")).ToList();
        // Nothing that the host itself takes may be led away.
        foreach (var box in _space.Intersect(_model.Wanted(HookName.Input, false, false), [.. done.Select(d => d.Box)]).Where(IsOpening))
            yield return _model.Found(DifferenceKind.Closed, HookName.Translation, box);
        foreach (var (box, target) in done)
        {
            foreach (var difference in _space.Subtract([box], wanted.Where(w => w.Target == target).Select(w => w.Box)))
                yield return _model.Found(DifferenceKind.Open, HookName.Translation, difference with { Because = $"dnat to {target}" });
        }
        foreach (var (box, target) in wanted)
        {
            foreach (var difference in _space.Subtract(_space.Intersect([box], packets), done.Where(d => d.Target == target).Select(d => d.Box)))
                yield return _model.Found(DifferenceKind.Closed, HookName.Translation, difference);
        }
    }
}
