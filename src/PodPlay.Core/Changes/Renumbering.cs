using System.Collections.Immutable;
using PodPlay.Connectivity;
using PodPlay.Model;

namespace PodPlay.Changes;

/// <summary>A name whose addresses are not the same. No change of connectivity, but a reviewer has to see that the LAN is another one.</summary>
/// <param name="Name"><c>lan</c>, <c>router</c> or <c>host main</c>.</param>
public sealed record Renumbering(string Name, ImmutableArray<string> Before, ImmutableArray<string> After)
{
    /// <summary><c>lan has 10.0.0.0/24 now (was 192.168.1.0/24)</c>.</summary>
    public string Text => $"{Name} has {Listed(After.Except(Before))} now (was {Listed(Before.Except(After))})";

    /// <summary>Of what is on both sides: the LAN, the router, then hosts by name.</summary>
    internal static ImmutableArray<Renumbering> Between(Network before, Network after) =>
    [
        .. new[]
        {
            new Renumbering("lan", Texts(Analysis.LanOf(before)), Texts(Analysis.LanOf(after))),
            new Renumbering("router", Texts(before.Router.Addresses), Texts(after.Router.Addresses)),
        }
        .Concat(before.Hosts.Join(after.Hosts, h => h.Name, h => h.Name, (was, now) => new Renumbering($"host {now.Name}", Texts(was.Addresses), Texts(now.Addresses))))
        .Where(r => !r.Before.SequenceEqual(r.After)),
    ];

    private static ImmutableArray<string> Texts<T>(IEnumerable<T> addresses) => [.. addresses.Select(a => $"{a}")];

    private static string Listed(IEnumerable<string> addresses) => addresses.ToList() is { Count: > 0 } all ? string.Join(", ", all) : "nothing else";
}
