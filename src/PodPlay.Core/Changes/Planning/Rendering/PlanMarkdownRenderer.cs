using System.Globalization;
using System.Text;
using PodPlay.Artefacts;

namespace PodPlay.Changes.Planning.Rendering;

/// <summary>A plan as a list to tick off, for a ticket or a pull request.</summary>
public static class PlanMarkdownRenderer
{
    public static string Render(PlanDocument document)
    {
        var text = new StringBuilder($"### Plan: {Quote.Markdown(document.Summary)}\n");
        foreach (var (number, step) in document.Plan.Steps.Index())
        {
            text.Append(CultureInfo.InvariantCulture, $"\n- [ ] **{number + 1}. {Quote.Markdown(step.Title)}**\n");
            if (!step.Commands.IsEmpty)
                text.Append($"\n  ```sh\n{string.Concat(step.Commands.Select(c => $"  {c}\n"))}  ```\n");
            foreach (var part in step.Parts)
                text.Append($"  - {Quote.Markdown(part.What)}{(part.Down.IsEmpty ? "" : $"; **down: {Quote.Markdown(string.Join(", ", part.Down))}**")}{(part.Downtime.Length == 0 ? "" : $"; {Quote.Markdown(part.Downtime)}")}{(part.Note.Length == 0 ? "" : $" ({Quote.Markdown(part.Note)})")}\n");
        }
        return text.Append($"\n<sub>podplay plan, against {Quote.Markdown(document.With.ToString())}</sub>\n").ToString();
    }
}
