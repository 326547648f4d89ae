using Scriban;
using Scriban.Parsing;
using Scriban.Syntax;

namespace PodPlay.Templating;

/// <summary>
/// Templates print, C# decides: print, <c>for</c>, <c>if</c> on a boolean, <c>include</c> by name. So a template ends: its loops go over the lists of its view.
/// </summary>
internal static class TemplateGrammar
{
    /// <summary>Of <c>if</c> and <c>for</c> in each other; the parser calls itself for each.</summary>
    private const int MaxDepth = 32;

    private static readonly string[] Blocks = ["if", "for", "while", "case", "func", "do", "capture", "wrap", "with", "tablerow"];

    private static readonly HashSet<TokenType> Tokens =
    [
        TokenType.Raw, TokenType.Escape, TokenType.EscapeEnter, TokenType.EscapeExit, TokenType.CodeEnter, TokenType.CodeExit, TokenType.Identifier, TokenType.IdentifierSpecial, TokenType.String, TokenType.Dot,
        TokenType.NewLine, TokenType.SemiColon, TokenType.Whitespace, TokenType.WhitespaceFull, TokenType.Comment, TokenType.CommentMulti, TokenType.Eof,
    ];

    private static readonly Type[] Allowed =
    [
        typeof(ScriptPage), typeof(ScriptBlockStatement), typeof(ScriptRawStatement), typeof(ScriptEscapeStatement),
        typeof(ScriptExpressionStatement), typeof(ScriptForStatement), typeof(ScriptIfStatement), typeof(ScriptElseStatement),
        typeof(ScriptEndStatement), typeof(ScriptVariableGlobal), typeof(ScriptVariableLocal),
        typeof(ScriptMemberExpression), typeof(ScriptKeyword), typeof(ScriptToken), typeof(ScriptNopStatement),
    ];

    /// <summary>Before anything is parsed: whatever the parser could not bear.</summary>
    public static (SourceSpan Place, string Fault)? FaultOfTokens(string text, string path)
    {
        var depth = 0;
        var last = "";
        foreach (var token in new Lexer(text, path))
        {
            var place = new SourceSpan(path, token.Start, token.End);
            if (!Tokens.Contains(token.Type))
                return (place, token.Type == TokenType.Invalid ? "this is not closed, or no sign of a template" : "a template prints, loops, asks and includes, and does nothing else");
            var word = token.Type == TokenType.Identifier ? token.GetText(text) : "";
            if (Blocks.Contains(word) && last != "else")
                depth++;
            else if (word == "end")
                depth--;
            if (depth > MaxDepth)
                return (place, $"more than {MaxDepth} of `if` and `for` in each other");
            if (token.Type is TokenType.Identifier or TokenType.CodeEnter or TokenType.CodeExit)
                last = word;
        }
        return null;
    }

    /// <summary>What a parsed template does beside printing, looping, asking and including.</summary>
    public static IEnumerable<(SourceSpan Place, string Fault)> Faults(Template template) => Below(template.Page!).Where(n => !Allowed.Contains(n.GetType()) && !n.GetType().Name.StartsWith("ScriptList", StringComparison.Ordinal))
        .Select(n => (n.Span, "a template prints, loops, asks and includes, and does nothing else"));

    /// <summary>The templates that it includes.</summary>
    public static IEnumerable<string> Includes(Template template) => All(template.Page!).Where(IsInclude).Select(n => (string)((ScriptLiteral)((ScriptFunctionCall)n).Arguments[0]).Value!);

    private static IEnumerable<ScriptNode> Below(ScriptNode node) => IsInclude(node) ? [] : Children(node).SelectMany(Below).Prepend(node);

    private static IEnumerable<ScriptNode> All(ScriptNode node) => Children(node).SelectMany(All).Prepend(node);

    private static IEnumerable<ScriptNode> Children(ScriptNode node) => Enumerable.Range(0, node.ChildrenCount).Select(node.GetChildren).OfType<ScriptNode>();

    private static bool IsInclude(ScriptNode node) =>
        node is ScriptFunctionCall { Target: ScriptVariableGlobal { Name: "include" }, Arguments: [ScriptLiteral { Value: string }] };
}
