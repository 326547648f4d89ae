using System.Collections.Immutable;
using System.Text;

namespace PodPlay.Fuzz;

/// <summary>What happens to a file as text and as bytes, whether it stays in its language or not.</summary>
/// <param name="other">Another file's text, whose lines may come over.</param>
/// <param name="pieces">What means something in the language.</param>
internal sealed class TextMutation(Random random, Func<string> other, ImmutableArray<string> pieces)
{
    public static ImmutableArray<string> OfYaml { get; } =
    [
        ": ", ":", "- ", "\n", "\n  ", "\r\n", "\t", " ", "[", "]", "{", "}", ",", "'", "\"", "&x ", "*x", "<<: ", "<<: *x\n", "? ", "|\n", ">-\n", "!t ", "#", "---\n", "...\n", "%YAML 1.1\n", "\\", "~",
        "\"\\u0000\"", "\"\\x1b\"", "# podplay: allow PP701 - x\n", "include: [a.yaml]\n", "x-a: &x\n",
    ];

    public byte[] Change(byte[] bytes) => random.Next(4) == 0 ? ChangedBytes(bytes) : Encoding.UTF8.GetBytes(ChangedText(Encoding.UTF8.GetString(bytes)));

    private string ChangedText(string text)
    {
        var lines = text.Split('\n').ToList();
        var at = random.Next(lines.Count);
        switch (random.Next(9))
        {
            case 0:
                lines.RemoveAt(at);
                break;
            case 1:
                lines.Insert(random.Next(lines.Count), lines[at]);
                break;
            case 2:
                lines[at] = "  " + lines[at];
                break;
            case 3:
                lines[at] = lines[at].Length > 2 ? lines[at][2..] : "";
                break;
            case 4:
                var theirs = other().Split('\n');
                var from = random.Next(theirs.Length);
                lines.InsertRange(at, theirs.Skip(from).Take(random.Next(1, 12)));
                break;
            case 5:
                return text[..random.Next(text.Length + 1)];
            case 6:
                lines[at] = lines[at].Insert(random.Next(lines[at].Length + 1), Words.Any(random));
                break;
            default:
                return text.Insert(random.Next(text.Length + 1), pieces[random.Next(pieces.Length)]);
        }
        return string.Join('\n', lines);
    }

    private byte[] ChangedBytes(byte[] bytes)
    {
        var list = bytes.ToList();
        for (var i = random.Next(1, 5); i > 0; i--)
        {
            var at = random.Next(list.Count + 1);
            if (at < list.Count && random.Next(2) == 0)
                list[at] = (byte)random.Next(256);
            else if (at < list.Count && random.Next(2) == 0)
                list.RemoveAt(at);
            else
                list.Insert(at, (byte)random.Next(256));
        }
        return [.. list];
    }
}
