using PodPlay.Model;

namespace PodPlay.Artefacts.Quadlet;

/// <summary>Podman's unit files, and the targets and timers of systemd that go with them.</summary>
public sealed class QuadletArtefact : IArtefact
{
    public string Id => "quadlet";

    public IEnumerable<PlannedFile> Plan(Network network) =>
        QuadletUnits.Of(network).Select(unit => new PlannedFile(unit.FilePath, $"quadlet/{unit.Kind}.sbn", UnitView.Of(unit)) { Effect = UnitEffect.Of(unit) });
}
