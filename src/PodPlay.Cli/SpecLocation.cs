using System.Collections.Immutable;
using PodPlay.Output;
using PodPlay.Syntax;

namespace PodPlay.Cli;

/// <summary>Where the spec is: a file, or standard input under a file's name.</summary>
internal sealed record SpecLocation(string Path, ISpecFiles Files)
{
    public const string DefaultName = "podplay.yaml";

    /// <summary>Null after a message: there is no spec.</summary>
    public static SpecLocation? Find(string? asked, string stdinName, CliConsole console)
    {
        var disk = new DiskSpecFiles();
        if (asked == "-")
            return new(stdinName, new WithStandardInput(stdinName, SpecText.Read(console.In), disk));
        if (asked is not null)
            return new(asked, disk);
        if (Discover(console.WorkingDirectory) is not { } found)
        {
            console.Error.Write($"podplay: no {DefaultName} here or above, up to the root of the git repository\nstart one with: podplay init\n");
            return null;
        }
        if (found != DefaultName)
            console.Error.Write($"using {found}\n");
        return new(found, disk);
    }

    // Upwards as git does, and no further than the repository: never $HOME.
    private static string? Discover(string start)
    {
        var prefix = "";
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent, prefix = "../" + prefix)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, DefaultName)))
                return start == "." ? prefix + DefaultName : System.IO.Path.Combine(folder.FullName, DefaultName);
            if (Directory.Exists(System.IO.Path.Combine(folder.FullName, ".git")))
                break;
        }
        return null;
    }

    private sealed class WithStandardInput(string name, byte[] bytes, ISpecFiles rest) : ISpecFiles
    {
        public byte[]? Read(string path) => path == name ? bytes : rest.Read(path);

        public ImmutableArray<string> Match(string pattern) => rest.Match(pattern);
    }
}
