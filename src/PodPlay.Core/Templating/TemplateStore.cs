using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using Scriban;
using Scriban.Parsing;

namespace PodPlay.Templating;

/// <summary>Templates by name (<c>quadlet/container.sbn</c>); each is read and parsed once, when it is first asked for.</summary>
/// <param name="read">A template's text, or null where there is none of this name.</param>
internal sealed class TemplateStore(Func<string, string?> read)
{
    public const string Folder = "templates/";

    private readonly ConcurrentDictionary<string, Template> _parsed = new(StringComparer.Ordinal);

    /// <summary>What is built into podplay.</summary>
    public static TemplateStore Embedded { get; } = new(ReadEmbedded);

    /// <summary>The names of the embedded templates, in ordinal order.</summary>
    public static ImmutableArray<string> EmbeddedNames { get; } =
    [
        .. typeof(TemplateStore).Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(Folder, StringComparison.Ordinal))
            .Select(n => n[Folder.Length..])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Parses the built-in templates on the second processor, while the spec is read on the first: a seventh of the time of a small spec.</summary>
    public static void ParseAhead()
    {
        if (Environment.ProcessorCount > 1)
            new Thread(ParseAll) { IsBackground = true }.Start();
    }

    private static void ParseAll()
    {
        try
        {
            foreach (var name in EmbeddedNames)
                Embedded.Get(name);
        }
        catch (TemplateException)
        {
            // Whoever needs it meets it again.
        }
    }

    /// <exception cref="TemplateException">No such template, or it does not parse.</exception>
    public Template Get(string name) => _parsed.TryGetValue(name, out var known) ? known : _parsed.GetOrAdd(name, Parse);

    private Template Parse(string name)
    {
        var text = read(name) ?? throw new TemplateException($"no template `{name}`");
        // A carriage return of the template would go straight to the output.
        var template = Template.Parse(text.Replace("\r\n", "\n", StringComparison.Ordinal), Folder + name);
        return template.Messages.FirstOrDefault(m => m.Type == ParserMessageType.Error) is { } error
            ? throw new TemplateException(error.Span, error.Message)
            : template;
    }

    public static string? ReadEmbedded(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Folder + name);
        if (stream is null)
            return null;
        var bytes = ArrayPool<byte>.Shared.Rent((int)stream.Length);
        var length = stream.ReadAtLeast(bytes, (int)stream.Length);
        var text = Encoding.UTF8.GetString(bytes, 0, length);
        ArrayPool<byte>.Shared.Return(bytes);
        return text;
    }
}
