using System.Collections.Immutable;
using PodPlay.Connectivity.Comparison;

namespace PodPlay.Changes;

/// <summary>The words of <c>--fail-on</c>: what makes a difference a refusal.</summary>
public static class FailOn
{
    /// <summary>Needs the findings of the spec besides the change.</summary>
    public const string Assert = "assert";

    private static readonly ImmutableArray<(string Word, Func<ChangeSet, bool> IsTrue)> Words =
    [
        ("internet-opened", c => c.Declared.Any(d => d is { Verb: Verb.Opens, Reach: Reach.Internet })),
        ("lan-opened", c => c.Declared.Any(d => d.Verb == Verb.Opens && d.Also.Prepend(d).Any(a => a.Reach == Reach.Lan || a.Callers.Any(n => n.StartsWith("lan", StringComparison.Ordinal))))),
        ("egress-opened", c => c.Declared.Any(d => d is { Verb: Verb.Opens, Reach: Reach.Egress })),
        ("opened", c => c.Declared.Any(d => d.Verb == Verb.Opens)),
        ("closed", c => c.Declared.Any(d => d.Verb == Verb.Closes)),
        ("unlimited", c => c.Declared.Any(d => d.Verb == Verb.Unlimits)),
        ("changed", c => !c.LeavesConnectivity),
        ("clicks", c => !c.Clicks.IsEmpty),
        ("restarts", c => c.Hosts.Any(h => h.With(UnitAction.Restart).Any() || h.With(UnitAction.Stop).Any())),
        ("networks-anew", c => c.Hosts.Any(h => h.Networks.Any(n => n.Fate == NetworkFate.MadeAnew))),
    ];

    /// <summary>In the order of the documentation.</summary>
    public static ImmutableArray<string> All { get; } = [.. Words.Select(w => w.Word), Assert];

    /// <summary>Those of the asked words that are true, in the documentation's order.</summary>
    public static ImmutableArray<string> True(ChangeSet changes, bool hasBrokenStatements, IReadOnlyCollection<string> asked) =>
        [.. All.Where(w => asked.Contains(w) && (w == Assert ? hasBrokenStatements : Words.First(t => t.Word == w).IsTrue(changes)))];
}
