using System.Text;
using System.Text.Json;

namespace PodPlay.Hostile;

/// <summary>A unit of systemd or Quadlet, read as strictly as systemd.syntax(7) says: sections, keys, values with their escapes taken away.</summary>
internal static class UnitFile
{
    // Split into words, with quotes and C escapes; the others are one value up to the end of the line.
    private static readonly string[] WithWords = ["Environment", "Secret", "Exec", "ExecStart", "ExecStartPre", "ExecStartPost", "ExecStop", "ExecStopPost", "ExecReload", "Options", "PodmanArgs"];
    private static readonly string[] WithPlainWords = ["Sysctl", "AddDevice", "AddCapability"];

    public static IEnumerable<string> Statements(string text)
    {
        var section = "";
        foreach (var line in text.Split('\n').Where(l => l.Length > 0))
        {
            if (line[0] is '#' or ';')
                yield return $"comment {line[1..]}";
            else if (line[0] == '[' && line[^1] == ']')
                yield return section = line;
            else if (line[^1] == '\\' || line.IndexOf('=', StringComparison.Ordinal) is not (> 0 and var equals))
                throw new FormatException($"no line of a unit: {line}");
            else
                yield return $"{section} {line[..equals]} = {ValueOf(line[..equals], line[(equals + 1)..])}";
        }
    }

    private static string ValueOf(string key, string value)
    {
        if (!key.All(char.IsAsciiLetterOrDigit) || value != value.Trim())
            throw new FormatException($"{key}={value}");
        if (WithWords.Contains(key))
            return string.Join(Language.Between, Words(value, unescapes: true).Select(Expanded));
        if (WithPlainWords.Contains(key))
            return string.Join(Language.Between, Words(value, unescapes: false).Select(Expanded));
        if (key is "HealthCmd" or "HealthStartupCmd" && Expanded(value) is ['[', '"', ..] list)
            return JsonSerializer.Deserialize<string[]>(list) is ["CMD-SHELL", var command] ? command : throw new FormatException(list);
        // podman takes outer quotes off some of these (5.4.2).
        return value.Length > 1 && value[0] == '"' && value[^1] == '"' && key != "Description" ? throw new FormatException($"{key}={value}")
            : key is "Description" or "OnCalendar" ? Expanded(value, dollars: false) : Expanded(value);
    }

    private static string Expanded(string value) => Expanded(value, dollars: true);

    // A lone % or $ would be replaced by something of the host's.
    private static string Expanded(string value, bool dollars)
    {
        var text = new StringBuilder();
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] == '%' || (dollars && value[i] == '$'))
            {
                // Our own: the unit's name, the runtime folder and such, which no value of a spec can write.
                if (i + 1 == value.Length || (value[i + 1] != value[i] && !char.IsAsciiLetter(value[i + 1]) && value[i + 1] != '{'))
                    throw new FormatException($"a lone {value[i]}: {value}");
                text.Append(value[i + 1] == value[i] ? $"{value[i]}" : $"<expanded {value[i + 1]}>");
                i++;
            }
            else
                text.Append(value[i]);
        }
        return text.ToString();
    }

    private static List<string> Words(string line, bool unescapes)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var (quote, inside) = ('\0', false);
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (c == '\\' && unescapes && i + 1 < line.Length)
            {
                word.Append(Escape(line, ref i));
                inside = true;
            }
            else if (quote != '\0' && c == quote)
                quote = '\0';
            else if (quote == '\0' && c is '"' or '\'')
                (quote, inside) = (c, true);
            else if (quote == '\0' && c is ' ' or '\t')
                End();
            else
            {
                word.Append(c);
                inside = true;
            }
        }
        if (quote != '\0')
            throw new FormatException($"a quote is not closed: {line}");
        End();
        return words;

        void End()
        {
            if (inside)
                words.Add(word.ToString());
            word.Clear();
            inside = false;
        }
    }

    private static char Escape(string line, ref int i)
    {
        switch (line[++i])
        {
            case 'n':
                return '\n';
            case 't':
                return '\t';
            case 'x':
                i += 2;
                return (char)Convert.ToInt32(line[(i - 1)..(i + 1)], 16);
            case var c when char.IsAsciiLetterOrDigit(c):
                throw new FormatException($"\\{c}: {line}");
            default:
                return line[i];
        }
    }
}
