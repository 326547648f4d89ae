namespace PodPlay.Firewall.Packets;

/// <summary>What a ruleset can ask of a packet; one packet has one value of each, a whole number.</summary>
internal enum Field
{
    /// <summary>Index in <see cref="Interfaces"/>.</summary>
    InInterface,
    OutInterface,
    Source,
    Destination,
    Protocol,

    /// <summary>Ports are 0 where the protocol has none.</summary>
    SourcePort,
    Port,

    /// <summary>The destination port before any translation (<c>ct original proto-dst</c>).</summary>
    CalledPort,

    /// <summary>1 when the destination was translated (<c>ct status dnat</c>).</summary>
    Translated,

    /// <summary>The bit of <c>ct state</c>: <see cref="PacketState"/>.</summary>
    State,

    /// <summary>The eight flags of TCP; 0 for other protocols.</summary>
    Flags,

    /// <summary>0 for other protocols than ICMP.</summary>
    IcmpType,

    HopLimit,

    /// <summary>1 for a fragment that is not the first one: it has no ports.</summary>
    Fragment,

    /// <summary>The user whose process sent it; <see cref="Universe.Nobody"/> when there is none.</summary>
    User,
}
