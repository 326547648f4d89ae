using PodPlay.Artefacts;
using PodPlay.Output;
using Scriban.Runtime;
using Scriban.Syntax;

namespace PodPlay.Templating;

/// <summary>Planned files to text. Not for two threads at once: the context is used again for each file.</summary>
public sealed class TemplateRenderer
{
    private readonly TemplateStore _templates;
    private readonly TemplateOverrides _overrides = TemplateOverrides.None;
    private StrictTemplateContext _context;

    public TemplateRenderer()
        : this(TemplateStore.Embedded)
    {
    }

    /// <param name="overrides">Templates of the user's: they are bounded, and the files that they make say so.</param>
    public TemplateRenderer(TemplateOverrides overrides)
        : this(overrides.Store)
    {
        _overrides = overrides;
    }

    internal TemplateRenderer(TemplateStore templates)
    {
        _templates = templates;
        _context = new StrictTemplateContext(templates);
    }

    /// <exception cref="TemplateException">The template and the view do not fit: our own mistake.</exception>
    public string Render(PlannedFile file)
    {
        var template = _templates.Get(file.Template);
        _context.Begin(isBounded: !_overrides.IsEmpty);
        _context.PushGlobal(ToScript(file.View, file.Template, HeaderOf(file.Template)));
        try
        {
            var text = template.Render(_context);
            _context.PopGlobal();
            return text;
        }
        catch (Exception e) when (e is ScriptRuntimeException or TemplateException)
        {
            // A context that stopped half-way keeps its stacks and its output.
            _context = new StrictTemplateContext(_templates);
            throw Placed(e, file);
        }
    }

    /// <summary>All files, in the order of their paths.</summary>
    /// <exception cref="TemplateException">As for one file.</exception>
    public OutputTree RenderAll(IEnumerable<PlannedFile> files)
    {
        var tree = new OutputTree();
        foreach (var file in files)
            tree.Add(file.Path, Render(file));
        return tree;
    }

    private string? HeaderOf(string template) =>
        _overrides.UsedBy(template).ToList() is { Count: > 0 } own ? $"Made with templates of your own (--templates): {string.Join(", ", own)}" : null;

    private static TemplateException Placed(Exception fault, PlannedFile file) => fault switch
    {
        TemplateException own => own,
        // Scriban wraps an exception of the store in one of its own, at the place of the `include`.
        ScriptRuntimeException { InnerException: TemplateException own } e => new TemplateException(e.Span, own.Message, e),
        ScriptRuntimeException e => new TemplateException(e.Span, $"{e.OriginalMessage} (for {file.Path})", e),
        _ => throw fault,
    };

    // By hand: a CLR object inside a ScriptObject prints as empty text once compiled ahead of time, without a warning.
    private static ScriptObject ToScript(View view, string template, string? moreHeader = null)
    {
        var members = new ScriptObject(StringComparer.Ordinal);
        foreach (var (name, value) in view)
        {
            var shown = name == "header" && moreHeader is not null && value is string[] lines ? lines.Append(moreHeader).ToArray() : value;
            if (!members.TryAdd(name, ToScript(shown, name, template)))
                throw new TemplateException($"{template}: the view has two members `{name}`");
        }
        return members;
    }

    private static object ToScript(object? value, string name, string template) => value switch
    {
        string or long or bool => value,
        View view => ToScript(view, template),
        string[] texts => new ScriptArray(texts.Select(t => ToScript((object?)t, name, template))),
        View[] views => new ScriptArray(views.Select(v => ToScript((object?)v, name, template))),
        null => throw new TemplateException($"{template}: `{name}` of the view is null"),
        _ => throw new TemplateException($"{template}: `{name}` of the view is a {value.GetType().Name}"),
    };
}
