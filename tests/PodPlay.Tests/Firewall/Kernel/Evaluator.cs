using PodPlay.Firewall.Packets;

namespace PodPlay.Firewall.Kernel;

/// <summary>Runs all packets of a space through a ruleset at once: every rule splits boxes into those it takes and those it leaves.</summary>
/// <param name="calledIsPort">For packets that were not translated.</param>
internal sealed class Evaluator(KernelRuleset ruleset, Space space, bool calledIsPort)
{
    private readonly Dictionary<Step, (Box? Applies, List<Box> Regions)> _matches = new(ReferenceEqualityComparer.Instance);

    /// <summary>All base chains of a hook: what one accepts meets the next one, what one drops is gone.</summary>
    public Outcome Run(IEnumerable<Box> packets, string hook, string type, params string[] families)
    {
        var outcome = new Outcome { Accepted = [.. packets] };
        foreach (var chain in ruleset.On(hook, type, families))
        {
            var current = outcome.Accepted;
            outcome.Accepted = [];
            var left = RunChain(chain, current, outcome);
            if (chain.DropsByPolicy)
                outcome.Dropped.AddRange(left);
            else
                outcome.Accepted.AddRange(left.Select(b => b.Because is null ? b with { Because = $"policy of {chain.Name}" } : b));
        }
        return outcome;
    }

    /// <returns>Those that come back to the chain that called this one.</returns>
    private List<Box> RunChain(KernelChain chain, List<Box> packets, Outcome outcome)
    {
        var current = packets;
        var returned = new List<Box>();
        foreach (var rule in chain.Rules.Where(r => r.Decides))
        {
            if (current.Count == 0)
                break;
            var left = new List<Box>();
            RunRule(chain, rule, current, left, returned, outcome);
            current = left;
        }
        returned.AddRange(current);
        return returned;
    }

    private void RunRule(KernelChain chain, KernelRule rule, List<Box> packets, List<Box> left, List<Box> returned, Outcome outcome)
    {
        var taken = packets;
        foreach (var step in rule.Steps)
        {
            if (taken.Count == 0)
                return;
            switch (step)
            {
                case Step.Match match:
                    taken = Split(match, taken, left);
                    break;
                case Step.Undecided:
                    left.AddRange(taken);
                    break;
                case Step.Choose choose:
                    taken = RunCases(chain, rule, choose, taken, left, returned, outcome);
                    break;
                case Step.Translate translate:
                    outcome.Translated.AddRange(taken.Select(b => (b, translate)));
                    return;
                case Step.Go go:
                    Follow(chain, rule, go.Verdict, taken, left, returned, outcome);
                    return;
            }
        }
        left.AddRange(taken);
    }

    private List<Box> RunCases(KernelChain chain, KernelRule rule, Step.Choose choose, List<Box> packets, List<Box> left, List<Box> returned, Outcome outcome)
    {
        var rest = new List<Box>();
        var match = Prepared(choose, choose.Applies, choose.Cases.Select(c => c.Key));
        var inside = Inside(packets, match.Applies, rest);
        for (var i = 0; i < choose.Cases.Length; i++)
        {
            if (space.BoxOf(choose.Cases[i].Key, calledIsPort) is not { } key)
                continue;
            var (taken, others) = Cut(inside, [key]);
            inside = others;
            if (taken.Count > 0)
                Follow(chain, rule, choose.Cases[i].Verdict, taken, left, returned, outcome);
        }
        left.AddRange(rest);
        return inside;
    }

    private void Follow(KernelChain chain, KernelRule rule, Verdict verdict, List<Box> packets, List<Box> left, List<Box> returned, Outcome outcome)
    {
        switch (verdict.Kind)
        {
            case VerdictKind.Accept:
                outcome.Accepted.AddRange(packets.Select(b => b with { Because = rule.Comment ?? $"a rule of {chain.Name}" }));
                break;
            case VerdictKind.Drop:
                outcome.Dropped.AddRange(packets.Select(b => b with { Because = $"a rule of {chain.Name}" }));
                break;
            case VerdictKind.Jump:
                left.AddRange(RunChain(ruleset.Target(chain, verdict.Target!), packets, outcome));
                break;
            case VerdictKind.Goto:
                // Its end is not ours: a packet that falls off there comes back to whoever called this chain.
                returned.AddRange(RunChain(ruleset.Target(chain, verdict.Target!), packets, outcome));
                break;
            case VerdictKind.Return:
                returned.AddRange(packets);
                break;
            default:
                left.AddRange(packets);
                break;
        }
    }

    private List<Box> Split(Step.Match match, List<Box> packets, List<Box> left)
    {
        var (applies, regions) = Prepared(match, match.Applies, match.AnyOf);
        var inside = Inside(packets, applies, left);
        var (taken, others) = Cut(inside, regions);
        left.AddRange(match.IsNegated ? taken : others);
        return match.IsNegated ? others : taken;
    }

    private (Box? Applies, List<Box> Regions) Prepared(Step step, Region applies, IEnumerable<Region> regions)
    {
        if (!_matches.TryGetValue(step, out var prepared))
            _matches[step] = prepared = (space.BoxOf(applies, calledIsPort), space.BoxesOf(regions, calledIsPort));
        return prepared;
    }

    private List<Box> Inside(List<Box> packets, Box? region, List<Box> left)
    {
        if (region is not { } box)
        {
            left.AddRange(packets);
            return [];
        }
        var (inside, others) = Cut(packets, [box]);
        left.AddRange(others);
        return inside;
    }

    private (List<Box> Inside, List<Box> Others) Cut(List<Box> packets, List<Box> regions)
    {
        var inside = new List<Box>();
        var others = packets;
        foreach (var region in regions)
        {
            var next = new List<Box>(others.Count);
            foreach (var packet in others)
            {
                if (space.Intersect(packet, region) is not { } common)
                {
                    next.Add(packet);
                    continue;
                }
                inside.Add(common);
                space.Subtract(packet, region, next);
            }
            others = next;
        }
        return (inside, others);
    }
}
