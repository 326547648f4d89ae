using System.Collections.Immutable;
using System.Text;
using PodPlay.Connectivity.Comparison;
using PodPlay.Diagnostics.Rendering;

namespace PodPlay.Changes.Rendering;

/// <summary>What opens as annotations beside the lines of the spec, within the runner's limits; then the whole as text.</summary>
public static class ChangeGithubRenderer
{
    public static string Render(ChangeDocument document)
    {
        var text = new StringBuilder();
        foreach (var kind in document.Changes.Declared.Where(c => c.Verb is Verb.Opens or Verb.Unlimits).GroupBy(Word))
        {
            var all = kind.ToImmutableArray();
            foreach (var change in all.Take(GithubRenderer.MaxOfAKind))
                text.Append(WorkflowCommand.Of(kind.Key, PlaceOf(document, change), null, Title(change), $"{change.Text}\nby {string.Join(", ", change.Because)}"));
            if (all.Length > GithubRenderer.MaxOfAKind)
                text.Append($"::{kind.Key}::and {SeverityWord.Count(all.Length - GithubRenderer.MaxOfAKind, "more connection")} opened, see the log of this step\n");
        }
        return text.Append(ChangeTextRenderer.Render(document)).ToString();
    }

    private static Text.SourceSpan? PlaceOf(ChangeDocument document, ConnectivityChange change) =>
        change.Because.Select(b => document.PlaceOf(change, b)).FirstOrDefault(p => p is not null);

    private static string Word(ConnectivityChange change) => change.Reach is Reach.Internet or Reach.Lan ? "warning" : "notice";

    private static string Title(ConnectivityChange change) => change switch
    {
        { Verb: Verb.Unlimits } => "not limited any more",
        { Reach: Reach.Internet } => "opens to the internet",
        { Reach: Reach.Lan } => "opens to the LAN",
        { Reach: Reach.Egress } => "may call the internet",
        _ => "new connection",
    };
}
