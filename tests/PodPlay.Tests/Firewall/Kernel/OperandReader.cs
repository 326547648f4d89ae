using System.Text.Json;
using PodPlay.Firewall.Packets;
using PodPlay.Model;

namespace PodPlay.Firewall.Kernel;

/// <summary>Left sides of matches, in the words of libnftables-json(5).</summary>
internal sealed class OperandReader(Family family, Interfaces interfaces)
{
    private static readonly Region Whole = Region.Everything.With(Field.Fragment, 0);

    private readonly ValueReader _values = new(family, interfaces);

    /// <summary>Null: not modelled.</summary>
    /// <param name="neverApplies">Packets of this family have no such field.</param>
    public Operand? Read(JsonElement left, out bool neverApplies)
    {
        neverApplies = false;
        var (kind, body) = ValueReader.Only(left);
        switch (kind)
        {
            case "meta":
                return Meta(body.GetProperty("key").GetString());
            case "payload":
                return Payload(body, out neverApplies);
            case "ct":
                return Connection(body.GetProperty("key").GetString(), body.TryGetProperty("dir", out var dir) ? dir.GetString() : null);
            default:
                return null;
        }
    }

    private Operand? Meta(string? key) => key switch
    {
        "iifname" => new(Field.InInterface, Region.Everything, _values.Interface),
        "oifname" => new(Field.OutInterface, Region.Everything, _values.Interface),
        "l4proto" => new(Field.Protocol, Region.Everything, _values.Number),
        // A packet without a socket has no user: the match fails, whatever it compares with.
        "skuid" => new(Field.User, Region.Everything.With(Field.User, ValueSet.Range(0, Universe.Nobody - 1)), _values.Number),
        _ => null,
    };

    private Operand? Payload(JsonElement body, out bool neverApplies)
    {
        neverApplies = false;
        // Raw bytes ({"base": .., "offset": ..}) are not modelled.
        if (!body.TryGetProperty("protocol", out var protocol))
            return null;
        var field = body.GetProperty("field").GetString();
        switch (protocol.GetString(), field)
        {
            case ("ip" or "ip6", "saddr" or "daddr"):
                neverApplies = IsOther(protocol);
                return new(field == "saddr" ? Field.Source : Field.Destination, Region.Everything, _values.Address);
            case ("ip", "protocol"):
                neverApplies = IsOther(protocol);
                return new(Field.Protocol, Region.Everything, _values.Number);
            case ("ip", "ttl") or ("ip6", "hoplimit"):
                neverApplies = IsOther(protocol);
                return new(Field.HopLimit, Region.Everything, _values.Number);
            case ("tcp" or "udp" or "th", "dport" or "sport"):
                return new(field == "dport" ? Field.Port : Field.SourcePort, Transport(protocol.GetString()), _values.Number);
            case ("tcp", "flags"):
                return new(Field.Flags, Transport("tcp"), _values.Number);
            case ("icmp", "type"):
                neverApplies = family != Family.IPv4;
                return new(Field.IcmpType, Whole.With(Field.Protocol, Universe.Icmp), _values.Number);
            case ("icmpv6", "type"):
                neverApplies = family != Family.IPv6;
                return new(Field.IcmpType, Whole.With(Field.Protocol, Universe.Icmp6), _values.Number);
            case ("ether", "type"):
                // The packets judged here are IP; the number is printed with its bytes swapped.
                neverApplies = true;
                return new(Field.Protocol, Region.Everything, _values.Number);
            default:
                return null;
        }
    }

    private Operand? Connection(string? key, string? direction) => (key, direction) switch
    {
        ("state", _) => new(Field.State, Region.Everything, _values.Number),
        ("proto-dst", "original") => new(Field.CalledPort, Region.Everything, _values.Number),
        _ => null,
    };

    private bool IsOther(JsonElement protocol) => protocol.GetString() == "ip" ? family != Family.IPv4 : family != Family.IPv6;

    private static Region Transport(string? protocol) => protocol switch
    {
        "tcp" => Whole.With(Field.Protocol, Universe.Tcp),
        "udp" => Whole.With(Field.Protocol, Universe.Udp),
        _ => Whole.With(Field.Protocol, ValueSet.Union(ValueSet.Of(Universe.Tcp, Universe.Udp), Universe.OtherWithPorts)),
    };
}
