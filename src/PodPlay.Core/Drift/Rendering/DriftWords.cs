namespace PodPlay.Drift.Rendering;

/// <summary>The kinds of deviation in words.</summary>
internal static class DriftWords
{
    public static string Title(DriftKind kind) => kind switch
    {
        DriftKind.Changed => "changed on the host",
        DriftKind.NotApplied => "in the spec, not applied",
        _ => "unknown extra",
    };

    /// <summary>For programs.</summary>
    public static string Word(DriftKind kind) => kind switch
    {
        DriftKind.Changed => "changed",
        DriftKind.NotApplied => "not-applied",
        _ => "extra",
    };

    public static string Count(int deviations) => deviations switch
    {
        0 => "as the spec says",
        1 => "1 deviation from the spec",
        _ => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{deviations} deviations from the spec"),
    };
}
