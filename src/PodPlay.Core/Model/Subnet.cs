namespace PodPlay.Model;

/// <summary>One family's address range of a zone: its gateway, where services stand, and what podman hands out itself.</summary>
public sealed record Subnet(Prefix Prefix)
{
    public Family Family => Prefix.Family;

    /// <summary>The bridge's own address: the first one. On a wire the router's, where it is known.</summary>
    public Address Gateway { get; init; } = Prefix.First.Plus(1);

    /// <summary>
    /// The last part of the subnet, for containers that podplay does not know: a container with a changing address
    /// must never take one that a service has ("requested ip address is already allocated", podman issue 25422).
    /// It does not depend on the services, since a changed IPRange= means that the network must be made anew.
    /// </summary>
    public Prefix DynamicRange
    {
        get
        {
            var length = Family == Family.IPv4 ? Math.Min(Prefix.Length + 4, 30) : Math.Max(112, Math.Min(Prefix.Length + 4, 126));
            return Prefix.Containing(Prefix.Last, Math.Max(length, Prefix.Length + 1));
        }
    }

    /// <summary>The address that is spelled like the number: 20 is <c>172.20.1.20</c> and <c>fd00:1::20</c> (hexadecimal digits
    /// that read like the decimal number, so that a reviewer sees one number). Null when it is not a usable host address.</summary>
    public Address? HostAddress(int number)
    {
        var offset = Family == Family.IPv4 ? (UInt128)(uint)number : SpelledAlike(number);
        var address = Prefix.First.Plus(offset);
        var usable = number > 0 && Prefix.Contains(address) && (Family == Family.IPv6 || address != Prefix.Last);
        return usable ? address : null;
    }

    private static UInt128 SpelledAlike(int number)
    {
        UInt128 value = 0;
        var shift = 0;
        for (var rest = number; rest > 0; rest /= 10, shift += 4)
            value |= (UInt128)(uint)(rest % 10) << shift;
        return value;
    }
}
