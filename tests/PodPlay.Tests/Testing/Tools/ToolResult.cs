namespace PodPlay.Testing.Tools;

/// <summary>What a program said and how it ended.</summary>
internal sealed record ToolResult(IReadOnlyList<string> Command, int ExitCode, string Output, string Error)
{
    /// <summary>Lines of standard error, without empty ones.</summary>
    public IReadOnlyList<string> ErrorLines => LinesOf(Error);

    public static IReadOnlyList<string> LinesOf(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Everything, for the message of a failed test.</summary>
    public override string ToString() =>
        $"$ {string.Join(' ', Command.Select(FirstLine))}\nexit code {ExitCode}\n--- stdout\n{Output}\n--- stderr\n{Error}";

    /// <summary>Of a script that was an argument, the first line says enough.</summary>
    private static string FirstLine(string argument) =>
        argument.IndexOf('\n', StringComparison.Ordinal) is >= 0 and var end ? argument[..end] + " ..." : argument;
}
