using System.Text;

namespace PodPlay.Prober;

/// <summary>What a probe sends and what may come back. It is a question of DNS, so that podman's resolver answers too.</summary>
internal static class Question
{
    private const string Mark = "podplay ";

    /// <summary>One question for the address of "probe", without recursion, since nobody else is to be waited for: number, flags, counts, name, type A, class IN.</summary>
    public static byte[] Datagram { get; } = [0x70, 0x70, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 5, (byte)'p', (byte)'r', (byte)'o', (byte)'b', (byte)'e', 0, 0, 1, 0, 1];

    /// <summary>Over TCP the length comes first.</summary>
    public static byte[] Segment { get; } = [0, (byte)Datagram.Length, .. Datagram];

    /// <summary>Our own listeners' answer: who they are and whom they see.</summary>
    public static byte[] Answer(string server, SocketAddress client) => Encoding.ASCII.GetBytes($"{Mark}{server} {client}\n");

    /// <summary>The server's name and the client that it saw; a resolver says neither.</summary>
    public static (string Server, string Client) Read(ReadOnlySpan<byte> answer)
    {
        var text = Encoding.ASCII.GetString(answer);
        return text.StartsWith(Mark, StringComparison.Ordinal) && text.TrimEnd().Split(' ') is [_, var server, var client]
            ? (server, client)
            : ("resolver", "-");
    }
}
