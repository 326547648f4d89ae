using System.Text.Json;

namespace PodPlay.Testing.Tools;

/// <summary>The npm package yaml-language-server: what Visual Studio Code, Vim and the others show beside a spec.</summary>
internal static class LanguageServer
{
    private static string Folder { get; } = Repository.PathOf("tests/schema");

    /// <summary>Null when node and the package are there.</summary>
    public static string? WhatIsMissing { get; } =
        File.Exists(Path.Combine(Folder, "node_modules/.package-lock.json")) && HasNode()
            ? null
            : "skipped: node or tests/schema/node_modules is missing; run scripts/setup";

    /// <summary>Its findings for each document, as <c>line:column: message</c>.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Ask(string schema, IEnumerable<(string Name, string Text)> documents)
    {
        using var tree = TempTree.Of((".podplay/schema.json", schema));
        var input = JsonSerializer.Serialize(documents.Select(d => new { name = d.Name, text = d.Text }));
        using var answer = JsonDocument.Parse(Run("ask.mjs", tree.Root, input));
        return answer.RootElement.EnumerateArray().ToDictionary(
            a => a.GetProperty("name").GetString()!,
            IReadOnlyList<string> (a) => [.. a.GetProperty("findings").EnumerateArray().Select(f => $"{f.GetProperty("line")}:{f.GetProperty("column")}: {f.GetProperty("message")}")]);
    }

    /// <summary>Which of the texts a pattern matches, in the engine that editors use and with their flag.</summary>
    public static IReadOnlyList<bool> Matches(string pattern, IReadOnlyList<string> texts)
    {
        using var answer = JsonDocument.Parse(Run("match.mjs", pattern, JsonSerializer.Serialize(texts)));
        return [.. answer.RootElement.EnumerateArray().Select(e => e.GetBoolean())];
    }

    private static string Run(string script, string argument, string input)
    {
        var result = ProcessRunner.Run(["node", Path.Combine(Folder, script), argument], input);
        return result.ExitCode == 0 ? result.Output : throw new InvalidOperationException(result.ToString());
    }

    private static bool HasNode() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(p => File.Exists(Path.Combine(p, "node")));
}
