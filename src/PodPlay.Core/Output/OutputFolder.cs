using PodPlay.Diagnostics;

namespace PodPlay.Output;

#pragma warning disable RS0030 // Output is the stage that touches the disk.

/// <summary>The stage that touches the disk: compares a rendered tree with what lies there, and writes it.</summary>
/// <remarks>
/// A file is overwritten or removed only if it still is as podplay wrote it, which the manifest tells. Whatever else is in the
/// way is an error, and then nothing at all is written.
/// </remarks>
public static class OutputFolder
{
    /// <summary>What it would take to make the folder hold this tree. Reads only.</summary>
    /// <param name="wanted">With its manifests.</param>
    /// <param name="folder">As the user wrote it; it need not exist.</param>
    /// <param name="force">The spec wins over edited and over foreign files, and over a damaged manifest.</param>
    public static OutputPlan Compare(OutputTree wanted, string folder, bool force, DiagnosticBag diagnostics)
    {
        try
        {
            if (IsNoFolder(folder))
                return Blocked(Diagnose.OutputBlocked(folder, "the output folder is a file"));
            var scan = OutputScan.Of(OutputPath.Absolute(folder), wanted.Files.Keys.Select(Manifest.TopOf).OfType<string>());
            return new OutputComparison(wanted, folder, scan, force, diagnostics).Plan();
        }
        catch (Exception e) when (IoFault.IsLocked(e))
        {
            return Blocked(Diagnose.OutputBusy(folder, "another podplay is writing there"));
        }
        // What has been listed is there, unless somebody removes it.
        catch (Exception e) when (IoFault.IsGone(e))
        {
            return Blocked(Diagnose.OutputBusy(folder, "it changed while podplay was at work"));
        }
        catch (Exception e) when (IoFault.Is(e))
        {
            return Blocked(Diagnose.OutputUnreadable(folder, IoFault.Reason(e)));
        }

        OutputPlan Blocked(Diagnostic why)
        {
            diagnostics.Report(why);
            return new OutputPlan { Folder = folder, Changes = [], IsBlocked = true };
        }
    }

    /// <summary>The text of a file of an earlier run; null where there is none, and for what is no plain file.</summary>
    public static string? ReadText(string folder, string path)
    {
        var full = OutputPath.Join(folder, path);
        try
        {
            return new FileInfo(full) is { Exists: true, LinkTarget: null, Length: > 0 } ? File.ReadAllText(full) : null;
        }
        // The comparison meets it again, and says so.
        catch (Exception e) when (IoFault.Is(e))
        {
            return null;
        }
    }

    /// <summary>Carries a plan out, all or nothing as far as a file system can. A plan that changes nothing writes nothing.</summary>
    /// <param name="addresses">The address lock; null when the spec needs none.</param>
    /// <returns>Whether the folder now holds what the plan wants.</returns>
    public static bool Apply(OutputPlan plan, AddressFile? addresses, DiagnosticBag diagnostics) =>
        new OutputWriter(plan, addresses, DiskFileOperations.Instance, diagnostics).Run();

    // A link to a folder is the user's own arrangement; one that leads nowhere is a mistake.
    private static bool IsNoFolder(string folder) =>
        !Directory.Exists(folder) && (File.Exists(folder) || new FileInfo(folder).LinkTarget is not null);
}
