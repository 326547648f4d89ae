namespace PodPlay.Testing.Tools;

/// <summary>The releases whose tools judge the generated files; each is a root that scripts/setup makes.</summary>
public enum Debian
{
    /// <summary>Debian 12: nft 1.0.6, HAProxy 2.6, Apache 2.4, systemd 252.</summary>
    Bookworm,

    /// <summary>Debian 13: podman 5.4.2, nft 1.1.3, HAProxy 3.0, Apache 2.4, systemd 257.</summary>
    Trixie,

    /// <summary>Debian testing, for hosts whose podman is newer than Debian 13's: 5.6 or newer.</summary>
    Forky,

    /// <summary>Debian 13 from which hosts are installed: ansible-core 2.19, ansible-lint, ssh.</summary>
    Ansible,
}
