namespace PodPlay.Diagnostics;

/// <summary>What is fixed about a code: <c>PP301</c>, <c>host-port-taken</c>, how bad, and whether a spec may allow it.</summary>
/// <param name="Code">PP and three digits; the hundreds are the area. Never used twice.</param>
/// <param name="Name">The fault in a few words, kebab-case.</param>
/// <param name="Severity">What it is unless the spec's <c>lint:</c> says otherwise.</param>
/// <param name="Allowable">False for errors after which nothing sensible can be generated.</param>
public sealed record DiagnosticRule(string Code, string Name, Severity Severity, bool Allowable)
{
    /// <summary>An error that cannot be allowed.</summary>
    public static DiagnosticRule Error(string code, string name) => new(code, name, Severity.Error, false);

    /// <summary>An error unless the spec allows it in place, with a reason.</summary>
    public static DiagnosticRule Deny(string code, string name) => new(code, name, Severity.Error, true);

    public static DiagnosticRule Warning(string code, string name) => new(code, name, Severity.Warning, true);

    /// <summary>Shown with <c>--verbose</c> and in machine formats only.</summary>
    public static DiagnosticRule Note(string code, string name) => new(code, name, Severity.Note, true);
}
