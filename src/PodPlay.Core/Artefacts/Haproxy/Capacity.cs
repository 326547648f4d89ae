namespace PodPlay.Artefacts.Haproxy;

/// <summary>What one server takes at a time. Apache's numbers come from here too: were they smaller, requests would wait in
/// the kernel's queue, where HAProxy cannot see them.</summary>
internal static class Capacity
{
    public const int ConnectionsPerServer = 200;
}
