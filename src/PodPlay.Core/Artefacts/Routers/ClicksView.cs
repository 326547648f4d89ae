using PodPlay.Model;

namespace PodPlay.Artefacts.Routers;

/// <summary>The page CLICKS.md: the table, and what goes with it.</summary>
internal static class ClicksView
{
    public static View Of(Network network, RouterOpenings openings)
    {
        var hints = ClicksHints.Of(network, openings).ToList();
        return new()
        {
            { "header", Header.Lines() },
            { "table", ClicksTable.Of(openings) },
            { "has_hints", hints.Count > 0 },
            { "hints", hints },
        };
    }
}
