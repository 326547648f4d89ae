namespace PodPlay.Testing.Tools;

/// <summary>The npm packages of the folders below tests/, installed by scripts/setup.</summary>
internal static class NodePackages
{
    private static readonly string[] Folders = ["tests/schema", "tests/mermaid", "tests/markdown"];

    /// <summary>Null when node and all packages are there.</summary>
    public static string? WhatIsMissing { get; } =
        HasNode() && Folders.All(f => File.Exists(Repository.PathOf($"{f}/node_modules/.package-lock.json")))
            ? null
            : $"skipped: node or node_modules in {string.Join(" or ", Folders)} is missing; run scripts/setup";

    /// <summary>What a script of such a folder answers.</summary>
    /// <param name="script">As <c>tests/schema/ask.mjs</c>.</param>
    public static string Run(string script, string input, params string[] arguments)
    {
        var result = ProcessRunner.Run(["node", Repository.PathOf(script), .. arguments], input);
        return result.ExitCode == 0 ? result.Output : throw new InvalidOperationException(result.ToString());
    }

    private static bool HasNode() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(p => File.Exists(Path.Combine(p, "node")));
}
