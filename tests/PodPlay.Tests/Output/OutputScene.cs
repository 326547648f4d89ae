using System.Text;
using PodPlay.Diagnostics;
using PodPlay.Output;
using PodPlay.Testing.Tools;
using PodPlay.Text;

namespace PodPlay.Tests.Output;

/// <summary>An output folder of a test's own, and what a spec would want there.</summary>
internal sealed class OutputScene : IDisposable
{
    public static readonly string[] Hosts = ["fast", "main"];

    private readonly TempTree _temp = new();

    public string Folder => Path.Combine(_temp.Root, "output");

    /// <summary>Each tree has an address lock of its own beside the folder.</summary>
    public bool HasLock { get; init; }

    public string Lock => Path.Combine(_temp.Root, "podplay.lock");

    /// <summary>A tree with its manifests.</summary>
    public static OutputTree Tree(params (string Path, string Text)[] files)
    {
        var tree = new OutputTree();
        foreach (var (path, text) in files)
            tree.Add(path, text);
        Manifest.AddTo(tree, Hosts);
        return tree;
    }

    /// <summary>Compares and, if nothing stands in the way, writes.</summary>
    public Outcome Gen(OutputTree tree, bool force = false, IFileOperations? files = null)
    {
        var diagnostics = new DiagnosticBag();
        var plan = OutputFolder.Compare(tree, Folder, force, diagnostics);
        var addresses = HasLock ? new AddressFile(Lock, File.Exists(Lock) ? File.ReadAllBytes(Lock) : null, LockOf(tree)) : null;
        var done = new OutputWriter(plan, addresses, files ?? DiskFileOperations.Instance, diagnostics).Run();
        return new Outcome(plan, done, diagnostics);
    }

    public Outcome Gen(params (string Path, string Text)[] files) => Gen(Tree(files));

    public Outcome Compare(OutputTree tree, bool force = false)
    {
        var diagnostics = new DiagnosticBag();
        return new Outcome(OutputFolder.Compare(tree, Folder, force, diagnostics), false, diagnostics);
    }

    public string At(string path) => Path.Combine(Folder, path);

    public string Read(string path) => File.ReadAllText(At(path));

    public void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllText(At(path), text, new UTF8Encoding(false));
    }

    /// <summary>Every path below the output folder, folders with a slash at the end, links with their target, in ordinal order.</summary>
    public string[] Paths() => !Directory.Exists(Folder)
        ? []
        : [.. Directory.EnumerateFileSystemEntries(Folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
            .Select(p => Path.GetRelativePath(Folder, p) + (Directory.Exists(p) && new FileInfo(p).LinkTarget is null ? "/" : ""))
            .Order(StringComparer.Ordinal)];

    /// <summary>Every file with its content.</summary>
    public Dictionary<string, string> Contents() => Paths().Where(p => !p.EndsWith('/')).ToDictionary(p => p, Read);

    /// <summary>Fails unless the folder holds this tree and nothing else, folders included, and the lock beside it is the tree's.</summary>
    public void HoldsExactly(OutputTree tree)
    {
        if (HasLock)
            Assert.Equal(LockOf(tree), File.ReadAllBytes(Lock));
        Assert.Equal(HasLock ? ["output", "podplay.lock"] : ["output"], Directory.EnumerateFileSystemEntries(_temp.Root).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(tree.Files.ToDictionary(f => f.Key, f => Encoding.UTF8.GetString(f.Value)), Contents());
        Assert.Equal(
            tree.Files.Keys.SelectMany(OutputPath.Above).Distinct().Select(f => f + "/").Order(StringComparer.Ordinal),
            Paths().Where(p => p.EndsWith('/')));
    }

    /// <summary>Another text for each tree.</summary>
    public static byte[] LockOf(OutputTree tree) => Encoding.UTF8.GetBytes(string.Join('\n', tree.Files.Select(f => $"{f.Key} {Sha256.Hex(f.Value)}")));

    public void Dispose() => _temp.Dispose();
}

/// <summary>What a run planned, whether it was done, and what it had to say.</summary>
internal sealed record Outcome(OutputPlan Plan, bool Done, DiagnosticBag Diagnostics)
{
    public string[] Codes => [.. Diagnostics.ToSortedList().Select(d => d.Code)];

    public Diagnostic Single => Assert.Single(Diagnostics.ToSortedList());

    public FileState StateOf(string path) => Plan.Changes.Single(c => c.Path == path).State;
}
