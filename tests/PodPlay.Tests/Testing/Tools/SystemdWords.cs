using System.Text;

namespace PodPlay.Testing.Tools;

/// <summary>Splits a command line as systemd does for what Quadlet writes: blanks, double quotes, backslash escapes.</summary>
/// <remarks>Source: podman's pkg/systemd/parser/split.go and unitfile.go (escapes it writes: \n, \t, \", \\, \xHH).</remarks>
internal static class SystemdWords
{
    public static IReadOnlyList<string> Split(string line)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        bool inside = false, quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (c == '"')
            {
                (quoted, inside) = (!quoted, true);
            }
            else if (c == '\\' && i + 1 < line.Length)
            {
                word.Append(Unescape(line, ref i));
                inside = true;
            }
            else if (c is ' ' or '\t' && !quoted)
            {
                End();
            }
            else
            {
                word.Append(c);
                inside = true;
            }
        }

        End();
        return words;

        void End()
        {
            if (inside)
            {
                words.Add(word.ToString());
            }

            word.Clear();
            inside = false;
        }
    }

    /// <summary>Reads the escape at <paramref name="i"/> and leaves <paramref name="i"/> on its last character.</summary>
    private static char Unescape(string line, ref int i)
    {
        var c = line[++i];
        if (c == 'x' && i + 2 < line.Length)
        {
            i += 2;
            return (char)Convert.ToInt32(line[(i - 1)..(i + 1)], 16);
        }

        return c switch { 'n' => '\n', 't' => '\t', 's' => ' ', _ => c };
    }
}
