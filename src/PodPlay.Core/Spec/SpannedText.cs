using PodPlay.Text;

namespace PodPlay.Spec;

internal static class SpannedText
{
    /// <summary>A part of a text with its own place. A quoted text is longer in the file than its value: then the whole of it is the place.</summary>
    public static Spanned<string> Part(this Spanned<string> text, int start, int length) => new(
        text.Value.Substring(start, length),
        text.Span.Length == text.Value.Length ? text.Span.Slice(start, length) : text.Span);
}
