using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace PodPlay.Tests.Quadlet;

/// <summary>An ExecStart= line as systemd.service(5) reads it: quotes, C escapes, <c>%%</c> and <c>$$</c>.</summary>
internal static class ExecLine
{
    public static ImmutableArray<string> Words(string line)
    {
        var words = ImmutableArray.CreateBuilder<string>();
        StringBuilder? word = null;
        var quote = '\0';
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (c == '\\')
                (word ??= new()).Append(Escape(line, ref i));
            else if (c == quote)
                quote = '\0';
            else if (quote == '\0' && c is '"' or '\'')
                (quote, word) = (c, word ?? new());
            else if (quote == '\0' && c == ' ')
                Finish();
            else
                (word ??= new()).Append(c);
        }
        Finish();
        return words.ToImmutable();

        void Finish()
        {
            if (word is not null)
                words.Add(Expand(word.ToString()));
            word = null;
        }
    }

    private static string Escape(string line, ref int i) => line[++i] switch
    {
        'a' => "\a",
        'b' => "\b",
        'f' => "\f",
        'n' => "\n",
        'r' => "\r",
        't' => "\t",
        'v' => "\v",
        'x' => ((char)int.Parse(line.AsSpan((i += 2) - 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString(),
        var c => c.ToString(),
    };

    // Specifiers and variables that are really meant (%N, %t) stay as they are.
    private static string Expand(string word) => word.Replace("%%", "%", StringComparison.Ordinal).Replace("$$", "$", StringComparison.Ordinal);
}
