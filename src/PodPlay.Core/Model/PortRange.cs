using System.Globalization;

namespace PodPlay.Model;

/// <summary>One port, or several that follow each other; both ends included, 1 to 65535.</summary>
public readonly record struct PortRange(int First, int Last) : IComparable<PortRange>
{
    public PortRange(int port) : this(port, port)
    {
    }

    public int Count => Last - First + 1;

    public bool IsSingle => First == Last;

    public bool Contains(int port) => port >= First && port <= Last;

    public bool Overlaps(PortRange other) => First <= other.Last && other.First <= Last;

    public int CompareTo(PortRange other) => (First, Last).CompareTo((other.First, other.Last));

    /// <summary><c>80</c> or <c>6000-6010</c>: the spelling of podman, nftables and the spec alike.</summary>
    public override string ToString() => IsSingle
        ? First.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{First}-{Last}");
}
