namespace PodPlay.Changes;

/// <summary>What becomes of a podman network.</summary>
public enum NetworkFate
{
    Made,

    /// <summary>Podman cannot change a network: it is removed and made again, and all its containers with it.</summary>
    MadeAnew,

    Removed,
}
