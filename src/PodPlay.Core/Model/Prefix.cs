using System.Globalization;

namespace PodPlay.Model;

/// <summary>An address block in CIDR form; the base address has no host bits.</summary>
public readonly record struct Prefix(Address Base, int Length) : IComparable<Prefix>
{
    public Family Family => Base.Family;

    public Address First => Base;

    public Address Last => Base.Plus(HostMask(Base.Family, Length));

    /// <summary>The one address as a block.</summary>
    public static Prefix Of(Address address) => new(address, address.Bits);

    public static Prefix Containing(Address address, int length) =>
        new(address with { Value = address.Value & ~HostMask(address.Family, length) }, length);

    /// <summary><c>172.20.1.0/24</c>, or a bare address as a block of one; null for anything else. Host bits are kept out:
    /// compare with <paramref name="hasHostBits"/>.</summary>
    public static Prefix? Parse(string text, out bool hasHostBits)
    {
        hasHostBits = false;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (Address.Parse(slash < 0 ? text : text[..slash]) is not { } address)
            return null;
        if (slash < 0)
            return Of(address);
        var digits = text.AsSpan(slash + 1);
        // int.TryParse takes leading zeros, and NUL characters behind the number.
        if (digits is ['0', _, ..] || digits.ContainsAnyExceptInRange('0', '9') || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var length) || length > address.Bits)
            return null;
        var prefix = Containing(address, length);
        hasHostBits = prefix.Base != address;
        return prefix;
    }

    public static Prefix Parse(string text) =>
        Parse(text, out _) ?? throw new FormatException($"not an address block: {text}");

    public bool Contains(Address address) => address.Family == Family && address.CompareTo(First) >= 0 && address.CompareTo(Last) <= 0;

    // Blocks are aligned: two of them overlap only when one holds the other's first address.
    public bool Overlaps(Prefix other) => Contains(other.Base) || other.Contains(Base);

    public bool Covers(Prefix other) => Contains(other.First) && Contains(other.Last);

    public int CompareTo(Prefix other) => (Base, Length).CompareTo((other.Base, other.Length));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Base}/{Length}");

    private static UInt128 HostMask(Family family, int length)
    {
        var hostBits = (family == Family.IPv4 ? 32 : 128) - length;
        return hostBits >= 128 ? UInt128.MaxValue : (UInt128.One << hostBits) - 1;
    }
}
