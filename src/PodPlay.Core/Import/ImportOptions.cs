using System.Collections.Immutable;
using PodPlay.Model;

namespace PodPlay.Import;

/// <summary>What the files of other tools do not say.</summary>
/// <param name="Host">The host's name.</param>
/// <param name="Address">Its own address on the LAN, IPv4.</param>
/// <param name="Profiles">Of compose: services with one of these come along.</param>
public sealed record ImportOptions(string Host, Address Address, ImmutableArray<string> Profiles)
{
    public const string DefaultHost = "main";

    /// <summary>As in the spec that <c>podplay init</c> writes.</summary>
    public static Address DefaultAddress { get; } = Address.Parse("192.168.1.100")!.Value;

    /// <summary>The /24 around it, and its first address for the router: right in most homes.</summary>
    internal Prefix Lan => Prefix.Containing(Address, 24);
}
