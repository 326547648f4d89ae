using System.Globalization;
using System.Text;
using PodPlay.Firewall.Packets;
using PodPlay.Model;

namespace PodPlay.Firewall;

/// <summary>One packet of a box, for people.</summary>
internal sealed class PacketText(Network network, Space space, Interfaces interfaces)
{
    public string Of(Box box, HookName hook)
    {
        var text = new StringBuilder();
        UInt128 Value(Field field) => space.Sample(box, field);
        var (incoming, outgoing) = (interfaces.NameOf(Value(Field.InInterface)), interfaces.NameOf(Value(Field.OutInterface)));
        text.Append(hook switch
        {
            HookName.Raw or HookName.Input or HookName.Translation => $"{incoming}: ",
            HookName.Output => $"{UserOf(Value(Field.User))} to {outgoing}: ",
            _ => $"{incoming} to {outgoing}: ",
        });
        text.Append(CultureInfo.InvariantCulture, $"{PartyOf(Value(Field.Source))} -> {PartyOf(Value(Field.Destination))} ");
        var protocol = (int)Value(Field.Protocol);
        text.Append(protocol switch
        {
            Universe.Tcp => string.Create(CultureInfo.InvariantCulture, $"tcp {Value(Field.Port)}"),
            Universe.Udp => string.Create(CultureInfo.InvariantCulture, $"udp {Value(Field.Port)} from port {Value(Field.SourcePort)}"),
            Universe.Icmp or Universe.Icmp6 => string.Create(CultureInfo.InvariantCulture, $"icmp type {Value(Field.IcmpType)} hop limit {Value(Field.HopLimit)}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"protocol {protocol}"),
        });
        if (protocol == Universe.Tcp && Value(Field.Flags) is var flags && flags != 0)
            text.Append(CultureInfo.InvariantCulture, $" flags 0x{(int)flags:x}");
        if (Value(Field.Translated) == 1)
            text.Append(CultureInfo.InvariantCulture, $" translated, called {Value(Field.CalledPort)}");
        if (Value(Field.Fragment) == 1)
            text.Append(" fragment");
        if (hook is not (HookName.Raw or HookName.Translation or HookName.Bridge))
            text.Append(CultureInfo.InvariantCulture, $" ({PacketState.NameOf(Value(Field.State))})");
        return text.ToString();
    }

    private string PartyOf(UInt128 value)
    {
        var address = new Address(space.Family, value);
        var name = network.Services.SelectMany(s => s.Replicas).FirstOrDefault(r => r.Addresses.Contains(address))?.Name
            ?? network.Hosts.FirstOrDefault(h => h.Addresses.Contains(address))?.Name
            ?? network.Zones.FirstOrDefault(z => z.Subnets.Any(s => s.Prefix.Contains(address)))?.Name;
        return name is null ? address.ToString() : $"{name} ({address})";
    }

    private static string UserOf(UInt128 user) => user == Universe.Nobody ? "kernel" : string.Create(CultureInfo.InvariantCulture, $"user {user}");
}
