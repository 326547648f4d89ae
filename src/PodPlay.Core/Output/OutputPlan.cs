using System.Collections.Immutable;

namespace PodPlay.Output;

/// <summary>What <c>gen</c> would do to an output folder. Nothing has been written yet.</summary>
public sealed class OutputPlan
{
    /// <summary>As the user wrote it.</summary>
    public required string Folder { get; init; }

    /// <summary>Every path that is wanted, or was written by podplay and is no longer wanted; in ordinal order.</summary>
    public required ImmutableArray<OutputChange> Changes { get; init; }

    /// <summary>Files in the trees of the hosts that are not podplay's and not in its way. Never touched.</summary>
    public ImmutableArray<string> LeftAlone { get; init; } = [];

    /// <summary>An error was reported: this plan must not be carried out.</summary>
    public bool IsBlocked { get; init; }

    /// <summary>The folder holds, byte for byte, what the spec says.</summary>
    public bool IsUpToDate => !IsBlocked && Changes.All(c => c.State == FileState.Unchanged);

    /// <summary>A run was cut short here; what it left behind is still to be cleared away.</summary>
    internal bool HasLeftovers { get; init; }

    internal bool FolderExists { get; init; }

    /// <summary>Folders, deepest first, that held files no longer wanted and may be empty afterwards.</summary>
    internal ImmutableArray<string> FoldersToTry { get; init; } = [];

    /// <summary>Folders, deepest first, that hold nothing but removed files and stand where a file is wanted.</summary>
    internal ImmutableArray<string> FoldersInTheWay { get; init; } = [];
}
