using System.Collections.Immutable;

namespace PodPlay.Model;

/// <summary>A public domain: which names are which services, and what else its zone says.</summary>
public sealed class PublicDomain
{
    public required string Name { get; init; }

    /// <summary><c>hostmaster@example.com</c></summary>
    public required string Contact { get; init; }

    /// <summary>Seconds.</summary>
    public required int Ttl { get; init; }

    /// <summary>The serial that the spec sets; null: podplay counts.</summary>
    public uint? Serial { get; init; }

    /// <summary>Where the internet finds its IPv4 services; empty: nobody said.</summary>
    public required ImmutableArray<Address> Addresses { get; init; }

    /// <summary>The names that are services, by name.</summary>
    public required ImmutableArray<PublicName> Names { get; init; }

    /// <summary>All records but the addresses of <see cref="Names"/>, by name (the domain itself first), type and data.</summary>
    public required ImmutableArray<DnsRecord> Records { get; init; }

    /// <summary>The first of its name servers: where its zone begins.</summary>
    public required string MasterName { get; init; }

    /// <summary>Who may fetch the zone: others' name servers, by number.</summary>
    public ImmutableArray<Address> Secondaries { get; init; } = [];

    /// <summary>Names below which certificates are proved by records that change (<c>_acme-challenge.example.com</c>), ordinal.</summary>
    public ImmutableArray<string> ChallengeZones { get; init; } = [];

    /// <summary>What senders of mail are promised; null: nothing.</summary>
    public MailPolicy? Policy { get; init; }

    public string Path => $"domains.{Name}";

    /// <summary>Whether the name is the domain or lies below it.</summary>
    public bool Holds(string name) => name == Name || name.EndsWith($".{Name}", StringComparison.Ordinal);

    /// <summary>The record that replaces what would follow from a service.</summary>
    public bool IsOverridden(string name, RecordType type) =>
        Records.Any(r => r.Name == name && (r.Type == type || r.Type == RecordType.Cname));

    /// <summary>Whether the internet finds an address under a name. What is named elsewhere (CNAME) or given to another name server (NS) may have one:
    /// the spec does not show it.</summary>
    public bool GivesAddress(string name) =>
        Names.Any(n => n.Name == name && n.Service.IsPublic)
        || Records.Any(r => (r.IsAddress || r.Type == RecordType.Cname) && (r.Name == name || (Certificate.IsWildcard(r.Name) && name.EndsWith(r.Name[1..], StringComparison.Ordinal))))
        || Records.Any(r => r.Type == RecordType.Ns && r.Name != Name && (name == r.Name || name.EndsWith($".{r.Name}", StringComparison.Ordinal)));

    public override string ToString() => Name;
}
