using System.Globalization;
using PodPlay.Model;

namespace PodPlay.Lab;

/// <summary>One cell: an attempt to open one connection.</summary>
internal sealed class Probe(Caller caller, Called called, Protocol protocol, int port)
{
    public Caller Caller { get; } = caller;

    public Called Called { get; } = called;

    public Protocol Protocol { get; } = protocol;

    public int Port { get; } = port;

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Caller} -> {Called} {Protocol.ToString().ToLowerInvariant()} {Port}");
}

/// <summary>Who answers, and whom they see.</summary>
/// <param name="Client">Null: whoever it may be.</param>
internal sealed record Answer(string Server, string? Client)
{
    public override string ToString() => Client is null ? Server : $"{Server}, which sees {Client}";
}
