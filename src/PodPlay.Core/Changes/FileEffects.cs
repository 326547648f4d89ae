using System.Collections.Immutable;
using PodPlay.Artefacts;
using PodPlay.Artefacts.Nftables;
using PodPlay.Artefacts.Quadlet;

namespace PodPlay.Changes;

/// <summary>Who notices that a file which is no unit of podman or systemd has changed: what its artefact says, as HOST.apply.sh does it.</summary>
/// <param name="containers">Those that run all the time after the change.</param>
internal sealed class FileEffects(ImmutableArray<Unit> containers, UnitActions actions)
{
    public void Add(ChangedFile file)
    {
        switch (file.Effect.Kind)
        {
            // Loading replaces the tables in one transaction; a restart would leave the host without them for a moment.
            case EffectKind.Firewall:
                actions.Add(NftablesArtefact.Unit, file.IsNew ? UnitAction.Start : file.IsGone ? UnitAction.Stop : UnitAction.Reload, null, file.Path);
                break;
            case EffectKind.Sysctl when !file.IsGone:
                actions.Add("systemd-sysctl.service", UnitAction.Restart, null, file.Path);
                break;
            case EffectKind.Modules when !file.IsGone:
                actions.Add("systemd-modules-load.service", UnitAction.Restart, null, file.Path);
                break;
            case EffectKind.RestartAll:
                Running(file, UnitAction.Restart, _ => true);
                break;
            case EffectKind.Restart or EffectKind.Reload:
                Running(file, file.Effect.Kind == EffectKind.Reload ? UnitAction.Reload : UnitAction.Restart, u => file.Effect.Units.Contains(u.ServiceName()));
                break;
        }
    }

    private void Running(ChangedFile file, UnitAction action, Func<Unit, bool> isMeant)
    {
        foreach (var unit in containers.Where(isMeant))
            actions.Add(unit.ServiceName(), action, unit.User(), file.Path);
    }
}
