using PodPlay.Templating;
using Scriban.Syntax;

namespace PodPlay.Tests.Templating;

/// <summary>Templates print, C# decides: the constructs that a template may use, by looking at its syntax tree.</summary>
internal static class TemplateRules
{
    private const int MostLines = 80;

    private static readonly Type[] Allowed =
    [
        typeof(ScriptPage), typeof(ScriptBlockStatement), typeof(ScriptRawStatement), typeof(ScriptEscapeStatement),
        typeof(ScriptExpressionStatement), typeof(ScriptForStatement), typeof(ScriptIfStatement), typeof(ScriptElseStatement),
        typeof(ScriptEndStatement), typeof(ScriptVariableGlobal), typeof(ScriptVariableLocal),
        typeof(ScriptMemberExpression), typeof(ScriptKeyword), typeof(ScriptToken), typeof(ScriptNopStatement),
    ];

    /// <summary>What a template does that it must not, each with its line; empty when it keeps the rules.</summary>
    public static IReadOnlyList<string> Violations(string name, TemplateStore store, string text)
    {
        var found = new List<string>();
        var lines = text.Split('\n').Length - 1;
        if (lines > MostLines)
            found.Add($"{name}: {lines} lines, {MostLines} are allowed");
        Visit(store.Get(name).Page!);
        return found;

        void Visit(ScriptNode node)
        {
            if (IsInclude(node))
                return;
            if (!Allowed.Contains(node.GetType()) && !node.GetType().Name.StartsWith("ScriptList", StringComparison.Ordinal))
                found.Add($"{name}:{node.Span.Start.Line + 1}: {node.GetType().Name} `{node}`");
            for (var i = 0; i < node.ChildrenCount; i++)
            {
                if (node.GetChildren(i) is { } child)
                    Visit(child);
            }
        }
    }

    private static bool IsInclude(ScriptNode node) =>
        node is ScriptFunctionCall { Target: ScriptVariableGlobal { Name: "include" }, Arguments: [ScriptLiteral { Value: string }] };
}
