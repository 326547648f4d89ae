using PodPlay.Artefacts;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;

namespace PodPlay.Templating;

/// <summary>A view as the template engine reads it: looked at where a template asks, and not copied.</summary>
/// <remarks>By hand: the engine prints the members of a CLR object as empty text once compiled ahead of time, without a warning.</remarks>
internal sealed class ScriptView(View view, string template) : IScriptObject
{
    // In a loop a template asks for the same list each time around.
    private object?[]? _asked;

    public int Count => view.Count;

    public bool IsReadOnly
    {
        get => true;
        set => throw Unwritable();
    }

    public IEnumerable<string> GetMembers() => view.Select(m => m.Key);

    public bool Contains(string member) => view.Find(member) is not null;

    public bool TryGetValue(TemplateContext? context, SourceSpan span, string member, out object? value)
    {
        var place = view.PlaceOf(member);
        value = place < 0 ? null : view[place] is var plain and (string or long or bool) ? plain : Kept(place);
        return value is not null;
    }

    public bool CanWrite(string member) => false;

    public bool TrySetValue(TemplateContext? context, SourceSpan span, string member, object? value, bool readOnly) => false;

    public bool Remove(string member) => false;

    public void SetReadOnly(string member, bool readOnly) => throw Unwritable();

    public IScriptObject Clone(bool deep) => this;

    private object Kept(int place) => (_asked ??= new object?[view.Count])[place] ??= ToScript(view[place]);

    private object ToScript(object value) => value switch
    {
        View one => new ScriptView(one, template),
        View[] many => new ScriptArray(Array.ConvertAll(many, v => new ScriptView(v, template))),
        string[] texts => new ScriptArray(texts),
        _ => throw new TemplateException($"{template}: a member of the view is a {value.GetType().Name}"),
    };

    private TemplateException Unwritable() => new($"{template}: a view cannot be written");
}
