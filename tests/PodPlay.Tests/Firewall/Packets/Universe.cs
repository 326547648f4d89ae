using PodPlay.Model;

namespace PodPlay.Firewall.Packets;

/// <summary>Numbers that have a meaning in a field.</summary>
internal static class Universe
{
    public const int Icmp = 1;
    public const int Tcp = 6;
    public const int Udp = 17;
    public const int Icmp6 = 58;

    public const byte Fin = 1;
    public const byte Syn = 2;
    public const byte Rst = 4;
    public const byte Ack = 16;

    /// <summary>Sent by no process: forwarded, or by the kernel itself.</summary>
    public static UInt128 Nobody { get; } = (UInt128)uint.MaxValue + 1;

    /// <summary>Besides TCP and UDP these have ports too: DCCP, SCTP, UDP-Lite.</summary>
    public static ValueSet OtherWithPorts { get; } = ValueSet.Of(33, 132, 136);

    public static ValueSet AllOf(Field field, Family family) => ValueSet.Range(0, field switch
    {
        Field.InInterface or Field.OutInterface => 1023,
        Field.Source or Field.Destination => family == Family.IPv4 ? uint.MaxValue : UInt128.MaxValue,
        Field.SourcePort or Field.Port or Field.CalledPort => 65535,
        Field.Translated or Field.Fragment => 1,
        Field.State => 127,
        Field.User => Nobody,
        _ => 255,
    });

    /// <summary>All combinations of TCP flags for which this holds.</summary>
    public static ValueSet Flags(Func<int, bool> holds) => ValueSet.Of(Enumerable.Range(0, 256).Where(holds));

    public static ValueSet Of(IEnumerable<Prefix> blocks, Family family) =>
        ValueSet.Union(blocks.Where(b => b.Family == family).Select(b => ValueSet.Range(b.First.Value, b.Last.Value)));

    public static ValueSet Of(IEnumerable<Address> addresses, Family family) => Of(addresses.Select(Prefix.Of), family);

    public static ValueSet Of(PortRange ports) => ValueSet.Range((UInt128)ports.First, (UInt128)ports.Last);
}
