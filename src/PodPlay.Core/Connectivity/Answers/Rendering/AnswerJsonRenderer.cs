using System.Text.Json;
using PodPlay.Diagnostics.Rendering;
using PodPlay.Model;
using PodPlay.Model.Resolve;

namespace PodPlay.Connectivity.Answers.Rendering;

/// <summary>An answer for programs, format 1; <c>docs/connectivity.md</c> says what stands where. Fields are only ever added.</summary>
public static class AnswerJsonRenderer
{
    public static string Render(Answer answer, SpecPlaces? places) => JsonText.Of(json =>
    {
        json.WriteNumber("format", 1);
        json.WriteString("from", answer.Question.From);
        json.WriteString("to", answer.Question.To);
        json.WriteString("port", answer.Question.Port);
        json.WriteString("answer", answer.Refusal is null ? "yes" : "no");
        json.Array("ways", answer.Routes, (list, route) => Way(list, route, places));
        json.Array("notes", answer.Notes, (list, note) => list.WriteStringValue(note));
        if (answer.Refusal is not { } no)
            return;
        json.WriteString("reason", no.Reason);
        json.Array("blocked", no.Obstacles, (list, obstacle) => list.Object(o =>
        {
            o.WriteString("text", obstacle.Text);
            Place(o, obstacle.Path, places);
        }));
        json.Array("write", no.Fixes, (list, fix) => list.Object(f =>
        {
            f.WriteString("section", fix.Section);
            f.WriteString("line", fix.Line);
            f.WriteString("instead", fix.Instead);
        }));
        json.Array("possible", no.Nearest, (list, route) => Way(list, route, places));
    });

    private static void Way(Utf8JsonWriter list, Route route, SpecPlaces? places) => list.Object(json =>
    {
        Texts(json, "from", route.Callers);
        Texts(json, "to", route.Called);
        Texts(json, "protocols", route.Protocols.Select(p => p.Word()));
        json.WriteNumber("first", route.Ports.First);
        json.WriteNumber("last", route.Ports.Last);
        Texts(json, "families", route.Families.Select(f => f.ToString().ToLowerInvariant()));
        Texts(json, "hops", route.Hops);
        json.WriteString("condition", route.Condition);
        json.Object("because", because => Place(because, route.Because, places));
    });

    private static void Place(Utf8JsonWriter json, string path, SpecPlaces? places)
    {
        json.WriteString("path", path);
        if (places?.Nearest(path) is not { } place)
            return;
        json.WriteString("file", place.Source.Path);
        json.WriteNumber("line", place.From.Line);
    }

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts) => json.Array(name, texts, (list, text) => list.WriteStringValue(text));
}
