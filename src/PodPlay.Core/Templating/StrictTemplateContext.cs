using System.Globalization;
using Scriban;
using Scriban.Functions;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace PodPlay.Templating;

/// <summary>
/// Scriban without what it forgives: a template prints text and whole numbers, loops, asks booleans and includes, and
/// whatever else it tries is an error at its place.
/// </summary>
internal sealed class StrictTemplateContext : TemplateContext
{
    /// <summary>What one file may take of a user's template: steps of the interpreter, and characters. podplay's own largest ruleset, of 10,000 services, takes a tenth.</summary>
    public const int MaxSteps = 20_000_000;
    public const long MaxLength = 64 * 1024 * 1024;

    private readonly TemplateStore _templates;
    private readonly Utf8Output _output = new();
    private bool _isBounded;
    private int _steps;
    private long _length;

    // Scriban's own functions cost 17 ms of start-up (ahead of time) and can read the clock; templates use none of them.
    public StrictTemplateContext(TemplateStore templates)
        : base(new ScriptObject { ["include"] = new IncludeFunction() })
    {
        _templates = templates;
        StrictVariables = true;
        EnableRelaxedMemberAccess = false;
        EnableRelaxedTargetAccess = false;
        EnableRelaxedFunctionAccess = false;
        EnableRelaxedIndexerAccess = false;
        EnableNullIndexer = false;
        ErrorForStatementFunctionAsExpression = true;
        // The defaults fail at the 1001st round of a loop, and cut the output at 1 MiB without a word.
        LoopLimit = 0;
        LimitToString = 0;
        OnOutputLimit = ScriptLimitBehavior.Throw;
        OnStringLimit = ScriptLimitBehavior.Throw;
        // An included part takes the indentation of its `include`; empty lines get none.
        AutoIndent = true;
        IndentOnEmptyLines = false;
        NewLine = "\n";
        PushCulture(CultureInfo.InvariantCulture);
        TemplateLoader = NoLoader.Instance;
        PushOutput(_output);
    }

    /// <summary>A new file: what it may take is counted from here.</summary>
    public void Begin(bool isBounded) => (_isBounded, _steps, _length) = (isBounded, 0, 0);

    /// <summary>The file that has been printed.</summary>
    public byte[] End() => _output.Take();

    // By default `if ""`, `if 0` and `if []` are all true.
    public override bool ToBool(SourceSpan span, object? value) => value is bool flag
        ? flag
        : throw new ScriptRuntimeException(span, $"`if` wants a boolean, this is {Kind(value)}");

    // Here and not only in ObjectToString, which knows no better place than the top of the file and never sees a null.
    public override object? Evaluate(ScriptNode? scriptNode, bool aliasReturnedFunction)
    {
        if (_isBounded && ++_steps > MaxSteps)
            throw new ScriptRuntimeException(scriptNode?.Span ?? default, $"this takes more than {MaxSteps:N0} steps");
        var value = base.Evaluate(scriptNode, aliasReturnedFunction);
        if (_isBounded && scriptNode is ScriptRawStatement or ScriptExpressionStatement)
            Count(scriptNode, value);
        return scriptNode is ScriptExpressionStatement && value is not (string or int or long)
            ? throw NotPrintable(scriptNode.Span, value)
            : value;
    }

    private void Count(ScriptNode node, object? value)
    {
        _length += node is ScriptRawStatement raw ? raw.Text.Length : (value as string)?.Length ?? 0;
        if (_length > MaxLength)
            throw new ScriptRuntimeException(node.Span, $"this makes a file of more than {MaxLength:N0} characters");
    }

    // By default a list prints as ["b", "a"] and an object as its members.
    public override string ObjectToString(object? value, bool nested = false) => value switch
    {
        string text => text,
        int number => number.ToString(CultureInfo.InvariantCulture),
        long number => number.ToString(CultureInfo.InvariantCulture),
        _ => throw NotPrintable(CurrentSpan, value),
    };

    public override string GetTemplatePathFromName(string? templateName, ScriptNode? callerNode) => templateName ?? "";

    protected override Template CreateTemplate(string templatePath, ScriptNode? callerNode) => _templates.Get(templatePath);

    private static ScriptRuntimeException NotPrintable(SourceSpan span, object? value) =>
        new(span, $"only text and whole numbers can be printed, this is {Kind(value)}");

    private static string Kind(object? value) => value switch
    {
        null => "nothing",
        bool => "a boolean",
        string => "text",
        int or long => "a number",
        ScriptArray => "a list",
        ScriptView => "a view",
        _ => "of another type",
    };

    // Scriban refuses to include without a loader, though the two overrides above leave it nothing to do.
    private sealed class NoLoader : ITemplateLoader
    {
        public static readonly NoLoader Instance = new();

        public string GetPath(TemplateContext context, SourceSpan callerSpan, string templateName) => templateName ?? "";

        public string Load(TemplateContext context, SourceSpan callerSpan, string templatePath) =>
            throw new TemplateException(callerSpan, "templates come from the store only");

        public ValueTask<string?> LoadAsync(TemplateContext context, SourceSpan callerSpan, string templatePath) =>
            throw new TemplateException(callerSpan, "templates come from the store only");
    }
}
