namespace PodPlay.Model;

/// <summary>Transport protocol, in the order in which artefacts list it.</summary>
public enum Protocol
{
    Tcp,
    Udp,
}

public static class ProtocolNames
{
    /// <summary><c>tcp</c> or <c>udp</c>: alike in Quadlet, nftables, HAProxy and the spec.</summary>
    public static string Word(this Protocol protocol) => protocol == Protocol.Tcp ? "tcp" : "udp";
}
