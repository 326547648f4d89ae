using PodPlay.Diagnostics.Rendering;

namespace PodPlay.Changes.Planning.Rendering;

/// <summary>A plan for programs, format 1; <c>docs/plan.md</c> says what stands where. Fields are only ever added.</summary>
public static class PlanJsonRenderer
{
    public static string Render(PlanDocument document) => JsonText.Of(json =>
    {
        json.WriteNumber("format", 1);
        json.WriteString("against", document.With.Name);
        json.WriteString("commit", document.With.Commit);
        json.WriteString("summary", document.Summary);
        json.Array("down", document.Plan.Down, (list, service) => list.WriteStringValue(service));
        json.Array("steps", document.Plan.Steps, (list, step) => list.Object(s =>
        {
            s.WriteString("kind", step.Kind.ToString().ToLowerInvariant());
            s.WriteString("where", step.Where);
            s.WriteString("title", step.Title);
            s.Array("commands", step.Commands, (commands, command) => commands.WriteStringValue(command));
            s.Array("parts", step.Parts, (parts, part) => parts.Object(p =>
            {
                p.WriteString("what", part.What);
                p.Array("down", part.Down, (list, service) => list.WriteStringValue(service));
                p.WriteString("downtime", part.Downtime);
                p.WriteString("note", part.Note);
            }));
        }));
    });
}
