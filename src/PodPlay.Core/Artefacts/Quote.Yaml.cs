using System.Text;

namespace PodPlay.Artefacts;

public static partial class Quote
{
    /// <summary>A double-quoted scalar. A file that Jinja reads as well marks it <c>!unsafe</c>.</summary>
    public static string Yaml(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            if (c is '"' or '\\')
                quoted.Append('\\').Append(c);
            else if (char.IsControl(c))
                quoted.Append($"\\u{(int)c:x4}");
            else
                quoted.Append(c);
        }
        return quoted.Append('"').ToString();
    }
}
