using PodPlay.Artefacts;
using PodPlay.Templating;

namespace PodPlay.Tests.Templating;

/// <summary>Templates that exist only in a test.</summary>
internal static class Templates
{
    /// <summary>Renders <c>t/main.sbn</c> with the given text; others may be included by name.</summary>
    public static string Render(string text, View view, params (string Name, string Text)[] others) =>
        Renderer(text, others).Render(new PlannedFile("main/etc/x", "t/main.sbn", view));

    public static TemplateRenderer Renderer(string text, params (string Name, string Text)[] others) =>
        new(Store(text, others));

    public static TemplateStore Store(string text, params (string Name, string Text)[] others)
    {
        var all = others.ToDictionary(o => o.Name, o => o.Text, StringComparer.Ordinal);
        all["t/main.sbn"] = text;
        return new TemplateStore(name => all.GetValueOrDefault(name));
    }
}
