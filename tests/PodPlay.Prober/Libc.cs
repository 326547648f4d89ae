using System.Runtime.InteropServices;

namespace PodPlay.Prober;

/// <summary>
/// The system calls of the prober. .NET's own sockets would do for a hundred connections; for fifty thousand at once, from many
/// namespaces and users, they are threads and buffers that nobody wants.
/// </summary>
internal static partial class Libc
{
    public const int IPv4 = 2;
    public const int IPv6 = 10;
    public const int Netlink = 16;
    public const int Stream = 1;
    public const int Datagram = 2;
    public const int Raw = 3;
    public const int NonBlocking = 0x800;
    public const int CloseOnExec = 0x80000;
    public const int NewNetwork = 0x40000000;
    public const uint In = 1;
    public const uint Out = 4;
    public const int Add = 1;
    public const int Modify = 3;
    public const int InProgress = 115;
    public const int NoSignal = 0x4000;
    public const int ShutWrite = 1;
    private const int OpenFiles = 7;

    [LibraryImport("libc", SetLastError = true)]
    public static partial int socket(int family, int type, int protocol);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int bind(int fd, in SocketAddress address, int length);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int connect(int fd, in SocketAddress address, int length);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int listen(int fd, int backlog);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int accept4(int fd, out SocketAddress address, ref int length, int flags);

    [LibraryImport("libc", SetLastError = true)]
    public static partial nint send(int fd, ReadOnlySpan<byte> data, nint length, int flags);

    [LibraryImport("libc", SetLastError = true)]
    public static partial nint sendto(int fd, ReadOnlySpan<byte> data, nint length, int flags, in SocketAddress address, int addressLength);

    [LibraryImport("libc", SetLastError = true)]
    public static partial nint recvfrom(int fd, Span<byte> data, nint length, int flags, out SocketAddress address, ref int addressLength);

    [LibraryImport("libc", SetLastError = true)]
    public static partial nint recv(int fd, Span<byte> data, nint length, int flags);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int setsockopt(int fd, int level, int option, in int value, int length);

    [LibraryImport("libc")]
    public static partial int shutdown(int fd, int how);

    [LibraryImport("libc")]
    public static partial int close(int fd);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int open(string path, int flags);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int setns(int fd, int kind);

    [LibraryImport("libc")]
    public static partial int setfsuid(int user);

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    public static partial uint if_nametoindex(string name);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int epoll_create1(int flags);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int epoll_ctl(int epoll, int operation, int fd, in PollEvent wanted);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int epoll_wait(int epoll, Span<PollEvent> events, int count, int milliseconds);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int getrlimit(int resource, out Limit limit);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int setrlimit(int resource, in Limit limit);

    /// <summary>As many as this process may have.</summary>
    public static void AllowOpenFiles()
    {
        Check(getrlimit(OpenFiles, out var limit), "getrlimit");
        Check(setrlimit(OpenFiles, limit with { Soft = limit.Hard }), "setrlimit");
    }

    public static int Check(int result, string call) =>
        result >= 0 ? result : throw new InvalidOperationException($"{call}: {Marshal.GetLastPInvokeErrorMessage()}");

    /// <summary>The kernel's <c>epoll_event</c>, packed on x86.</summary>
    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    public struct PollEvent
    {
        public uint Events;
        public ulong Data;
    }

    private readonly record struct Limit(ulong Soft, ulong Hard);
}
