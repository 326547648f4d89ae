namespace PodPlay.Firewall.Packets;

/// <summary>A region in the numbering of a <see cref="Space"/>: one bit mask for each field, all in one row of words.</summary>
internal readonly record struct Box(ulong[] Words, string? Because = null);
