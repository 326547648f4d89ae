namespace PodPlay.Templating;

/// <summary>A template cannot be parsed or rendered: for an embedded one, our own mistake. The message begins with the place.</summary>
public sealed class TemplateException : Exception
{
    internal TemplateException(Scriban.Parsing.SourceSpan place, string fault, Exception? inner = null)
        : base($"{place.FileName}:{place.Start.Line + 1}:{place.Start.Column + 1}: {fault}", inner)
    {
        Place = place;
        Fault = fault;
    }

    internal TemplateException(string fault)
        : base(fault)
    {
        Fault = fault;
    }

    /// <summary>Null where no template has been read yet.</summary>
    internal Scriban.Parsing.SourceSpan? Place { get; }

    /// <summary>Without the place.</summary>
    internal string Fault { get; }
}
