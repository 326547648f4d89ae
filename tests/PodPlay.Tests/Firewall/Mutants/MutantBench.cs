using PodPlay.Model;

namespace PodPlay.Firewall.Mutants;

/// <summary>The rulesets that mutants are made of, by name: a sample and a host.</summary>
internal sealed class MutantBench
{
    private readonly Dictionary<string, (Network Network, Host Host, string Text)> _rulesets = new(StringComparer.Ordinal);

    public MutantBench()
    {
        foreach (var name in new[] { "seed", "ipv4-only", "rootless" })
            Add(name, Bench.Sample(name));
        Add("wide", Bench.Wide());
    }

    public (Network Network, Host Host, string Text) this[string ruleset] => _rulesets[ruleset];

    private void Add(string name, Network network)
    {
        foreach (var (host, text) in network.Hosts.Zip(Bench.RulesetsOf(network)))
            _rulesets[$"{name}/{host.Name}"] = (network, host, text);
    }
}
