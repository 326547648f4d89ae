using System.Text.Json;

namespace PodPlay.Testing.Tools;

/// <summary>The npm package yaml-language-server: what Visual Studio Code, Vim and the others show beside a spec.</summary>
internal static class LanguageServer
{
    /// <summary>Its findings for each document, as <c>line:column: message</c>.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Ask(string schema, IEnumerable<(string Name, string Text)> documents)
    {
        using var tree = TempTree.Of((".podplay/schema.json", schema));
        var input = JsonSerializer.Serialize(documents.Select(d => new { name = d.Name, text = d.Text }));
        using var answer = JsonDocument.Parse(NodePackages.Run("tests/schema/ask.mjs", input, tree.Root));
        return answer.RootElement.EnumerateArray().ToDictionary(
            a => a.GetProperty("name").GetString()!,
            IReadOnlyList<string> (a) => [.. a.GetProperty("findings").EnumerateArray().Select(f => $"{f.GetProperty("line")}:{f.GetProperty("column")}: {f.GetProperty("message")}")]);
    }

    /// <summary>Which of the texts a pattern matches, in the engine that editors use and with their flag.</summary>
    public static IReadOnlyList<bool> Matches(string pattern, IReadOnlyList<string> texts)
    {
        using var answer = JsonDocument.Parse(NodePackages.Run("tests/schema/match.mjs", JsonSerializer.Serialize(texts), pattern));
        return [.. answer.RootElement.EnumerateArray().Select(e => e.GetBoolean())];
    }
}
