namespace PodPlay.Diagnostics.Rendering;

/// <summary>ANSI colours, or none. Nothing is said by colour alone.</summary>
internal readonly record struct Paint(bool IsOn)
{
    public string Bold(string text) => With("1", text);

    /// <summary>Line numbers, gutter and places that only contribute.</summary>
    public string Quiet(string text) => With("34", text);

    /// <summary>Red is for errors alone.</summary>
    public string Severe(Severity severity, string text) => With(
        severity switch
        {
            Severity.Error => "1;31",
            Severity.Warning => "1;33",
            _ => "1;36",
        },
        text);

    private string With(string code, string text) => IsOn && text.Length > 0 ? $"\x1b[{code}m{text}\x1b[0m" : text;
}
