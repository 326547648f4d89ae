namespace PodPlay.Drift;

/// <summary>How a file of the spec stands on its host.</summary>
internal enum FileState
{
    /// <summary>Byte for byte what the spec says.</summary>
    AsSpec,

    /// <summary>What was applied, or nothing; the spec is newer.</summary>
    NotApplied,

    /// <summary>Neither what the spec says nor what was applied.</summary>
    Changed,
}
