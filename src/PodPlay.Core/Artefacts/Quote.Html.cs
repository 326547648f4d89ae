using System.Text.Encodings.Web;

namespace PodPlay.Artefacts;

public static partial class Quote
{
    /// <summary>Text between tags, or in a quoted attribute.</summary>
    public static string Html(string text) => HtmlEncoder.Default.Encode(text);
}
