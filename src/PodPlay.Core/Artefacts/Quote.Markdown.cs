namespace PodPlay.Artefacts;

/// <summary>Text inside a cell of a Markdown table.</summary>
public static partial class Quote
{
    /// <summary>No sign of it is read as markup, and it stays in its cell.</summary>
    public static string Markdown(string text)
    {
        var quoted = new System.Text.StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is '\n' or '\r')
                quoted.Append(' ');
            else if (c is '|' or '\\' or '`' or '<' or '[' or ']' or '_' or '*' or '~' or '&' or '$')
                quoted.Append('\\').Append(c);
            else
                quoted.Append(c);
        }
        return quoted.ToString();
    }
}
