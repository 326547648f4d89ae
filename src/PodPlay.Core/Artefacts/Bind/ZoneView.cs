using System.Globalization;
using PodPlay.Model;

namespace PodPlay.Artefacts.Bind;

/// <summary>What <c>zone.sbn</c> sees: absolute names, one record a line, a comment where another part of the spec asks.</summary>
internal static class ZoneView
{
    public static View Of(ZoneFile zone, uint serial) => new()
    {
        { "header", Header.Lines() },
        { "name", Quote.ZoneName(zone.Name) },
        { "ttl", zone.Ttl },
        { "master", Quote.ZoneName(zone.Master) },
        { "contact", Quote.ZoneMailbox(zone.Contact) },
        { "serial", serial.ToString(CultureInfo.InvariantCulture) },
        { "groups", Groups(zone) },
    };

    private static IEnumerable<View> Groups(ZoneFile zone)
    {
        var groups = new List<(string Path, List<string> Lines)>();
        foreach (var record in zone.Records)
        {
            if (groups.Count == 0 || groups[^1].Path != record.Path)
                groups.Add((record.Path, []));
            groups[^1].Lines.Add($"{Quote.ZoneName(record.Name)} IN {record.Type.ToString().ToUpperInvariant()} {Data(record)}");
        }
        return groups.Select(g => new View { { "path", g.Path }, { "lines", g.Lines } });
    }

    private static string Data(DnsRecord record) => record.Type switch
    {
        RecordType.Txt => Quote.ZoneText(record.Words[0]),
        // The value may hold a semicolon, which would begin a comment.
        RecordType.Caa => $"{record.Words[0]} {record.Words[1]} {Quote.ZoneText(string.Join(' ', record.Words.Skip(2)))}",
        RecordType.Ns or RecordType.Cname or RecordType.Mx or RecordType.Srv or RecordType.Ptr =>
            string.Join(' ', [.. record.Words.SkipLast(1), Quote.ZoneName(record.Words[^1])]),
        _ => string.Join(' ', record.Words),
    };
}
