using System.Collections.Immutable;

namespace PodPlay.Model;

/// <summary>One record of a zone.</summary>
/// <param name="Name">The full name, without a last dot.</param>
/// <param name="Words">The data's fields. Names are full and have no last dot; the whole text of a TXT is one word.</param>
/// <param name="Path">Who asked for it: <c>services.mail</c>.</param>
public sealed record DnsRecord(string Name, RecordType Type, ImmutableArray<string> Words, string Path)
{
    public static DnsRecord Of(string name, Address address, string path) =>
        new(name, address.Family == Family.IPv4 ? RecordType.A : RecordType.Aaaa, [address.ToString()], path);

    /// <summary>The name that the record points to; null for a type that points to none, and for a null MX or SRV (a lone dot).</summary>
    public string? Target => Type is RecordType.Ns or RecordType.Cname or RecordType.Mx or RecordType.Srv or RecordType.Ptr && Words[^1] != "." ? Words[^1] : null;

    public bool IsAddress => Type is RecordType.A or RecordType.Aaaa;
}
