using System.Collections.Immutable;
using PodPlay.Model;

namespace PodPlay.Connectivity.Comparison;

/// <summary>Ports that a change opens, closes or limits for one caller, exactly: a widened range holds only what is new.</summary>
/// <param name="CallerName">With its addresses where the name does not mean the same on both sides.</param>
/// <param name="From">In the network that allows it: the later one, for what closes the earlier one.</param>
/// <param name="Via">The way of it.</param>
/// <param name="Because">The spec paths that allow it there, each once, ordinal.</param>
public sealed record ChangedCell(
    Verb Verb, string CallerName, Party From, Party To, Protocol Protocol, Family Family, PortRange Ports, string Via, string Condition, ImmutableArray<string> Because);
