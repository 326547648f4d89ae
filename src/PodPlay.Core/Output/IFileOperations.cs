namespace PodPlay.Output;

/// <summary>Every way in which podplay changes a disk. Between the writer and the disk, so that a test can pull the plug at each step.</summary>
internal interface IFileOperations
{
    /// <summary>A file's bytes; null when there is no such file.</summary>
    byte[]? Read(string path);

    /// <summary>Makes a folder and those above it; one that is there already stays as it is.</summary>
    void CreateFolder(string path);

    /// <summary>Writes a file that must not exist yet.</summary>
    void CreateFile(string path, byte[] bytes);

    /// <summary>Puts a file in the place of another, or in a free one, at one stroke.</summary>
    void Move(string from, string to);

    /// <summary>Removes a file; none there is fine.</summary>
    void Delete(string path);

    /// <summary>Removes a folder if it is empty; says whether it is gone.</summary>
    bool DeleteIfEmpty(string folder);

    /// <summary>Names of the files in a folder.</summary>
    IReadOnlyList<string> FilesIn(string folder);

    /// <summary>Opens a file for appending that no other process can open until it is closed; null when another has it.</summary>
    Stream? OpenExclusive(string path);
}
