using System.Collections.Immutable;
using System.Globalization;
using System.IO.Enumeration;
using System.Text;
using PodPlay.Syntax;

namespace PodPlay.Cli;

/// <summary>Spec files as a commit has them. Paths are those of the working tree, so that spec, includes and lock are found as on the disk.</summary>
/// <param name="folder">Of the spec; everything is asked from there.</param>
/// <param name="commit">The commit's full number.</param>
/// <param name="prefix">Of that folder inside the repository: empty, or with a slash at its end.</param>
internal sealed class GitSpecFiles(string folder, string commit, string prefix) : ISpecFiles
{
    public byte[]? Read(string path)
    {
        if (InRepository(path) is not { } inside)
            return null;
        // The answer is "NUMBER blob SIZE", the bytes and a line end; links inside the tree are followed (git-cat-file(1)).
        var answer = Git.Run(folder, $"{commit}:{inside}\n", "cat-file", "--batch", "--follow-symlinks");
        if (!answer.IsYes)
            throw new IOException(answer.Error);
        var end = answer.Output.AsSpan().IndexOf((byte)'\n');
        var words = Encoding.UTF8.GetString(answer.Output.AsSpan(0, Math.Max(0, end))).Split(' ');
        if (words is [_, "tree", _])
            throw new IOException("it is a folder");
        if (words is not [_, "blob", var size])
            return null;
        return answer.Output.AsSpan(end + 1, int.Parse(size, CultureInfo.InvariantCulture)).ToArray();
    }

    public ImmutableArray<string> Match(string pattern)
    {
        var slash = pattern.LastIndexOf('/');
        var (before, name) = (pattern[..(slash + 1)], pattern[(slash + 1)..]);
        if (InRepository($"{before}x") is not { } inside)
            return [];
        // Of the root the whole list; an empty path is none to git.
        string[] below = inside.Length == 1 ? [] : ["--", inside[..^1]];
        var listed = Git.Run(folder, null, ["ls-tree", "-z", "--full-tree", commit, .. below]);
        if (!listed.IsYes)
            throw new IOException(listed.Error);
        // "MODE TYPE NUMBER\tPATH", ended by NUL. As on the disk, * does not find what begins with a dot.
        return
        [
            .. listed.Text.Split('\0', StringSplitOptions.RemoveEmptyEntries)
                .Select(e => e.Split('\t', 2))
                .Where(e => e[0].Split(' ')[1] == "blob")
                .Select(e => e[1][(e[1].LastIndexOf('/') + 1)..])
                .Where(f => FileSystemName.MatchesSimpleExpression(name, f, ignoreCase: false) && (f[0] != '.' || name.StartsWith('.')))
                .Select(f => before + f)
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>The path from the repository's root; null outside of it.</summary>
    private string? InRepository(string path)
    {
        var relative = Path.GetRelativePath(Path.GetFullPath(folder), Path.GetFullPath(path)).Replace('\\', '/');
        var parts = new List<string>();
        foreach (var part in $"{prefix}{relative}".Split('/').Where(p => p is not ("" or ".")))
        {
            if (part != "..")
                parts.Add(part);
            else if (parts.Count == 0)
                return null;
            else
                parts.RemoveAt(parts.Count - 1);
        }
        return path.Contains('\n', StringComparison.Ordinal) ? null : string.Join('/', parts);
    }
}
