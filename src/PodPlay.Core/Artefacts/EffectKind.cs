namespace PodPlay.Artefacts;

/// <summary>What has to be done, in the order in which a host does it.</summary>
public enum EffectKind
{
    None,

    /// <summary>Modules of the kernel are loaded.</summary>
    Modules,

    /// <summary>Kernel settings are applied.</summary>
    Sysctl,

    /// <summary>The managed block of /etc/hosts is merged.</summary>
    Hosts,

    /// <summary>systemd reads its units again, and that is all: a volume, a job that starts at its time.</summary>
    Daemon,

    /// <summary>A network is made anew: podman cannot change one (5.4), and its services have to be stopped for it.</summary>
    Network,

    /// <summary>The ruleset is replaced in one transaction.</summary>
    Firewall,

    /// <summary>A unit of podplay's own is switched on and started again: a timer, a path, a target.</summary>
    Enable,

    /// <summary>A service reads its configuration again and loses no connection.</summary>
    Reload,

    /// <summary>A service is started again.</summary>
    Restart,

    /// <summary>All containers of the host are made anew: a setting of podman that counts when one is made.</summary>
    RestartAll,
}
