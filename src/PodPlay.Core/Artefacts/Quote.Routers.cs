using System.Globalization;
using System.Text;

namespace PodPlay.Artefacts;

public static partial class Quote
{
    /// <summary>A value of OpenWrt's UCI: between single quotes nothing means anything, and a quote itself stands outside of them.</summary>
    public static string Uci(string value) => value.Any(char.IsControl)
        ? throw new ArgumentException("a control character would end the line; the spec must have refused it", nameof(value))
        : $"'{value.Replace("'", @"'\''", StringComparison.Ordinal)}'";

    /// <summary>A text of RouterOS' scripting language, where a variable or a command in brackets would be replaced by its value.
    /// What is not plain ASCII is written as the hexadecimal digits of its UTF-8 bytes.</summary>
    public static string RouterOs(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var b in Encoding.UTF8.GetBytes(text))
        {
            if (b is (byte)'"' or (byte)'\\' or (byte)'$')
                quoted.Append('\\').Append((char)b);
            else if (b is < 0x20 or > 0x7e or (byte)'?' or (byte)'[' or (byte)']')
                quoted.Append('\\').Append(b.ToString("X2", CultureInfo.InvariantCulture));
            else
                quoted.Append((char)b);
        }
        return quoted.Append('"').ToString();
    }

    /// <summary>A value of a VyOS command, which is read by a shell first. VyOS' own configuration file has no way to write a single quote,
    /// so it is refused.</summary>
    public static string Vyos(string value) => value.Any(c => char.IsControl(c) || c == '\'')
        ? throw new ArgumentException("no value of a VyOS command; the spec must have refused it", nameof(value))
        : $"'{value}'";
}
