using System.Globalization;
using System.Text;

namespace PodPlay.Changes.Planning.Rendering;

/// <summary>A plan for the terminal: numbered, commands ready to be copied.</summary>
public static class PlanTextRenderer
{
    public static string Render(PlanDocument document)
    {
        var text = new StringBuilder($"against {document.With}: {document.Summary}\n");
        foreach (var (number, step) in document.Plan.Steps.Index())
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{number + 1}. {step.Title}\n");
            foreach (var command in step.Commands)
                text.Append($"     $ {command}\n");
            foreach (var part in step.Parts)
                text.Append($"     {part.What}\n{Line(part.Down.IsEmpty ? "" : $"down: {string.Join(", ", part.Down)}; ", part.Downtime)}{Line("", part.Note)}");
        }
        return text.ToString();
    }

    private static string Line(string word, string what) => what.Length == 0 ? "" : $"         {word}{what}\n";
}
