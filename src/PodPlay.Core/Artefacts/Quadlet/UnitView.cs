namespace PodPlay.Artefacts.Quadlet;

/// <summary>What the templates of units see: each section by its name in small letters, as a list of keys.</summary>
internal static class UnitView
{
    public static View Of(Unit unit)
    {
        var view = new View { { "header", Header.Lines($"{unit.FileName}.d/*.conf") } };
        foreach (var section in unit.Sections)
            view.Add(MemberOf(section), section.Keys.Select(Of));
        // Only services that run all the time are started by a target.
        if (unit.Kind == "container")
            view.Add("has_install", unit.Sections.Any(s => s.Name == "Install"));
        if (unit.Kind == "network")
            view.Add("has_service", unit.Sections.Any(s => s.Name == "Service"));
        return view;
    }

    private static View Of(UnitKey key) => new()
    {
        { "comments", key.Comments },
        { "name", key.Name },
        { "value", key.Value },
    };

    private static string MemberOf(UnitSection section) => section.Name.ToLowerInvariant();
}
