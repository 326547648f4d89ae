using System.Collections;

namespace PodPlay.Artefacts;

/// <summary>
/// What one template sees, in the target's own words: text, whole numbers, booleans, lists of those and of views. No null can
/// get in, nothing is left to decide, and everything is already escaped for its target.
/// </summary>
/// <remarks>
/// Not a CLR object handed to the template engine: compiled ahead of time, Scriban prints the members of such an object
/// as empty text without any warning (measured).
/// </remarks>
public sealed class View : IEnumerable<KeyValuePair<string, object>>
{
    private readonly List<KeyValuePair<string, object>> _members = [];

    public void Add(string name, string text) => _members.Add(new(name, text));

    public void Add(string name, long number) => _members.Add(new(name, number));

    public void Add(string name, bool flag) => _members.Add(new(name, flag));

    public void Add(string name, View view) => _members.Add(new(name, view));

    public void Add(string name, IEnumerable<string> texts) => _members.Add(new(name, texts.ToArray()));

    public void Add(string name, IEnumerable<View> views) => _members.Add(new(name, views.ToArray()));

    public IEnumerator<KeyValuePair<string, object>> GetEnumerator() => _members.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
