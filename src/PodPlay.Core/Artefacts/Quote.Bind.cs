using System.Text;

namespace PodPlay.Artefacts;

public static partial class Quote
{
    /// <summary>A character string of a zone file holds 255 bytes (RFC 1035, section 3.3); a longer text is several of them.</summary>
    private const int LongestZoneString = 255;

    /// <summary>A quoted word of named.conf, where nothing in quotes means anything and a quote cannot be written.</summary>
    public static string Named(string word) =>
        word.Length > 0 && word.All(c => c is >= ' ' and <= '~' and not ('"' or '\\'))
            ? $"\"{word}\""
            : throw new ArgumentException("not a word of named.conf; the spec must have refused it", nameof(word));

    /// <summary>A name in a zone file, always with the last dot: without it the zone's own name would be put behind it.</summary>
    public static string ZoneName(string name) => name == "." ? "."
        : name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '*')
            ? $"{name}."
            : throw new ArgumentException("not a name of a zone; the spec must have refused it", nameof(name));

    /// <summary>The mailbox of a SOA record: dots of the user's part are escaped (RFC 1035, section 8).</summary>
    public static string ZoneMailbox(string address) => address.Split('@') is [var user, var domain]
        ? $"{user.Replace(".", @"\.", StringComparison.Ordinal)}.{ZoneName(domain)}"
        : throw new ArgumentException("not a mail address; the spec must have refused it", nameof(address));

    /// <summary>A text, quoted and split. Unquoted, a semicolon would begin a comment, and named-checkzone says nothing about it.</summary>
    public static string ZoneText(string text)
    {
        if (text.Any(c => c is < ' ' or > '~'))
            throw new ArgumentException("not printable ASCII; the spec must have refused it", nameof(text));
        var quoted = new StringBuilder();
        foreach (var part in text.Chunk(LongestZoneString))
            quoted.Append(quoted.Length == 0 ? "\"" : " \"").Append(new string(part).Replace(@"\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)).Append('"');
        return quoted.ToString();
    }
}
