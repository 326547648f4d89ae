using System.Text;
using PodPlay.Artefacts;
using PodPlay.Output;
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
    public string Render(PlannedFile file) => Encoding.UTF8.GetString(RenderBytes(file));

    /// <summary>The same in UTF-8.</summary>
    /// <exception cref="TemplateException">As for the text.</exception>
    public byte[] RenderBytes(PlannedFile file)
    {
        var template = _templates.Get(file.Template);
        _context.Begin(isBounded: !_overrides.IsEmpty);
        _context.PushGlobal(new ScriptView(Headed(file), file.Template));
        try
        {
            template.Render(_context);
            _context.PopGlobal();
            return _context.End();
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
            tree.Add(file.Path, RenderBytes(file));
        return tree;
    }

    private View Headed(PlannedFile file)
    {
        if (_overrides.UsedBy(file.Template).ToList() is not { Count: > 0 } own || file.View.Find("header") is not string[] header)
            return file.View;
        return file.View.With("header", [.. header, $"Made with templates of your own (--templates): {string.Join(", ", own)}"]);
    }

    private static TemplateException Placed(Exception fault, PlannedFile file) => fault switch
    {
        TemplateException own => own,
        // Scriban wraps an exception of the store in one of its own, at the place of the `include`.
        ScriptRuntimeException { InnerException: TemplateException own } e => new TemplateException(e.Span, own.Message, e),
        ScriptRuntimeException e => new TemplateException(e.Span, $"{e.OriginalMessage} (for {file.Path})", e),
        _ => throw fault,
    };
}
