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
    /// <summary>Without members.</summary>
    public static View Empty { get; } = [];

    private readonly List<KeyValuePair<string, object>> _members = [];

    public void Add(string name, string text) => AddValue(name, text);

    public void Add(string name, long number) => AddValue(name, number);

    public void Add(string name, bool flag) => AddValue(name, flag);

    public void Add(string name, View view) => AddValue(name, view);

    public void Add(string name, IEnumerable<string> texts) => AddValue(name, texts.ToArray());

    public void Add(string name, IEnumerable<View> views) => AddValue(name, views.ToArray());

    public int Count => _members.Count;

    /// <summary>The value of the member at a place.</summary>
    public object this[int place] => _members[place].Value;

    /// <summary>A member's value; null where there is no such member.</summary>
    public object? Find(string name) => PlaceOf(name) is >= 0 and var place ? _members[place].Value : null;

    /// <summary>The place of a member; -1 where there is no such member.</summary>
    public int PlaceOf(string name)
    {
        // A view has a few members: to look at each is quicker than to hash.
        for (var i = 0; i < _members.Count; i++)
        {
            if (_members[i].Key == name)
                return i;
        }
        return -1;
    }

    /// <summary>The same with another list of texts.</summary>
    public View With(string name, string[] texts)
    {
        var view = new View();
        foreach (var (key, value) in _members)
            view.AddValue(key, key == name ? texts : value);
        return view;
    }

    private void AddValue(string name, object value)
    {
        if (value is null || (value is object[] list && Array.Exists(list, item => item is null)))
            throw new ArgumentException($"`{name}` of the view is null", nameof(value));
        if (Find(name) is not null)
            throw new ArgumentException($"the view has two members `{name}`", nameof(name));
        _members.Add(new(name, value));
    }

    public IEnumerator<KeyValuePair<string, object>> GetEnumerator() => _members.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
