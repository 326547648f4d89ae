using System.Text;
using PodPlay.Model.Resolve;

namespace PodPlay.Connectivity.Answers.Rendering;

/// <summary>An answer for the terminal: the word first, then each way, or what is missing.</summary>
public static class AnswerTextRenderer
{
    public static string Render(Answer answer, SpecPlaces? places)
    {
        var text = new StringBuilder();
        if (answer.Refusal is { } no)
            Refuse(text, no, places);
        else
            text.Append("yes\n");
        foreach (var route in answer.Routes)
            Way(text, route, places);
        foreach (var note in answer.Notes)
            text.Append($"  note: {note}\n");
        return text.ToString();
    }

    private static void Refuse(StringBuilder text, Refusal no, SpecPlaces? places)
    {
        text.Append($"no: {no.Reason}{(no.Path is { } path ? At(places, path) : "")}\n");
        foreach (var obstacle in no.Obstacles)
            text.Append($"  blocked: {obstacle.Text}{At(places, obstacle.Path)}\n");
        foreach (var fix in no.Fixes)
            text.Append($"  to allow it, in {fix.Section}: {fix.Line}{(fix.Instead.Length == 0 ? "" : $" (instead of {fix.Instead})")}\n");
        if (!no.Nearest.IsEmpty)
            text.Append("  what is possible:\n");
        foreach (var route in no.Nearest)
            text.Append($"    {string.Join(", ", route.Callers)} -> {string.Join(", ", route.Called)} {route.PortText}, by {route.Because}{At(places, route.Because)}\n");
    }

    private static void Way(StringBuilder text, Route route, SpecPlaces? places)
    {
        var condition = route.Condition.Length == 0 ? "" : $", {route.Condition}";
        text.Append($"  {string.Join(" -> ", route.Hops)}  {route.PortText} by {string.Join(" and ", route.Families)}{condition}\n");
        text.Append($"    allowed by {route.Because}{At(places, route.Because)}\n");
    }

    private static string At(SpecPlaces? places, string path) => places?.Nearest(path) is { } place ? $" ({place.Source.Path}:{place.From.Line})" : "";
}
