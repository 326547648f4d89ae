using System.Collections.Immutable;

namespace PodPlay.Drift.Reports;

/// <summary>The sections of a report of format 1, all of them in every report: <c>templates/handoff/collect.sbn</c>.</summary>
internal static class ReportSections
{
    public const string Host = "host";
    public const string Manifest = "manifest";
    public const string Files = "files";
    public const string Found = "found";
    public const string Units = "units";
    public const string Networks = "networks";
    public const string Containers = "containers";
    public const string Images = "images";
    public const string Secrets = "secrets";
    public const string Sysctl = "sysctl";
    public const string Hosts = "hosts";
    public const string Sockets = "sockets";
    public const string Tables = "tables";
    public const string Live = "live";
    public const string Loaded = "loaded";

    /// <summary>How many fields a line has, with tabs between them; null: it is text.</summary>
    public static ImmutableDictionary<string, int?> Fields { get; } = new Dictionary<string, int?>
    {
        [Host] = 2,
        [Manifest] = null,
        [Files] = 5,
        [Found] = 1,
        [Units] = 7,
        [Networks] = 7,
        [Containers] = 6,
        [Images] = 2,
        [Secrets] = 1,
        [Sysctl] = 3,
        [Hosts] = null,
        [Sockets] = 4,
        [Tables] = 6,
        [Live] = null,
        [Loaded] = null,
    }.ToImmutableDictionary();
}
