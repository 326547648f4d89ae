using PodPlay.Diagnostics;
using PodPlay.Drift.Reports;

namespace PodPlay.Output;

#pragma warning disable RS0030 // Output is the stage that touches the disk.

/// <summary>A file that a host's collect script wrote.</summary>
public static class ReportFile
{
    /// <summary>Its bytes, and never more than a report may have and one; null after the reason why not was reported.</summary>
    public static byte[]? Read(string path, DiagnosticBag diagnostics)
    {
        try
        {
            if (Directory.Exists(path))
            {
                diagnostics.Report(Diagnose.ReportUnreadable(path, "it is a folder"));
                return null;
            }
            using var file = File.OpenRead(path);
            return Read(file);
        }
        catch (Exception e) when (IoFault.Is(e))
        {
            diagnostics.Report(Diagnose.ReportUnreadable(path, IoFault.Reason(e)));
            return null;
        }
    }

    public static byte[] Read(Stream stream)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (bytes.Length <= ReportReader.MaxLength && stream.Read(buffer) is > 0 and var count)
            bytes.Write(buffer, 0, count);
        return bytes.ToArray();
    }
}
