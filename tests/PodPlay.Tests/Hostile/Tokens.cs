using System.Text;

namespace PodPlay.Hostile;

/// <summary>The words of a language that has comments, quotes and statements; each differs in the signs.</summary>
/// <param name="Comment">What begins a comment that goes to the end of the line.</param>
/// <param name="CommentInWord">Whether it does so in the middle of a word.</param>
/// <param name="Literal">Quotes between which nothing means anything.</param>
/// <param name="Escaping">Quotes between which a backslash takes the next character's meaning.</param>
/// <param name="EscapesOutside">Whether a backslash does so outside of quotes; else it is a character like others.</param>
/// <param name="Ends">What ends a statement beside the end of the line, or opens and closes a block.</param>
internal sealed record Language(string[] Comment, bool CommentInWord, string Literal, string Escaping, bool EscapesOutside, string Ends)
{
    /// <summary>Joins the words of a statement.</summary>
    public const char Between = '\u001f';

    public static Language Haproxy { get; } = new(["#"], true, "'", "\"", true, "");

    public static Language Apache { get; } = new([], false, "", "\"'", false, "");

    public static Language Named { get; } = new(["//", "#"], true, "", "\"", false, ";{}");

    public static Language Zone { get; } = new([";"], true, "", "\"", true, "()");

    public static Language Nftables { get; } = new(["#"], true, "\"", "", false, ";{},");

    public static Language RouterOs { get; } = new(["#"], true, "", "\"", true, "");

    public static Language Shell { get; } = new(["#"], false, "'", "\"", true, ";&|()<>");

    /// <summary>One entry for each statement: its words, without their quotes.</summary>
    /// <exception cref="FormatException">A quote is not closed at the end of the line.</exception>
    public IEnumerable<string> Statements(string text) => text.Split('\n').SelectMany(StatementsOf).Where(s => s.Length > 0);

    private List<string> StatementsOf(string line)
    {
        var statements = new List<string>();
        List<string> words = [];
        var word = new StringBuilder();
        var isWord = false;
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (Comment.FirstOrDefault(s => string.CompareOrdinal(line, i, s, 0, s.Length) == 0) is { } sign && (CommentInWord || !isWord))
            {
                EndWord();
                words.Add($"comment {line[(i + sign.Length)..]}");
                break;
            }
            if (Literal.Contains(c, StringComparison.Ordinal) || Escaping.Contains(c, StringComparison.Ordinal))
                (i, isWord) = (Quoted(line, i, word), true);
            else if (c is ' ' or '\t')
                EndWord();
            else if (Ends.Contains(c, StringComparison.Ordinal))
            {
                EndWord();
                words.Add($"{c}");
                EndStatement();
            }
            else if (c == '\\' && EscapesOutside && i + 1 < line.Length)
                (isWord, _) = (true, word.Append(line[++i]));
            else
                (isWord, _) = (true, word.Append(c));
        }
        EndWord();
        EndStatement();
        return statements;

        void EndWord()
        {
            if (isWord)
                words.Add(word.ToString());
            word.Clear();
            isWord = false;
        }

        void EndStatement()
        {
            statements.Add(string.Join(Between, words));
            words = [];
        }
    }

    private int Quoted(string line, int start, StringBuilder word)
    {
        var escapes = Escaping.Contains(line[start], StringComparison.Ordinal);
        for (var i = start + 1; i < line.Length; i++)
        {
            if (line[i] == line[start])
                return i;
            if (line[i] == '\\' && escapes && i + 1 < line.Length)
                i++;
            word.Append(line[i]);
        }
        throw new FormatException($"a quote is not closed: {line}");
    }
}
