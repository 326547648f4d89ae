using System.Text;
using PodPlay.Text;

namespace PodPlay.Artefacts;

/// <summary>Escaping, once for each target language: no value of a spec can leave its field.</summary>
public static partial class Quote
{
    /// <summary>"comment too long, 128 characters maximum allowed": bytes in fact (measured on nft 1.0.6 and 1.1.3).</summary>
    private const int LongestNftComment = 128;

    /// <summary>A quoted text for nft's <c>comment</c>. It knows no escapes, so a quote becomes <c>'</c> and a control
    /// character a blank; what is too long is cut and ends in a hash of the whole, so that two texts stay two.</summary>
    public static string Nft(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            line.Append(rune.Value == '"' ? "'" : Rune.IsControl(rune) ? " " : rune.ToString());
        return $"\"{Shortened(line.ToString(), LongestNftComment)}\"";
    }

    /// <summary>A name of our own making in front of a name of the spec: <c>pub_</c> and <c>high-perf</c>.</summary>
    /// <remarks>Letters, digits, <c>-</c>, <c>_</c> and <c>.</c> need no quotes after the prefix, which also keeps the name
    /// from being one of nft's words (measured on 1.0.6 and 1.1.3: <c>chain fwd</c> is a syntax error).</remarks>
    /// <exception cref="ArgumentException">Any other character: the binder lets none through.</exception>
    public static string NftName(string prefix, string name, string suffix = "")
    {
        if (name.Length == 0 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'))
            throw new ArgumentException($"not a name: {name}", nameof(name));
        return prefix + name + suffix;
    }

    /// <summary>At most so many bytes of UTF-8. What is cut ends in a hash of the whole, so that two texts stay two.</summary>
    internal static string Shortened(string text, int longest)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (bytes.Length <= longest)
            return text;
        var hash = "~" + Sha256.Hex(bytes)[..8];
        var kept = longest - hash.Length;
        // Not in the middle of a character: its further bytes begin with the bits 10.
        while ((bytes[kept] & 0xC0) == 0x80)
            kept--;
        return Encoding.UTF8.GetString(bytes, 0, kept) + hash;
    }
}
