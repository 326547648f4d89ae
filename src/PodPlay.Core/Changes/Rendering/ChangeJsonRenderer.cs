using System.Text.Json;
using PodPlay.Connectivity.Comparison;
using PodPlay.Diagnostics.Rendering;

namespace PodPlay.Changes.Rendering;

/// <summary>A change for programs, format 1; <c>docs/diff.md</c> says what stands where. Fields are only ever added.</summary>
public static class ChangeJsonRenderer
{
    public static string Render(ChangeDocument document) => JsonText.Of(json =>
    {
        var changes = document.Changes;
        json.WriteNumber("format", 1);
        json.Object("against", against =>
        {
            against.WriteString("name", document.With.Name);
            if (document.With.Commit is { } commit)
                against.WriteString("commit", commit);
            else
                against.WriteNull("commit");
            against.WriteBoolean("spec_existed", document.With.SpecExisted);
        });
        json.WriteString("summary", ChangeSummary.Of(changes));
        json.WriteBoolean("connectivity_changed", !changes.LeavesConnectivity);
        json.Array("connectivity", changes.Connectivity.SelectMany(c => c.Also.Prepend(c)), (list, change) => Statement(list, document, change));
        json.Array("renames", changes.Difference.Renames, (list, rename) => list.Object(r =>
        {
            r.WriteString("kind", rename.Kind);
            r.WriteString("before", rename.Before);
            r.WriteString("after", rename.After);
        }));
        json.Array("renumberings", changes.Renumberings, (list, renumbering) => list.Object(r =>
        {
            r.WriteString("name", renumbering.Name);
            Texts(r, "before", renumbering.Before);
            Texts(r, "after", renumbering.After);
        }));
        json.Array("moves", changes.Moves, (list, move) => list.Object(m =>
        {
            m.WriteString("service", move.Service);
            m.WriteString("from", move.From);
            m.WriteString("to", move.To);
            Texts(m, "volumes", move.Volumes);
        }));
        json.Array("router", changes.Clicks, Click);
        json.Array("hosts", changes.Hosts, Host);
        json.Array("broken_statements", document.BrokenStatements, (list, broken) => list.WriteStringValue(broken.Message));
        Texts(json, "failed", document.Failed);
    });

    private static void Statement(Utf8JsonWriter list, ChangeDocument document, ConnectivityChange change) => list.Object(json =>
    {
        json.WriteString("verb", change.Verb.ToString().ToLowerInvariant());
        json.WriteString("reach", Word(change.Reach));
        Texts(json, "from", change.Callers);
        Texts(json, "to", change.Called);
        json.WriteString("condition", change.Condition);
        json.Array("lines", change.Lines, (lines, line) => lines.Object(l =>
        {
            l.Array("ports", line.Ports, (ports, port) => ports.Object(p =>
            {
                p.WriteString("protocol", port.Protocol.ToString().ToLowerInvariant());
                p.WriteNumber("first", port.Ports.First);
                p.WriteNumber("last", port.Ports.Last);
                p.WriteString("family", port.Family?.ToString().ToLowerInvariant() ?? "both");
            }));
            l.WriteString("via", line.Via);
            l.Array("because", line.Because, (reasons, because) => reasons.Object(r =>
            {
                r.WriteString("path", because);
                if (document.PlaceOf(change, because) is not { } place)
                    return;
                r.WriteString("file", place.Source.Path);
                r.WriteNumber("line", place.From.Line);
            }));
        }));
    });

    private static void Click(Utf8JsonWriter list, ClickChange click) => list.Object(json =>
    {
        json.WriteString("action", click.Verb);
        json.WriteString("kind", click.Family == Model.Family.IPv4 ? "forward" : "pinhole");
        json.WriteString("protocol", click.Protocol.ToString().ToLowerInvariant());
        json.WriteString("outside", click.Outside.ToString());
        json.WriteString("before", click.Before);
        json.WriteString("after", click.After);
        json.WriteString("for", click.For);
    });

    private static void Host(Utf8JsonWriter list, HostChange host) => list.Object(json =>
    {
        json.WriteString("name", host.Host);
        json.WriteBoolean("gone", host.IsGone);
        json.WriteBoolean("daemon_reload", host.NeedsDaemonReload);
        json.WriteBoolean("hosts_merge", host.NeedsHostsMerge);
        json.Array("units", host.Units, (units, unit) => units.Object(u =>
        {
            u.WriteString("name", unit.Name);
            u.WriteString("action", ChangeSummary.Word(unit.Action));
            u.WriteString("user", unit.User);
            Texts(u, "reasons", unit.Reasons);
        }));
        json.Array("networks", host.Networks, (networks, network) => networks.Object(n =>
        {
            n.WriteString("name", network.Name);
            n.WriteString("unit", network.Unit);
            n.WriteString("fate", network.Fate switch { NetworkFate.Made => "made", NetworkFate.MadeAnew => "made-anew", _ => "removed" });
            n.WriteString("user", network.User);
            Texts(n, "reasons", network.Reasons);
        }));
        Texts(json, "volumes_left", host.VolumesLeft);
        Texts(json, "settings_left", host.SettingsLeft);
        Texts(json, "files", host.Files);
    });

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts) => json.Array(name, texts, (list, text) => list.WriteStringValue(text));

    internal static string Word(Reach reach) => reach switch
    {
        Reach.Internet => "internet",
        Reach.Lan => "lan",
        Reach.Egress => "egress",
        Reach.Zones => "zones",
        Reach.SameZone => "same-zone",
        _ => "default",
    };
}
