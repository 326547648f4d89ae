using System.Globalization;
using System.Text;
using DiffPlex;
using DiffPlex.Model;

namespace PodPlay.Output;

/// <summary>Differences in the form that <c>git apply -p1</c> and <c>patch -p1</c> take.</summary>
public static class UnifiedDiff
{
    private const int Context = 3;
    private const string NoLastNewline = "\\ No newline at end of file\n";

    // As git judges: a NUL, or bytes that are no text.
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The patch that turns one content into the other; empty when they are equal.</summary>
    /// <param name="path">The file, as the user would write it.</param>
    /// <param name="before">Null for a file that is not there.</param>
    /// <param name="after">Null for a file that goes.</param>
    public static string Between(string path, byte[]? before, byte[]? after)
    {
        if (before is null ? after is null : after is not null && before.AsSpan().SequenceEqual(after))
            return "";
        var patch = new StringBuilder();
        if (TextOf(before) is not { } old || TextOf(after) is not { } @new)
            return patch.Append(CultureInfo.InvariantCulture, $"Binary files {Side("a", path, before)} and {Side("b", path, after)} differ\n").ToString();

        if (before is not null && after is not null && InvisibleOnly(old, @new) is { } note)
            patch.Append(CultureInfo.InvariantCulture, $"{path}: {note}\n");
        patch.Append(CultureInfo.InvariantCulture, $"diff --git {Quoted("a/" + path)} {Quoted("b/" + path)}\n");
        if (before is null)
            patch.Append("new file mode 100644\n");
        if (after is null)
            patch.Append("deleted file mode 100644\n");
        var hunks = Hunks(Differ.Instance.CreateDiffs(old, @new, ignoreWhiteSpace: false, ignoreCase: false, LinesWithEnds.Instance));
        if (hunks.Length > 0)
            patch.Append(CultureInfo.InvariantCulture, $"--- {Side("a", path, before)}\n+++ {Side("b", path, after)}\n").Append(hunks);
        return patch.ToString();
    }

    private static StringBuilder Hunks(DiffResult diff)
    {
        var text = new StringBuilder();
        var blocks = diff.DiffBlocks;
        for (var first = 0; first < blocks.Count;)
        {
            var last = first;
            while (last + 1 < blocks.Count && blocks[last + 1].DeleteStartA - EndInOld(blocks[last]) <= 2 * Context)
                last++;
            AppendHunk(text, diff, first, last);
            first = last + 1;
        }
        return text;
    }

    private static void AppendHunk(StringBuilder text, DiffResult diff, int first, int last)
    {
        var blocks = diff.DiffBlocks;
        var from = Math.Max(0, blocks[first].DeleteStartA - Context);
        var to = Math.Min(diff.PiecesOld.Count, EndInOld(blocks[last]) + Context);
        var fromNew = blocks[first].InsertStartB - (blocks[first].DeleteStartA - from);
        var grown = 0;
        for (var i = first; i <= last; i++)
            grown += blocks[i].InsertCountB - blocks[i].DeleteCountA;
        text.Append(CultureInfo.InvariantCulture, $"@@ -{Range(from, to - from)} +{Range(fromNew, to - from + grown)} @@\n");

        var at = from;
        for (var i = first; i <= last; i++)
        {
            AppendLines(text, ' ', diff.PiecesOld, at, blocks[i].DeleteStartA);
            AppendLines(text, '-', diff.PiecesOld, blocks[i].DeleteStartA, EndInOld(blocks[i]));
            AppendLines(text, '+', diff.PiecesNew, blocks[i].InsertStartB, blocks[i].InsertStartB + blocks[i].InsertCountB);
            at = EndInOld(blocks[i]);
        }
        AppendLines(text, ' ', diff.PiecesOld, at, to);
    }

    private static void AppendLines(StringBuilder text, char sign, IReadOnlyList<string> lines, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            text.Append(sign).Append(lines[i]);
            if (!lines[i].EndsWith('\n'))
                text.Append('\n').Append(NoLastNewline);
        }
    }

    private static int EndInOld(DiffBlock block) => block.DeleteStartA + block.DeleteCountA;

    // Lines count from 1; an empty stretch is named by the line before it.
    private static string Range(int start, int count) => count == 1
        ? string.Create(CultureInfo.InvariantCulture, $"{start + 1}")
        : string.Create(CultureInfo.InvariantCulture, $"{(count == 0 ? start : start + 1)},{count}");

    private static string Side(string side, string path, byte[]? content) => content is null
        ? "/dev/null"
        // The tab ends a name with blanks in it, as git writes it.
        : Quoted($"{side}/{path}") + (path.Contains(' ', StringComparison.Ordinal) ? "\t" : "");

    private static string Quoted(string path) => path.Any(c => c is '"' or '\\' || char.IsControl(c))
        ? "\"" + string.Concat(path.Select(c => c switch
        {
            '"' or '\\' => $"\\{c}",
            _ when char.IsControl(c) => "\\" + Convert.ToString(c, 8).PadLeft(3, '0'),
            _ => c.ToString(),
        })) + "\""
        : path;

    private static string? InvisibleOnly(string old, string @new)
    {
        if (old.TrimStart('\uFEFF') == @new.TrimStart('\uFEFF'))
            return "only the byte order mark differs";
        return old.Replace("\r\n", "\n", StringComparison.Ordinal) == @new.Replace("\r\n", "\n", StringComparison.Ordinal)
            ? "only the line ends differ (CRLF and LF)"
            : null;
    }

    private static string? TextOf(byte[]? bytes)
    {
        if (bytes is null)
            return "";
        try
        {
            return bytes.AsSpan().Contains((byte)0) ? null : Strict.GetString(bytes);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    // DiffPlex's own chunkers drop line ends, or split at a lone carriage return.
    private sealed class LinesWithEnds : IChunker
    {
        public static readonly LinesWithEnds Instance = new();

        public IReadOnlyList<string> Chunk(string text)
        {
            var lines = new List<string>();
            for (var start = 0; start < text.Length;)
            {
                var end = text.IndexOf('\n', start) is var found and >= 0 ? found + 1 : text.Length;
                lines.Add(text[start..end]);
                start = end;
            }
            return lines;
        }
    }
}
