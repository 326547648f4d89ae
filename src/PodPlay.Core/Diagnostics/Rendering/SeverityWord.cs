using System.Globalization;

namespace PodPlay.Diagnostics.Rendering;

internal static class SeverityWord
{
    public static string Of(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };

    /// <summary><c>2 errors, 1 warning</c>; kinds that did not occur are left out.</summary>
    public static string Tally(IReadOnlyCollection<Diagnostic> diagnostics) => string.Join(
        ", ",
        new[] { Severity.Error, Severity.Warning, Severity.Note }
            .Select(s => (Severity: s, Count: diagnostics.Count(d => d.Severity == s)))
            .Where(s => s.Count > 0)
            .Select(s => Count(s.Count, Of(s.Severity))));

    public static string Count(int number, string noun) => $"{number.ToString(CultureInfo.InvariantCulture)} {noun}{(number == 1 ? "" : "s")}";
}
