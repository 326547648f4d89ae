using PodPlay.Firewall.Mutants;

namespace PodPlay.Packets;

/// <summary>The faults of oracle b's list that packets are tried on as well. Those of the small rulesets all, of the large one some of each kind.</summary>
internal static class PacketMutants
{
    private const string Main = "seed/main";

    private static readonly (string Group, string Fault)[] OfMain =
    [
        .. new[]
        {
            "established forgotten", "zones judged as if they were outside", "ssh for everybody", "ssh for the router too", "ssh over IPv6 forgotten", "LAN without its IPv6 prefix",
            "resolver of a foreign zone", "resolver for one zone only", "resolver by TCP only", "zone calls any address of the host", "host service for the wrong zone", "host port off by one",
            "podman's resolver by way of a public DNS port", "neighbour discovery forgotten",
        }.Select(f => ("To the host", f)),
        .. new[]
        {
            "policy accept and no refusal at the end", "everything from outside let through", "everything outward let through", "bridge forgotten in the set", "established forgotten",
            "neighbour discovery forgotten (br_netfilter)", "published without translation", "every translated packet accepted", "containers of two published ports swapped",
            "published in one family only", "published port missing", "LAN's ports for everybody", "a source's ports for the LAN", "two zones swapped", "zone forgotten",
            "flow in one family only", "flow of the wrong protocol", "port off by one", "flow without its port", "flow for a whole zone", "services of two chains swapped",
            "replica forgotten", "zone to zone falls through into egress, which takes private space", "egress of the wrong zone", "egress before private space is refused", "egress reaches the LAN",
            "egress refusal accepts",
        }.Select(f => ("Through the host", f)),
        .. new[]
        {
            "bridge table forgotten", "undeclared traffic accepted", "zone forgotten", "IPv6 forgotten", "neighbour discovery forgotten", "every TCP packet passes",
            "open connections stopped, new ones pass", "open connections forgotten", "flow without its callee", "flow in the wrong direction", "flow in one family only",
        }.Select(f => ("Inside one bridge", f)),
        .. new[]
        {
            "loopback guard forgotten", "router's port to the wrong container", "router's port forgotten", "container users reach the zones", "container users reach the zones over IPv6",
        }.Select(f => ("Elsewhere", f)),
    ];

    private static readonly Dictionary<Mutant, string> Groups = MutantGroups.All.SelectMany(g => g.Mutants.Select(m => (g.Name, m))).ToDictionary(p => p.m, p => p.Name);

    /// <summary>What no packet of the lab shows, with the reason.</summary>
    public static IReadOnlyDictionary<Mutant, string> Unseen { get; } = new Dictionary<Mutant, string>
    {
        [Named("Elsewhere", "loopback guard forgotten")] = "the chain behind it refuses these packets as well",
        [Named("Through the host", "range of ports one too long")] = "podman translates port by port, and none to that one",
        [Named("Through the host", "limits for the LAN too")] = "one packet of each kind keeps within any limit",
    };

    /// <summary>Whether packets are tried on it.</summary>
    public static bool IsTried(Mutant mutant) =>
        mutant.Unseen is null && (mutant.Ruleset == Main ? OfMain.Contains((Groups[mutant], mutant.Fault)) : !mutant.Ruleset.StartsWith("wide/", StringComparison.Ordinal));

    public static bool NeedsBridgeFilter(Mutant mutant) => mutant.Fault.EndsWith("(br_netfilter)", StringComparison.Ordinal);

    private static Mutant Named(string group, string fault) => Groups.Single(g => g.Value == group && g.Key.Fault == fault).Key;
}
