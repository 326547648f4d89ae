using PodPlay.Diagnostics;
using PodPlay.Syntax;
using PodPlay.Templating;
using PodPlay.Text;

namespace PodPlay.Output;

#pragma warning disable RS0030 // Output is the stage that touches the disk.

/// <summary>The folder of <c>--templates</c>.</summary>
public static class TemplateFolder
{
    // Of podplay's own templates there are a hundred: more files are another folder.
    private const int MostFiles = 1000;

    /// <summary>All its files but those that begin with a dot; nothing outside of it.</summary>
    public static TemplateOverrides Read(string folder, DiagnosticBag diagnostics)
    {
        var files = new List<(string Name, SourceText Text)>();
        try
        {
            if (!Directory.Exists(folder))
                throw new DirectoryNotFoundException("it is no folder");
            foreach (var path in FilesOf(new DirectoryInfo(folder)).Select(f => Path.Combine(folder, f)))
            {
                if (files.Count == MostFiles)
                    throw new IOException($"it holds more than {MostFiles} files");
                using var file = File.OpenRead(path);
                if (SpecText.Decode(path, SpecText.Read(file), diagnostics) is { } text && HiddenCharacters.AreAbsent(text, diagnostics))
                    files.Add((Path.GetRelativePath(folder, path).Replace('\\', '/'), text));
            }
        }
        catch (Exception e) when (IoFault.Is(e))
        {
            diagnostics.Report(Diagnose.TemplateUnreadable(folder, IoFault.Reason(e)));
        }
        return TemplateOverrides.Of(files, diagnostics);
    }

    // Relative to the folder. A link leads out of it, or in a circle.
    private static IEnumerable<string> FilesOf(DirectoryInfo folder, string prefix = "")
    {
        foreach (var entry in folder.EnumerateFileSystemInfos().Where(e => e.Name[0] != '.').OrderBy(e => e.Name, StringComparer.Ordinal))
        {
            if (entry.LinkTarget is not null)
                throw new IOException($"{prefix}{entry.Name} is a link");
            if (entry is not DirectoryInfo below)
                yield return prefix + entry.Name;
            else
            {
                foreach (var file in FilesOf(below, $"{prefix}{entry.Name}/"))
                    yield return file;
            }
        }
    }
}
