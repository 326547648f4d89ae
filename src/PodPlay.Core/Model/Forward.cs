namespace PodPlay.Model;

/// <summary>What an IPv4 router translates: calls of its own address, to a host.</summary>
/// <param name="Outside">The ports that clients call.</param>
/// <param name="Inside">The ports of the host: the same ones, or one port for one port.</param>
/// <param name="NeedsHairpin">Whether clients on the LAN come this way, too.</param>
public sealed record Forward(Service Service, Port Port, Protocol Protocol, PortRange Outside, Address Host, PortRange Inside, bool NeedsHairpin);
