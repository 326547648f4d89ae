using System.Globalization;
using PodPlay.Changes.Rendering;

namespace PodPlay.Changes.Planning;

/// <summary>A plan and what it starts from.</summary>
public sealed record PlanDocument(Plan Plan, ComparedWith With)
{
    /// <summary><c>4 steps; for a while down: mail</c>.</summary>
    public string Summary
    {
        get
        {
            if (Plan.Steps.IsEmpty)
                return "Nothing to do.";
            var steps = string.Create(CultureInfo.InvariantCulture, $"{Plan.Steps.Length} {(Plan.Steps.Length == 1 ? "step" : "steps")}");
            return Plan.Down.IsEmpty ? $"{steps}; nobody is down" : $"{steps}; down for a while: {string.Join(", ", Plan.Down)}";
        }
    }
}
