using PodPlay.Diagnostics.Rendering;

namespace PodPlay.Drift.Rendering;

/// <summary>Drift for programs, format 1; <c>docs/drift.md</c> says what stands where. Fields are only ever added.</summary>
public static class DriftJsonRenderer
{
    public static string Render(DriftDocument document) => JsonText.Of(json =>
    {
        json.WriteNumber("format", 1);
        json.WriteBoolean("clean", document.IsClean);
        json.Array("hosts", document.Hosts, (list, host) => list.Object(h =>
        {
            h.WriteString("host", host.Host.Name);
            h.Array("deviations", host.Deviations, (deviations, deviation) => deviations.Object(d =>
            {
                d.WriteString("kind", DriftWords.Word(deviation.Kind));
                d.WriteString("subject", deviation.Subject);
                d.WriteString("what", deviation.What);
                d.Array("lines", deviation.Lines, (lines, line) => lines.WriteStringValue(line));
                d.WriteString("path", deviation.Path);
                if (document.PlaceOf(deviation) is { } place)
                {
                    d.WriteString("file", place.Source.Path);
                    d.WriteNumber("line", place.From.Line);
                }
                d.WriteString("do", deviation.Cure);
            }));
        }));
        json.Array("unreported", document.Unreported, (list, host) => list.WriteStringValue(host));
    });
}
