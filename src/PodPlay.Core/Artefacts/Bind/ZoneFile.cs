using System.Collections.Immutable;
using PodPlay.Model;

namespace PodPlay.Artefacts.Bind;

/// <summary>One zone as one view of the name server shows it.</summary>
/// <param name="Master">Full name of the name server whose file this is.</param>
/// <param name="Serial">The serial that the spec sets; null: it is counted.</param>
/// <param name="Path">The spec path of the whole.</param>
internal sealed record ZoneFile(string Name, string Master, string Contact, int Ttl, uint? Serial, string Path, ImmutableArray<DnsRecord> Records)
{
    /// <summary>Below the folder of a view.</summary>
    public string FileName => $"{Name}.zone";
}
