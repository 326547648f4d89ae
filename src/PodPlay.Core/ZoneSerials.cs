using System.Globalization;
using PodPlay.Artefacts;
using PodPlay.Diagnostics;
using PodPlay.Templating;

namespace PodPlay;

/// <summary>
/// Gives zones their serial: the spec's, or that of the file's last version while its records are the same, or the next one. Never a
/// clock, so that a second run writes the same bytes; never a hash, which would go down as often as up.
/// </summary>
/// <param name="previous">The last version's text by path; null when there was none.</param>
internal sealed class ZoneSerials(TemplateRenderer renderer, Func<string, string?> previous, DiagnosticBag diagnostics)
{
    private const string Mark = " ; serial";

    public PlannedFile Number(PlannedFile file)
    {
        if (file.Numbering is not { } numbering || previous(file.Path) is not { } before || SerialOf(before) is not { } last)
            return file;
        var isSame = RecordsOf(before).SequenceEqual(RecordsOf(renderer.Render(file)));
        if (numbering.Said is { } said)
        {
            if (!isSame && said <= last)
                diagnostics.Report(Diagnose.SerialNotRaised(file.Path, said, last));
            return file;
        }
        if (!isSame && last == uint.MaxValue)
            diagnostics.Report(Diagnose.SerialExhausted(file.Path));
        return file with { View = numbering.With(isSame || last == uint.MaxValue ? last : last + 1) };
    }

    // The largest one where there are two: both sides of a merge conflict.
    private static uint? SerialOf(string zone) => zone.Split('\n')
        .Where(l => l.EndsWith(Mark, StringComparison.Ordinal))
        .Select(l => uint.TryParse(l[..^Mark.Length].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var serial) ? serial : (uint?)null)
        .Max();

    // Comments are no records: a spec that says the same in another place changes no serial.
    private static IEnumerable<string> RecordsOf(string zone) =>
        zone.Split('\n').Where(l => !l.StartsWith(';') && !l.EndsWith(Mark, StringComparison.Ordinal));
}
