using System.Collections.Immutable;
using System.Text;

namespace PodPlay.Artefacts.Quadlet;

/// <summary>
/// The words of a service's <c>command:</c>. It is split here and quoted again, since the generator drops what it cannot
/// read without a word: an unknown escape loses the whole command, an empty argument everything behind it (5.4.2).
/// </summary>
internal static class UserCommand
{
    /// <summary>By systemd's rules: blanks separate, both kinds of quotes keep together, backslash escapes; an unknown escape
    /// stays as it is written. Null when a quote is not closed.</summary>
    public static ImmutableArray<string>? Split(string command)
    {
        var words = ImmutableArray.CreateBuilder<string>();
        StringBuilder? word = null;
        var quote = '\0';
        for (var i = 0; i < command.Length; i++)
        {
            var c = command[i];
            if (c == '\\' && i + 1 < command.Length)
                (word ??= new()).Append(Unescaped(command[++i]));
            else if (quote != '\0' && c == quote)
                quote = '\0';
            else if (quote == '\0' && c is '"' or '\'')
                (quote, word) = (c, word ?? new());
            else if (quote == '\0' && char.IsWhiteSpace(c))
                Finish();
            else
                (word ??= new()).Append(c);
        }
        Finish();
        return quote == '\0' ? words.ToImmutable() : null;

        void Finish()
        {
            if (word is not null)
                words.Add(word.ToString());
            word = null;
        }
    }

    private static string Unescaped(char c) => c switch
    {
        'n' => "\n",
        't' => "\t",
        's' => " ",
        '\\' or '"' or '\'' or ' ' => c.ToString(),
        _ => $"\\{c}",
    };
}
