using PodPlay.Text;

namespace PodPlay.Diagnostics;

/// <summary>PP16x: more than a spec may hold (docs/limits.md).</summary>
public static partial class Diagnose
{
    public static readonly DiagnosticRule TextTooLongRule = DiagnosticRule.Error("PP160", "text-too-long");
    public static readonly DiagnosticRule TooManyFilesRule = DiagnosticRule.Error("PP161", "too-many-files");
    public static readonly DiagnosticRule NetworkTooLargeRule = DiagnosticRule.Error("PP162", "network-too-large");

    /// <param name="what"><c>key</c> or <c>value</c>.</param>
    internal static Diagnostic TextTooLong(SourceSpan place, string what, int limit) =>
        new(TextTooLongRule, $"this {what} has more than {Number(limit)} characters")
        {
            Primary = new(place, "begins here"),
            Why = ["no unit, variable or record takes so long a text; most likely a quote is missing, or the contents of a file stand here"],
            Fixes = ["close the quote", "or put the contents into a file that a volume brings into the container"],
        };

    internal static Diagnostic TooManyFiles(SourceSpan place, string message) =>
        new(TooManyFilesRule, message)
        {
            Primary = new(place, "passed by this include"),
            Why = ["a pattern that is too wide reads whatever lies there"],
            Fixes = ["include fewer files, or split the network into several specs"],
        };

    internal static Diagnostic NetworkTooLarge(SourceSpan place, string section, int limit) =>
        new(NetworkTooLargeRule, $"{section} holds more than {Number(limit)} entries")
        {
            Primary = new(place, "the first one too many"),
            Why = ["what podplay writes grows with the network; beyond this nobody has measured that it ends in time"],
            Fixes = ["split the network into several specs"],
        };
}
