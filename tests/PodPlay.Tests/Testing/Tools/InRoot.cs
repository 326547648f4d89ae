namespace PodPlay.Testing.Tools;

/// <summary>Runs a tool in one of the Debian roots, over scripts/in-root: own mounts, processes and network, about 25 ms.</summary>
internal static class InRoot
{
    /// <summary>The exit code by which scripts/in-root says that the command was never started.</summary>
    private const int NotStarted = 125;

    /// <param name="tree">A folder laid over the root, as if its files were installed there; null for the bare root.</param>
    /// <exception cref="InvalidOperationException">The root is missing or could not be entered.</exception>
    public static ToolResult Run(Debian debian, string? tree, params IReadOnlyList<string> command) =>
        Run(debian, tree, command, timeout: null);

    /// <param name="binds">Folders of the machine that are to be seen inside, at the same path.</param>
    public static ToolResult Run(Debian debian, string? tree, IReadOnlyList<string> command, TimeSpan? timeout, string? input = null, params IReadOnlyList<string> binds)
    {
        IReadOnlyList<string> lay = tree is null ? [] : ["--lay", tree];
        var result = ProcessRunner.Run(
            [Repository.PathOf("scripts/in-root"), .. lay, .. binds.SelectMany(b => new[] { "--bind", b }), ToolRoots.NameOf(debian), .. command], input, timeout: timeout);
        return result.ExitCode == NotStarted ? throw new InvalidOperationException(result.ToString()) : result;
    }

    /// <summary>Runs a script of bash with arguments; <c>$1</c> is the first.</summary>
    public static ToolResult Script(Debian debian, string? tree, string script, params IReadOnlyList<string> arguments) =>
        Run(debian, tree, ["bash", "-c", script, "script", .. arguments]);
}
