using System.Globalization;
using System.Text;
using PodPlay.Diagnostics;
using PodPlay.Text;

namespace PodPlay.Syntax;

/// <summary>
/// Characters that a reader does not see and a program acts upon: control characters, zero-width ones, those that turn the direction of text
/// (CVE-2021-42574), and line ends that only some programs take for one.
/// </summary>
internal static class HiddenCharacters
{
    /// <summary>The first one in a whole file, comments included, is an error; line feeds, tabs and <c>\r\n</c> are none.</summary>
    public static bool AreAbsent(SourceText source, DiagnosticBag diagnostics)
    {
        var text = source.Text;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is >= ' ' and < '\x7f' or '\n' or '\t' || (text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n'))
                continue;
            if (Rune.TryGetRuneAt(text, i, out var rune) && !IsHidden(rune))
            {
                i += rune.Utf16SequenceLength - 1;
                continue;
            }
            // A lone half of a surrogate pair has no rune.
            var length = rune.Value == 0 ? 1 : rune.Utf16SequenceLength;
            diagnostics.Report(text[i] == '\0'
                ? Diagnose.NotText(source.Path, source.Span(i, i + 1))
                : Diagnose.HiddenCharacter(source.Span(i, i + length), rune.Value == 0 ? Rune.ReplacementChar : rune));
            return false;
        }
        return true;
    }

    /// <summary>Tab and line feed are control characters too; where they are welcome is the caller's business.</summary>
    public static bool IsHidden(Rune rune) => rune.Value is not ('\n' or '\t') && (rune == Rune.ReplacementChar || Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control
        or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator);
}
