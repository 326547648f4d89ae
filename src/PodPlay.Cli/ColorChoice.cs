namespace PodPlay.Cli;

internal enum ColorChoice
{
    Auto,
    Always,
    Never,
}

internal static class ColorChoices
{
    /// <summary>auto: on a terminal, unless NO_COLOR is set or TERM is dumb; FORCE_COLOR and CLICOLOR_FORCE turn it on for CI, unless they are 0.</summary>
    public static bool IsOn(this ColorChoice choice, bool terminal, Func<string, string?> environment) => choice switch
    {
        ColorChoice.Always => true,
        ColorChoice.Never => false,
        _ when !string.IsNullOrEmpty(environment("NO_COLOR")) => false,
        _ when environment("FORCE_COLOR") is not (null or "" or "0") || environment("CLICOLOR_FORCE") is not (null or "" or "0") => true,
        _ => terminal && environment("TERM") != "dumb",
    };
}
