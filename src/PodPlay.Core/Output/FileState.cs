namespace PodPlay.Output;

/// <summary>What is to be said about one path when the output folder is compared with what the spec wants.</summary>
public enum FileState
{
    /// <summary>Already what is wanted, byte for byte, whoever wrote it.</summary>
    Unchanged,

    /// <summary>Wanted and not there.</summary>
    New,

    /// <summary>As podplay wrote it, and no longer what is wanted.</summary>
    Changed,

    /// <summary>As podplay wrote it, and no longer wanted at all.</summary>
    Removed,

    /// <summary>Written by podplay and changed since, to something that is not wanted.</summary>
    EditedByHand,

    /// <summary>Not written by podplay, and in the way.</summary>
    Foreign,
}
