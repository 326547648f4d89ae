namespace PodPlay.Model;

/// <summary>What the router runs, as far as podplay writes its configuration.</summary>
public enum RouterKind
{
    /// <summary>OpenWrt: <c>/etc/config/firewall</c>.</summary>
    OpenWrt,

    /// <summary>A Linux machine with nftables.</summary>
    Nftables,

    /// <summary>MikroTik RouterOS 7.</summary>
    Mikrotik,

    /// <summary>VyOS 1.4 or newer.</summary>
    Vyos,
}
