using System.Collections.Immutable;

namespace PodPlay.Syntax;

/// <summary>How the loader gets at files: the disk for the tool, a dictionary for tests, git for a diff.</summary>
public interface ISpecFiles
{
    /// <summary>The file's bytes; null when there is no such file. Throws <see cref="IOException"/> or
    /// <see cref="UnauthorizedAccessException"/> when it is there and cannot be read.</summary>
    byte[]? Read(string path);

    /// <summary>Paths that match a glob of one folder level (<c>services/*.yaml</c>), in ordinal order.</summary>
    ImmutableArray<string> Match(string pattern);
}
