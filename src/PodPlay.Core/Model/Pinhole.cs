namespace PodPlay.Model;

/// <summary>What an IPv6 router lets through untranslated: calls of a host's own address.</summary>
/// <param name="Ports">The ports that clients call. Where the host publishes others, it translates by itself.</param>
public sealed record Pinhole(Service Service, Port Port, Protocol Protocol, PortRange Ports, Address Host);
