using System.Text.Json;
using PodPlay.Connectivity.Comparison;
using PodPlay.Diagnostics;
using PodPlay.Diagnostics.Rendering;

namespace PodPlay.Changes.Rendering;

/// <summary>What opens, as SARIF 2.1.0: one result for each statement, at the lines of the spec that allow it.</summary>
public static class ChangeSarifRenderer
{
    private static readonly (string Id, string Text)[] Rules =
    [
        ("internet-opened", "The internet reaches something new."),
        ("lan-opened", "The LAN reaches something new."),
        ("egress-opened", "Something may call the internet that might not."),
        ("opened", "A new connection between services."),
        ("unlimited", "A limit on connections is gone."),
    ];

    public static string Render(ChangeDocument document) => JsonText.Of(json =>
    {
        json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.WriteString("version", "2.1.0");
        json.Array("runs", [document], (runs, _) => runs.Object(run =>
        {
            run.Object("tool", tool => tool.Object("driver", driver =>
            {
                driver.WriteString("name", "podplay");
                driver.Array("rules", Rules, (rules, rule) => rules.Object(r =>
                {
                    r.WriteString("id", rule.Id);
                    r.Object("shortDescription", text => text.WriteString("text", rule.Text));
                }));
            }));
            run.WriteString("columnKind", "utf16CodeUnits");
            run.Array("results", document.Changes.Declared.Where(c => c.Verb is Verb.Opens or Verb.Unlimits), (results, change) => Result(results, document, change));
        }));
    });

    private static void Result(Utf8JsonWriter results, ChangeDocument document, ConnectivityChange change) => results.Object(json =>
    {
        var id = RuleOf(change);
        json.WriteString("ruleId", id);
        json.WriteNumber("ruleIndex", Array.FindIndex(Rules, r => r.Id == id));
        json.WriteString("level", document.Failed.Contains(id) ? "error" : change.Reach is Reach.Internet or Reach.Lan ? "warning" : "note");
        json.Object("message", message => message.WriteString("text", $"{change.Text}, by {string.Join(", ", change.Because)}"));
        var places = change.Because.Select(b => (Path: b, Place: document.PlaceOf(change, b))).Where(p => p.Place is not null);
        json.Array("locations", places, (list, place) => list.Object(location =>
            SarifRenderer.WriteLocation(location, place.Place!.Value.Source.Path, new Label(place.Place.Value, place.Path))));
    });

    private static string RuleOf(ConnectivityChange change) => change switch
    {
        { Verb: Verb.Unlimits } => "unlimited",
        { Reach: Reach.Internet } => "internet-opened",
        { Reach: Reach.Lan } => "lan-opened",
        { Reach: Reach.Egress } => "egress-opened",
        _ => "opened",
    };
}
