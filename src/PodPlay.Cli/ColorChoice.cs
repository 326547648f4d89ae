namespace PodPlay.Cli;

internal enum ColorChoice
{
    Auto,
    Always,
    Never,
}

internal static class ColorChoices
{
    /// <summary>auto: on a terminal, unless NO_COLOR is set or TERM is dumb; FORCE_COLOR turns it on for CI.</summary>
    public static bool IsOn(this ColorChoice choice, bool terminal, Func<string, string?> environment) => choice switch
    {
        ColorChoice.Always => true,
        ColorChoice.Never => false,
        _ when !string.IsNullOrEmpty(environment("NO_COLOR")) => false,
        _ when !string.IsNullOrEmpty(environment("FORCE_COLOR")) || !string.IsNullOrEmpty(environment("CLICOLOR_FORCE")) => true,
        _ => terminal && environment("TERM") != "dumb",
    };
}
