using PodPlay.Samples;

namespace PodPlay.Testing.Tools;

/// <summary>A folder with the program <c>podplay</c> in it, for what finds programs by PATH: shells, hooks, workflows.</summary>
internal sealed class ProgramFolder : IDisposable
{
    private readonly TempTree _tree = new();

    public ProgramFolder()
    {
        var program = Published.Path is { } binary ? $"'{binary}'" : $"dotnet '{Path.Combine(AppContext.BaseDirectory, "podplay.dll")}'";
        _tree.Write("podplay", $"#!/bin/sh\nexec {program} \"$@\"\n");
        File.SetUnixFileMode(Path.Combine(Root, "podplay"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }

    public string Root => _tree.Root;

    /// <summary>Our variables, with the folder first in PATH, nothing of the user's git and shells, and no colours.</summary>
    public Dictionary<string, string?> Environment => new()
    {
        ["PATH"] = $"{Root}:{System.Environment.GetEnvironmentVariable("PATH")}",
        ["HOME"] = Root,
        ["XDG_CONFIG_HOME"] = null,
        ["NO_COLOR"] = "1",
        ["DOTNET_NOLOGO"] = "1",
        ["GIT_CONFIG_NOSYSTEM"] = "1",
        ["GIT_AUTHOR_NAME"] = "test",
        ["GIT_AUTHOR_EMAIL"] = "test@example.com",
        ["GIT_COMMITTER_NAME"] = "test",
        ["GIT_COMMITTER_EMAIL"] = "test@example.com",
    };

    /// <summary>A script of bash that stops at its first failure.</summary>
    public ToolResult Bash(string folder, string script, string? input = null, params IEnumerable<(string Name, string? Value)> variables)
    {
        var environment = Environment;
        foreach (var (name, value) in variables)
            environment[name] = value;
        return ProcessRunner.Run(["bash", "-euo", "pipefail", "-c", script], input, environment, folder, TimeSpan.FromMinutes(2));
    }

    public void Dispose() => _tree.Dispose();
}
