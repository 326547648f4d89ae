using System.Text.Json;
using PodPlay.Firewall.Intent;
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
    private readonly IntentScope _scope;
    private readonly KernelRuleset _ruleset;
    private readonly bool _bridgesToo;
    private readonly Dictionary<HookName, List<Allowance>> _intent;
    private readonly Dictionary<HookName, List<Region>> _domain;
    private readonly List<(Region Packets, string Address, int Port, string Because)> _translations;
    private readonly Space _space;
    private readonly PacketText _text;

    /// <param name="bridgesToo">With br_netfilter.</param>
    private Proof(Network network, Host host, JsonElement listing, Family family, bool bridgesToo)
    {
        var interfaces = new Interfaces(host);
        _bridgesToo = bridgesToo;
        _ruleset = RulesetReader.Read(listing, family, interfaces);
        _scope = new IntentScope(network, host, family, interfaces);
        _intent = new()
        {
            [HookName.Raw] = [.. RawIntent.Of(_scope)],
            [HookName.Input] = [.. InputIntent.Of(_scope)],
            [HookName.Forward] = [.. ForwardIntent.Of(_scope)],
            [HookName.Output] = [.. OutputIntent.Of(_scope)],
            [HookName.Bridge] = [.. BridgeIntent.Of(_scope)],
        };
        _domain = new()
        {
            [HookName.Raw] = [.. Domain.Raw(_scope)],
            [HookName.Input] = [.. Domain.Input(_scope)],
            [HookName.Forward] = [.. Domain.Forward(_scope, bridgesToo)],
            [HookName.Output] = [.. Domain.Output(_scope)],
            [HookName.Bridge] = [.. Domain.Bridge(_scope)],
        };
        _translations = family == Family.IPv6 ? [.. TranslationIntent.Of(_scope)] : [];
        var regions = _intent.Values.SelectMany(a => a).Select(a => a.Packets)
            .Concat(_domain.Values.SelectMany(d => d))
            .Concat(_translations.Select(t => t.Packets))
            .Concat(_ruleset.Regions)
            .Append(Region.Everything.With(Field.InInterface, Arriving))
            .Append(Untranslated)
            .Append(Translated);
        _space = new Space(family, regions.SelectMany(r => r.Fields).Select(f => (f.Key, f.Value)));
        _text = new PacketText(network, _space, interfaces);
    }

    private static Region Untranslated { get; } = Region.Everything.With(Field.Translated, 0);

    private static Region Translated { get; } = Region.Everything.With(Field.Translated, 1);

    /// <summary>All differences, one for each set of packets; empty when the theorem holds.</summary>
    public static List<Difference> Differences(Network network, Host host, JsonElement listing, bool bridgesToo) =>
        [.. Enum.GetValues<Family>().SelectMany(family => new Proof(network, host, listing, family, bridgesToo).Differences())];

    private IEnumerable<Difference> Differences()
    {
        var raw = new Evaluator(_ruleset, _space, true).Run(Packets(HookName.Raw, false), "prerouting", "filter", IpFamilies);
        var found = Compare(HookName.Raw, raw, false).ToList();
        found.AddRange(CompareTranslations());
        foreach (var translated in new[] { false, true })
        {
            var evaluator = new Evaluator(_ruleset, _space, !translated);
            var arrived = raw.Accepted.Select(b => AfterTranslation(b, translated)).ToList();
            found.AddRange(Compare(HookName.Input, evaluator.Run(_space.Intersect(Packets(HookName.Input, translated), arrived), "input", "filter", IpFamilies), translated));
            found.AddRange(Compare(HookName.Forward, evaluator.Run(_space.Intersect(Packets(HookName.Forward, translated), arrived), "forward", "filter", IpFamilies), translated));
            found.AddRange(Compare(HookName.Output, evaluator.Run(Packets(HookName.Output, translated), "output", "filter", IpFamilies), translated));
        }
        if (!_bridgesToo)
            found.AddRange(Compare(HookName.Bridge, new Evaluator(_ruleset, _space, true).Run(Packets(HookName.Bridge, false), "forward", "filter", "bridge"), false));
        return found;
    }

    private ValueSet Arriving => _scope.Interfaces.Routed.Except(_scope.Interfaces.Loopback);

    private string[] IpFamilies => _scope.Family == Family.IPv4 ? ["inet", "ip"] : ["inet", "ip6"];

    private List<Box> Packets(HookName hook, bool translated) =>
        _space.BoxesOf(_domain[hook].Select(r => r.And(translated ? Translated : Untranslated)), !translated);

    // What the first hook knew of a packet that was translated behind it: where it came from, and the port that it called.
    private Box AfterTranslation(Box box, bool translated) => translated
        ? _space.Forget(_space.Move(_space.Forget(box, Field.CalledPort), Field.Port, Field.CalledPort), Field.Destination, Field.Translated)
        : box;

    private IEnumerable<Difference> Compare(HookName hook, Outcome outcome, bool translated)
    {
        List<Box> Boxes(IEnumerable<Allowance> allowances) =>
            [.. allowances.Select(a => _space.BoxOf(a.Packets, !translated, a.Because)).OfType<Box>()];
        var (certain, conditional) = (Boxes(_intent[hook].Where(a => !a.IsConditional)), Boxes(_intent[hook].Where(a => a.IsConditional)));
        foreach (var box in _space.Subtract(outcome.Accepted, certain.Concat(conditional)))
            yield return Found(DifferenceKind.Open, hook, box);
        foreach (var box in _space.Intersect(certain, outcome.Dropped))
            yield return Found(DifferenceKind.Closed, hook, box);
        var packets = outcome.Accepted.Concat(outcome.Dropped).ToList();
        var limited = _space.Subtract(_space.Intersect(conditional, packets), certain);
        foreach (var box in _space.Subtract(limited, outcome.Accepted))
            yield return Found(DifferenceKind.Closed, hook, box);
        foreach (var box in _space.Subtract(limited, outcome.Dropped))
            yield return Found(DifferenceKind.Unlimited, hook, box);
    }

    private IEnumerable<Difference> CompareTranslations()
    {
        // What the host sends to itself was translated when it was sent.
        var packets = _space.BoxesOf(_domain[HookName.Raw].Select(r => r.And(Untranslated).With(Field.InInterface, Arriving)), true);
        var done = new Evaluator(_ruleset, _space, true).Run(packets, "prerouting", "nat", IpFamilies).Translated
            .Select(t => (t.Box, Target: $"{t.Target.Address}:{t.Target.Port}")).ToList();
        var wanted = _translations.Select(t => (Box: _space.BoxOf(t.Packets.And(Untranslated), true, t.Because)!.Value, Target: $"{t.Address}:{t.Port}")).ToList();
        foreach (var (box, target) in done)
        {
            foreach (var difference in _space.Subtract([box], wanted.Where(w => w.Target == target).Select(w => w.Box)))
                yield return Found(DifferenceKind.Open, HookName.Translation, difference with { Because = $"dnat to {target}" });
        }
        foreach (var (box, target) in wanted)
        {
            foreach (var difference in _space.Subtract(_space.Intersect([box], packets), done.Where(d => d.Target == target).Select(d => d.Box)))
                yield return Found(DifferenceKind.Closed, HookName.Translation, difference);
        }
    }

    private Difference Found(DifferenceKind kind, HookName hook, Box box) => new(kind, hook, _scope.Family, _text.Of(box, hook), box.Because);
}
