using System.Text;
using PodPlay.Diagnostics.Rendering;

namespace PodPlay.Drift.Rendering;

/// <summary>Drift for the terminal: host after host, within a host by kind. Words of the host are printed as text and nothing else.</summary>
public static class DriftTextRenderer
{
    // A set may have lost thousands of addresses.
    private const int MaxLines = 20;

    public static string Render(DriftDocument document, bool color = false)
    {
        var text = new StringBuilder();
        var paint = new Paint(color);
        foreach (var host in document.Hosts)
        {
            text.Append($"{host.Host.Name}: {paint.Bold(DriftWords.Count(host.Deviations.Length))}\n");
            foreach (var kind in host.Deviations.GroupBy(d => d.Kind))
            {
                text.Append($"\n  {paint.Bold(DriftWords.Title(kind.Key))}\n");
                foreach (var deviation in kind)
                    Append(text, document, deviation);
            }
            if (!host.Deviations.IsEmpty)
                text.Append('\n');
        }
        foreach (var host in document.Unreported)
            text.Append($"{host}: no report\n");
        return text.ToString();
    }

    private static void Append(StringBuilder text, DriftDocument document, Deviation deviation)
    {
        var place = document.PlaceOf(deviation) is { } span ? $" ({span.Source.Path}:{span.From.Line})" : "";
        text.Append($"    {Printable.Of(deviation.Subject)} {Printable.Of(deviation.What)}\n");
        foreach (var line in deviation.Lines.Take(MaxLines))
            text.Append($"        {Printable.Of(line)}\n");
        if (deviation.Lines.Length > MaxLines)
            text.Append($"        and {deviation.Lines.Length - MaxLines} lines more\n");
        text.Append($"      spec: {deviation.Path}{place}\n      do:   {Printable.Of(deviation.Cure)}\n");
    }
}
