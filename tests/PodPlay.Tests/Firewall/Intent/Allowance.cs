using PodPlay.Firewall.Packets;

namespace PodPlay.Firewall.Intent;

/// <summary>Packets that shall pass a hook.</summary>
/// <param name="IsConditional">Only while their sender keeps to a limit.</param>
internal sealed record Allowance(Region Packets, string Because, bool IsConditional = false);
