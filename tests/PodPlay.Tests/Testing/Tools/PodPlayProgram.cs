using PodPlay.Samples;

namespace PodPlay.Testing.Tools;

/// <summary>podplay as people run it: a process of its own, the published binary where there is one, in a shell whose mounts are its own.</summary>
internal static class PodPlayProgram
{
    private static string Command => Published.Path ?? $"dotnet '{Path.Combine(AppContext.BaseDirectory, "podplay.dll")}'";

    // Mounts need root; what is mounted is gone with the process, also after kill -9.
    private static string[] OwnMounts => Environment.IsPrivilegedProcess ? ["unshare", "--mount"] : ["sudo", "-n", "--", "unshare", "--mount"];

    /// <summary>Null when a mount namespace can be made here.</summary>
    private static string? MountIsMissing { get; } = ProcessRunner.Run([.. OwnMounts, "true"]).ExitCode == 0 ? null : "skipped: needs root, or sudo without a password, for a mount of its own";

    /// <param name="tools">Programs of the machine that a script needs beside podplay.</param>
    public static string? WhatIsMissingOf(string[] tools) => MountIsMissing ?? tools.Select(MachineToolFactAttribute.WhatIsMissing).FirstOrDefault(m => m is not null);

    /// <param name="script">bash; <c>podplay</c> is the program.</param>
    /// <param name="folder">Where it starts.</param>
    public static ToolResult Script(string folder, string script, TimeSpan? timeout = null) => ProcessRunner.Run(
        [.. OwnMounts, "bash", "-c", $"program=\"{Command}\"\npodplay() {{ {Command} \"$@\"; }}\n{script}"], workingDirectory: folder, timeout: timeout,
        environment: new Dictionary<string, string?> { ["NO_COLOR"] = "1", ["DOTNET_NOLOGO"] = "1" });
}

/// <summary>Skipped, visibly, where nothing can be mounted; failing there under CI, as <see cref="ToolFactAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ProgramFactAttribute : FactAttribute
{
    /// <param name="tools">Programs of the machine that its script needs beside podplay.</param>
    public ProgramFactAttribute(params string[] tools)
    {
        if (!ToolRoots.Required)
            Skip = PodPlayProgram.WhatIsMissingOf(tools);
    }
}

/// <summary>The same, with data.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ProgramTheoryAttribute : TheoryAttribute
{
    public ProgramTheoryAttribute(params string[] tools)
    {
        if (!ToolRoots.Required)
            Skip = PodPlayProgram.WhatIsMissingOf(tools);
    }
}
