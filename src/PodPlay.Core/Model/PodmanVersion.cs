using System.Globalization;

namespace PodPlay.Model;

/// <summary>The podman of a host, as far as keys of unit files depend on it.</summary>
public readonly record struct PodmanVersion(int Major, int Minor) : IComparable<PodmanVersion>
{
    /// <summary>Debian 13's, for hosts that say nothing.</summary>
    public static PodmanVersion Default { get; } = new(5, 4);

    public static PodmanVersion Oldest { get; } = new(4, 4);

    public static PodmanVersion Newest { get; } = new(5, 8);

    public int CompareTo(PodmanVersion other) => (Major, Minor).CompareTo((other.Major, other.Minor));

    public static bool operator <(PodmanVersion a, PodmanVersion b) => a.CompareTo(b) < 0;

    public static bool operator >(PodmanVersion a, PodmanVersion b) => a.CompareTo(b) > 0;

    public static bool operator <=(PodmanVersion a, PodmanVersion b) => a.CompareTo(b) <= 0;

    public static bool operator >=(PodmanVersion a, PodmanVersion b) => a.CompareTo(b) >= 0;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}");
}
