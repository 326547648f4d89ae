using System.Globalization;
using System.Text;

namespace PodPlay.Diagnostics.Rendering;

/// <summary>Text of a spec on a terminal: nothing in it may move the cursor, and columns are those of the screen.</summary>
internal static class Printable
{
    // Characters two columns wide, from Unicode's EastAsianWidth (W and F), in coarse blocks.
    private static readonly (int First, int Last)[] Wide =
    [
        (0x1100, 0x115f), (0x2e80, 0x303e), (0x3041, 0xa4cf), (0xac00, 0xd7a3), (0xf900, 0xfaff), (0xfe30, 0xfe6f), (0xff00, 0xff60),
        (0xffe0, 0xffe6), (0x1f300, 0x1f64f), (0x1f680, 0x1f6ff), (0x1f900, 0x1f9ff), (0x20000, 0x3fffd),
    ];

    // A name may be a whole file, a list of names a whole network.
    private const int MaxLength = 400;

    /// <summary>One line of bounded length, whatever it was.</summary>
    public static string Of(string text)
    {
        var shown = text.Length <= MaxLength ? text : text[..MaxLength] + "...";
        return string.Concat(shown.ReplaceLineEndings(" ").EnumerateRunes().Select(Of));
    }

    public static string Of(Rune rune) => rune.Value == '\t' ? "    " : IsSafe(rune) ? rune.ToString() : $"<U+{rune.Value:X4}>";

    /// <summary>Columns that a character takes, as printed by <see cref="Of(Rune)"/>.</summary>
    public static int WidthOf(Rune rune)
    {
        if (rune.Value == '\t' || !IsSafe(rune))
            return Of(rune).Length;
        if (rune.Value < 0x300)
            return 1;
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)
            return 0;
        return Wide.Any(w => rune.Value >= w.First && rune.Value <= w.Last) ? 2 : 1;
    }

    private static bool IsSafe(Rune rune) => Rune.GetUnicodeCategory(rune)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
