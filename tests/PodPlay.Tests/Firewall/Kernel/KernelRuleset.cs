using System.Collections.Immutable;
using PodPlay.Firewall.Packets;

namespace PodPlay.Firewall.Kernel;

/// <summary>All chains of a namespace, read for packets of one family.</summary>
internal sealed class KernelRuleset(ImmutableArray<KernelChain> chains)
{
    private readonly Dictionary<(string Family, string Table, string Name), KernelChain> _byName =
        chains.ToDictionary(c => (c.Family, c.Table, c.Name));

    public ImmutableArray<KernelChain> Chains => chains;

    /// <summary>Those on a hook, in the order in which a packet meets them.</summary>
    public IEnumerable<KernelChain> On(string hook, string type, params string[] families) =>
        chains.Where(c => c.Hook == hook && c.Type == type && families.Contains(c.Family)).OrderBy(c => c.Priority);

    /// <summary>Everything that a rule asks about.</summary>
    public IEnumerable<Region> Regions => chains.SelectMany(c => c.Rules).SelectMany(r => r.Steps).SelectMany(step => step switch
    {
        Step.Match match => match.AnyOf.Append(match.Applies),
        Step.Choose choose => choose.Cases.Select(c => c.Key).Append(choose.Applies),
        _ => [],
    });

    public KernelChain Target(KernelChain from, string name) => _byName[(from.Family, from.Table, name)];
}
