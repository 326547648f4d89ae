namespace PodPlay.Model;

/// <summary>IP version.</summary>
public enum Family
{
    IPv4 = 4,
    IPv6 = 6,
}
