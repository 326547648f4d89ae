using System.Text.Json;
using PodPlay.Firewall.Packets;

namespace PodPlay.Firewall.Kernel;

/// <summary>The left side of a match: a field, and which packets have it at all.</summary>
/// <param name="Applies">What nft leaves out of its listing since the field implies it.</param>
/// <param name="Read">A value of the right side as values of the field.</param>
internal sealed record Operand(Field Field, Region Applies, Func<JsonElement, ValueSet> Read);
