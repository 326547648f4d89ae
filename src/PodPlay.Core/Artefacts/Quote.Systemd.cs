using System.Globalization;
using System.Text;

namespace PodPlay.Artefacts;

/// <summary>Escaping, one group of functions for each target language: no value of a spec can leave its field.</summary>
public static partial class Quote
{
    /// <summary>
    /// A key of systemd's own that is shown, not run (<c>Description=</c>): only <c>%</c> means something.
    /// </summary>
    public static string SystemdText(string text) => Whole(text, nameof(text)).Replace("%", "%%", StringComparison.Ordinal);

    /// <summary>
    /// A Quadlet key whose whole line is the value, without splitting or unquoting: Image, Network, PublishPort, AddHost,
    /// Volume, User … The generator puts it into ExecStart=, where <c>%</c> and <c>$</c> mean something to systemd.
    /// </summary>
    public static string SystemdLine(string value) => Literal(Whole(value, nameof(value)));

    /// <summary>Whether <see cref="SystemdLine"/> can carry the value: the parser trims blanks and reads a last backslash as
    /// "goes on in the next line"; podman 5.4.2 also takes outer quotes off some of these keys.</summary>
    public static bool FitsSystemdLine(string value) =>
        value.Length > 0 && value == value.Trim() && value[^1] != '\\' && value[0] != '"' && value[^1] != '"' && !value.Any(char.IsControl);

    /// <summary>One word of a key that is split, unquoted and C-unescaped: Environment, Secret, Exec, Options.</summary>
    public static string SystemdWord(string word)
    {
        if (word.Length > 0 && !word.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '"' or '\'' or '\\'))
            return Literal(word);
        var quoted = new StringBuilder("\"");
        foreach (var c in word)
        {
            quoted.Append(c switch
            {
                '"' => "\\\"",
                '\\' => @"\\",
                '\n' => @"\n",
                '\t' => @"\t",
                _ when char.IsControl(c) => string.Create(CultureInfo.InvariantCulture, $"\\x{(int)c:x2}"),
                _ => c.ToString(),
            });
        }
        return Literal(quoted.Append('"').ToString());
    }

    /// <summary>One word of a key that is split and unquoted, but not unescaped: Sysctl, AddDevice, AddCapability.</summary>
    public static string SystemdPlainWord(string word)
    {
        if (Whole(word, nameof(word)).Length > 0 && word[^1] != '\\' && !word.Any(c => char.IsWhiteSpace(c) || c is '"' or '\''))
            return Literal(word);
        // Two quoted stretches side by side are one word, as in the shell.
        return Literal($"\"{word.Replace("\"", "\"'\"'\"", StringComparison.Ordinal)}\"");
    }

    /// <summary>
    /// A shell command for HealthCmd=, which keeps no quotes at its ends on podman 5.4.2 to 5.8.1 (podman issue 28409) and
    /// reads some first words as keywords. Podman takes a JSON list as well; it begins and ends with a bracket.
    /// </summary>
    public static string SystemdHealth(string command)
    {
        var first = command.Split(' ', 2)[0];
        var keyword = first.ToUpperInvariant() is "CMD" or "CMD-SHELL" or "NONE";
        if (FitsSystemdLine(command) && !keyword && command[0] != '[')
            return Literal(command);
        var json = new StringBuilder("[\"CMD-SHELL\",\"");
        foreach (var c in command)
        {
            json.Append(c switch
            {
                '"' => "\\\"",
                '\\' => @"\\",
                _ when char.IsControl(c) => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => c.ToString(),
            });
        }
        return Literal(json.Append("\"]").ToString());
    }

    // `%N` and `${X}` would be expanded in ExecStart= (measured: an unset variable becomes empty text).
    private static string Literal(string text) =>
        text.Replace("%", "%%", StringComparison.Ordinal).Replace("$", "$$", StringComparison.Ordinal);

    private static string Whole(string value, string name) => value.Any(char.IsControl)
        ? throw new ArgumentException("a control character would end the line; the spec must have refused it", name)
        : value;
}
