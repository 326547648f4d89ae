using System.Collections.Immutable;
using System.Text.Json;

namespace PodPlay.Firewall.Kernel;

/// <summary>A named set or map.</summary>
/// <param name="Elements">Keys as they stand in the JSON, without the wrapping that comments need.</param>
/// <param name="IsDynamic">Packets fill it: what is in it, nobody knows beforehand.</param>
internal sealed record KernelSet(string Name, ImmutableArray<(JsonElement Key, JsonElement Value)> Elements, bool IsDynamic);
