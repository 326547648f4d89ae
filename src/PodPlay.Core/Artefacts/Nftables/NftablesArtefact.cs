using PodPlay.Model;

namespace PodPlay.Artefacts.Nftables;

/// <summary>
/// The firewall of each host, and a unit of its own that loads it: Debian's nftables.service begins with <c>flush ruleset</c>,
/// which takes every published port of podman with it.
/// </summary>
public sealed class NftablesArtefact : IArtefact
{
    public const string Unit = "podplay-firewall.service";

    public string Id => "nftables";

    public IEnumerable<PlannedFile> Plan(Network network)
    {
        foreach (var host in network.Hosts)
        {
            yield return new PlannedFile($"{host.Name}/etc/nftables.d/podplay.nft", "nftables/ruleset.sbn", NftablesView.Of(network, host)) { Effect = Effect.Of(EffectKind.Firewall, Unit) };
            yield return new PlannedFile($"{host.Name}/etc/systemd/system/{Unit}", "nftables/unit.sbn", UnitView()) { Effect = Effect.Of(EffectKind.Firewall, Unit) };
        }
    }

    private static View UnitView() => new() { { "header", Header.Lines("systemctl edit podplay-firewall.service") } };
}
