using System.Collections.Immutable;

namespace PodPlay.Cli.Completion;

/// <summary>A word that may come next.</summary>
/// <param name="Description">One line, for shells that show it.</param>
internal sealed record Proposal(string Value, string? Description);

/// <summary>Whether names of files may come next, too; the shell knows them best.</summary>
internal enum Files
{
    None,
    Any,
    Folders,
}

/// <summary>All that may come next.</summary>
internal sealed record Proposals(ImmutableArray<Proposal> Words, Files Files)
{
    /// <summary>For the scripts: a word and its description a line, with a tab between them; last, with a tab in front, what files are wanted.</summary>
    public string Print() =>
        string.Concat(Words.Select(w => $"{w.Value}\t{w.Description}\n")) + (Files switch { Files.Any => "\tfiles\n", Files.Folders => "\tfolders\n", _ => "" });
}
