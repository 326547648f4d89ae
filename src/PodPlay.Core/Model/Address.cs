using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace PodPlay.Model;

/// <summary>An IP address as a number, so that it can be counted on and compared; no scope, no mapped form.</summary>
/// <param name="Value">The address, big end first: 32 bits of it used by IPv4.</param>
public readonly record struct Address(Family Family, UInt128 Value) : IComparable<Address>
{
    public int Bits => Family == Family.IPv4 ? 32 : 128;

    /// <summary>Dotted IPv4 or IPv6 text; null for anything else (a name, a prefix, <c>1.2.3</c>, a scope).</summary>
    public static Address? Parse(string text)
    {
        // IPAddress.Parse takes "1", "0x7f.1", "1.2.3" and "[::1]" as well: only the plain spellings are wanted.
        if (text.Contains('%') || text.Contains('[') || !IPAddress.TryParse(text, out var ip))
            return null;
        if (ip.AddressFamily == AddressFamily.InterNetwork)
            return IsDotted(text) ? new Address(Family.IPv4, BinaryPrimitives.ReadUInt32BigEndian(ip.GetAddressBytes())) : null;
        // Behind a dot of an IPv6 address it takes any character at all (found by a test that compares it with the schema).
        if (text.Contains('.') && !IsDotted(text[(text.LastIndexOf(':') + 1)..]))
            return null;
        return new Address(Family.IPv6, BinaryPrimitives.ReadUInt128BigEndian(ip.GetAddressBytes()));
    }

    private static bool IsDotted(string text) => text.Split('.') is { Length: 4 } parts
        && parts.All(p => p.Length is > 0 and <= 3 && p.All(char.IsAsciiDigit) && (p.Length == 1 || p[0] != '0'));

    public Address Plus(UInt128 offset) => this with { Value = Value + offset };

    public int CompareTo(Address other) => (Family, Value).CompareTo((other.Family, other.Value));

    public override string ToString()
    {
        if (Family == Family.IPv4)
        {
            return string.Create(CultureInfo.InvariantCulture,
                $"{(byte)(Value >> 24)}.{(byte)(Value >> 16)}.{(byte)(Value >> 8)}.{(byte)Value}");
        }
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, Value);
        return new IPAddress(bytes).ToString();
    }

    /// <summary>fc00::/7 (RFC 4193): not routed on the internet.</summary>
    public bool IsUniqueLocal => Family == Family.IPv6 && Value >> 121 == 0x7e;

    /// <summary>The lower half of an IPv6 address: what a host keeps when the prefix changes.</summary>
    public Address InterfaceIdentifier => this with { Value = Value & ulong.MaxValue };

    /// <summary>As it stands before a port: IPv6 in brackets.</summary>
    public string Bracketed => Family == Family.IPv4 ? ToString() : $"[{ToString()}]";
}
