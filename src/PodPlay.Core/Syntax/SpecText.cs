using System.Text;
using PodPlay.Diagnostics;
using PodPlay.Text;

namespace PodPlay.Syntax;

/// <summary>Bytes to text: UTF-8 and nothing else.</summary>
public static class SpecText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>As much as a spec may have, and a little more where there is more: a device or a pipe may never end.</summary>
    public static byte[] Read(Stream stream)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (bytes.Length <= SpecParser.MaxLength && stream.Read(buffer) is > 0 and var count)
            bytes.Write(buffer, 0, count);
        return bytes.ToArray();
    }

    /// <summary>The text of a file; null when it is too large or no text, which has been reported then.</summary>
    /// <remarks>A byte order mark is dropped without a word: editors add it unasked, and nothing is made from it.</remarks>
    public static SourceText? Decode(string path, byte[] bytes, DiagnosticBag diagnostics)
    {
        if (bytes.Length > SpecParser.MaxLength)
        {
            diagnostics.Report(Diagnose.FileTooLarge(path, SpecParser.MaxLength));
            return null;
        }
        try
        {
            var text = Strict.GetString(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes.AsSpan(3) : bytes);
            if (!text.Contains('\0', StringComparison.Ordinal))
                return new SourceText(path, text);
        }
        catch (DecoderFallbackException)
        {
            // Reported below, like a zero byte: both mean a program, an archive or another encoding.
        }
        diagnostics.Report(Diagnose.NotText(path, null));
        return null;
    }
}
