using System.Net;
using System.Runtime.InteropServices;

namespace PodPlay.Prober;

/// <summary>The kernel's <c>sockaddr_in</c> or <c>sockaddr_in6</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct SocketAddress
{
    public const int Size = 28;
    private fixed byte _bytes[Size];

    /// <param name="text">An address; a link-local one with its interface, <c>fe80::1%eth0</c>, of the namespace that we are in.</param>
    public static SocketAddress Of(string text, int port)
    {
        var scope = text.IndexOf('%', StringComparison.Ordinal);
        var ip = IPAddress.Parse(scope < 0 ? text : text[..scope]).GetAddressBytes();
        var address = default(SocketAddress);
        address._bytes[0] = (byte)(ip.Length == 4 ? Libc.IPv4 : Libc.IPv6);
        address._bytes[2] = (byte)(port >> 8);
        address._bytes[3] = (byte)port;
        ip.AsSpan().CopyTo(new Span<byte>(address._bytes + (ip.Length == 4 ? 4 : 8), ip.Length));
        if (scope >= 0)
            *(uint*)(address._bytes + 24) = Libc.if_nametoindex(text[(scope + 1)..]);
        return address;
    }

    public readonly int Family => _bytes[0];

    public readonly int Length => Family == Libc.IPv4 ? 16 : Size;

    /// <summary>The address alone, without port and scope.</summary>
    public override readonly string ToString()
    {
        fixed (byte* bytes = _bytes)
            return new IPAddress(new ReadOnlySpan<byte>(bytes + (Family == Libc.IPv4 ? 4 : 8), Family == Libc.IPv4 ? 4 : 16)).ToString();
    }
}
