using PodPlay.Templating;

namespace PodPlay.Tests.Templating;

/// <summary>What holds for podplay's own templates: the grammar that the user's have to keep as well, and a length that is read at once.</summary>
internal static class TemplateRules
{
    private const int MostLines = 80;

    /// <summary>What a template does that it must not, each with its line; empty when it keeps the rules.</summary>
    public static IReadOnlyList<string> Violations(string name, TemplateStore store, string text)
    {
        var lines = text.Split('\n').Length - 1;
        return
        [
            .. lines > MostLines ? [$"{name}: {lines} lines, {MostLines} are allowed"] : Array.Empty<string>(),
            .. TemplateGrammar.FaultOfTokens(text, name) is { } token ? [$"{name}:{token.Place.Start.Line + 1}: {token.Fault}"] : Array.Empty<string>(),
            .. TemplateGrammar.Faults(store.Get(name)).Select(f => $"{name}:{f.Place.Start.Line + 1}: {f.Fault}"),
        ];
    }
}
