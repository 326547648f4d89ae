using System.Buffers.Binary;

namespace PodPlay.Prober;

/// <summary>Network namespaces: a socket stays in the one in which it was made, whoever uses it afterwards.</summary>
internal static class NetworkNamespace
{
    private static string? Current { get; set; }

    /// <param name="name">As of <c>ip netns</c>, or a path (<c>/proc/1234/ns/net</c>: a booted host by its leader).</param>
    public static void Enter(string name)
    {
        if (name == Current)
            return;
        var fd = Libc.Check(Libc.open(name.StartsWith('/') ? name : $"/run/netns/{name}", Libc.CloseOnExec), $"open {name}");
        Libc.Check(Libc.setns(fd, Libc.NewNetwork), $"setns {name}");
        _ = Libc.close(fd);
        Current = name;
    }

    /// <summary>Forgets all connections: they outlive a change of the ruleset, and what was open once would stay open.</summary>
    public static void ForgetConnections(string name)
    {
        const int NetlinkOfNetfilter = 12, RequestAndAck = 5, DeleteConnections = (1 << 8) | 2;
        Enter(name);
        var fd = Libc.Check(Libc.socket(Libc.Netlink, Libc.Raw | Libc.CloseOnExec, NetlinkOfNetfilter), "netlink");
        Span<byte> message = stackalloc byte[64];
        message.Clear();
        BinaryPrimitives.WriteInt32LittleEndian(message, 20);
        BinaryPrimitives.WriteInt16LittleEndian(message[4..], DeleteConnections);
        BinaryPrimitives.WriteInt16LittleEndian(message[6..], RequestAndAck);
        Libc.Check((int)Libc.send(fd, message, 20, 0), "netlink send");
        Libc.Check((int)Libc.recv(fd, message, message.Length, 0), "netlink receive");
        _ = Libc.close(fd);
        var error = BinaryPrimitives.ReadInt32LittleEndian(message[16..]);
        if (error != 0)
            throw new InvalidOperationException($"{name}: connections are not forgotten: error {error}");
    }
}
