namespace PodPlay.Output;

/// <summary>What the operating system refused, in words that do not depend on the framework's own texts.</summary>
internal static class IoFault
{
    // errno values of Linux; .NET hands them on as HResult where it has no exception type of its own.
    private const int Again = 11;
    private const int NotAFolder = 20;
    private const int IsAFolder = 21;
    private const int NoSpace = 28;
    private const int NotEmpty = 39;
    private const int ReadOnly = 30;
    private const int TooManyLinks = 40;
    private const int Quota = 122;

    /// <summary>What a file operation can throw, short of our own mistakes.</summary>
    public static bool Is(Exception e) => e is IOException or UnauthorizedAccessException;

    /// <summary>Another process holds the lock on this file.</summary>
    public static bool IsLocked(Exception e) => e is IOException && e.HResult == Again;

    /// <summary>A folder was to be removed in which something lies.</summary>
    public static bool IsNotEmpty(Exception e) => e is IOException && e.HResult == NotEmpty;

    /// <summary>What was there a moment ago is not there any longer.</summary>
    public static bool IsGone(Exception e) => e is FileNotFoundException or DirectoryNotFoundException;

    public static string Reason(Exception e) => e switch
    {
        UnauthorizedAccessException => "permission denied",
        PathTooLongException => "the name is too long",
        _ when IsGone(e) => "it does not exist",
        _ => e.HResult switch
        {
            Again => "another program has it open",
            NotAFolder => "a file stands where a folder is needed",
            IsAFolder => "it is a folder",
            NoSpace => "no space left on the device",
            ReadOnly => "the file system is read-only",
            TooManyLinks => "the links lead in a circle",
            Quota => "the disk quota is used up",
            _ => e.Message,
        },
    };
}
