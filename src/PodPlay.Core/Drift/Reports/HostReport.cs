using System.Collections.Immutable;
using System.Globalization;
using PodPlay.Model;
using PodPlay.Output;

namespace PodPlay.Drift.Reports;

/// <summary>What a host says of itself: the sections of one report, in the words of whom they are from.</summary>
public sealed class HostReport
{
    // Instead of the lines that should be there.
    private const string CouldNotSee = "!";

    private readonly ImmutableDictionary<string, ImmutableArray<string>> _sections;
    private readonly ILookup<string, string> _host;
    private readonly Dictionary<string, ReportedFile> _files;
    private readonly Dictionary<string, string> _applied;
    private readonly Dictionary<string, ReportedUnit> _units;
    private readonly Dictionary<string, string> _images;
    private readonly HashSet<string> _found;

    /// <param name="sections">All of <see cref="ReportSections"/>, each line with its number of fields.</param>
    internal HostReport(ImmutableDictionary<string, ImmutableArray<string>> sections)
    {
        _sections = sections;
        _host = Rows(ReportSections.Host).ToLookup(r => r[0], r => r[1]);
        _files = ByName(Rows(ReportSections.Files).Select(r => (r[4], new ReportedFile(r[0], r[1], r[2], r[3]))));
        _applied = ByName(Lines(ReportSections.Manifest).Select(l => Output.Manifest.ParseLine(l, "")).OfType<ManifestEntry>().Select(e => (e.Path, e.Hash)));
        _units = ByName(Rows(ReportSections.Units).Select(r => (r[0], new ReportedUnit(r[0], r[1], r[2], r[3], r[4] == "yes", r[5], Words(r[6])))));
        _images = ByName(Rows(ReportSections.Images).Where(r => r[1].Length > 0).Select(r => (r[0], r[1])));
        Found = [.. Lines(ReportSections.Found).Select(l => l.TrimStart('/'))];
        _found = [.. Found];
        Networks = [.. Rows(ReportSections.Networks).Select(r => new ReportedNetwork(r[0], r[1], r[2], r[3], r[4], r[5].Trim(), r[6].Trim()))];
        Containers = [.. Rows(ReportSections.Containers).Select(r => new ReportedContainer(r[0], r[1], r[2], r[3], r[4], r[5].Trim()))];
        Secrets = [.. Lines(ReportSections.Secrets)];
        Settings = [.. Rows(ReportSections.Sysctl).Select(r => new ReportedSetting(r[0] == "set", r[1], r[2].Trim()))];
        HostsBlock = [.. Lines(ReportSections.Hosts)];
        Sockets = [.. Rows(ReportSections.Sockets).Select(r => new ReportedSocket(r[0], r[1], r[2], r[3]))];
        Tables = [.. Rows(ReportSections.Tables).Where(r => r[0] == "table").Select(r => $"{r[1]} {r[2]}")];
        Chains = [.. Rows(ReportSections.Tables).Where(r => r[0] == "chain").Select(r => new ReportedChain($"{r[1]} {r[2]}", r[3], r[4], r[5]))];
        Live = [.. Lines(ReportSections.Live)];
        Loaded = [.. Lines(ReportSections.Loaded)];
    }

    public string Host => _host["name"].FirstOrDefault("");

    internal IEnumerable<string> Addresses => _host["address"];

    /// <summary>Null: it could not say.</summary>
    internal PodmanVersion? Podman => _host["podman"].FirstOrDefault("").Split('.') is [var major, var minor, ..] && Number(major) is { } first && Number(minor) is { } second
        ? new PodmanVersion(first, second) : null;

    internal bool Lingers => _host["linger"].Contains("yes");

    /// <summary>Whether the kernel gives such a port to whoever asks for any.</summary>
    internal bool IsEphemeral(int port) => _host["ephemeral"].FirstOrDefault("").Split('-') is [var from, var to] && Number(from) is { } first && Number(to) is { } last && port >= first && port <= last;

    /// <summary>Sections that the host could not fill, and why.</summary>
    internal IEnumerable<(string Section, string Reason)> Unseen =>
        from section in _sections.OrderBy(s => s.Key, StringComparer.Ordinal)
        from line in section.Value
        where IsReason(line)
        select (section.Key, line[(CouldNotSee.Length + 1)..]);

    internal bool CanSee(string section) => !_sections[section].Any(IsReason);

    internal ReportedFile File(string path) => _files.GetValueOrDefault(path) ?? (_found.Contains(path) ? ReportedFile.Unseen : ReportedFile.Missing);

    /// <summary>The hash of a file when it was applied; null: it never was.</summary>
    internal string? Applied(string path) => _applied.GetValueOrDefault(path);

    internal IEnumerable<string> AppliedPaths => _applied.Keys;

    /// <summary>Whatever lies in the folders of podplay and podman, without the first slash.</summary>
    internal ImmutableArray<string> Found { get; }

    /// <summary>Null: the script that collected did not ask for it.</summary>
    internal ReportedUnit? Unit(string name) => _units.GetValueOrDefault(name);

    internal ImmutableArray<ReportedNetwork> Networks { get; }

    internal ImmutableArray<ReportedContainer> Containers { get; }

    /// <summary>The ID of the image that bears a name; null: none does.</summary>
    internal string? ImageNamed(string name) => _images.GetValueOrDefault(name);

    internal ImmutableArray<string> Secrets { get; }

    internal ImmutableArray<ReportedSetting> Settings { get; }

    internal ImmutableArray<string> HostsBlock { get; }

    internal ImmutableArray<ReportedSocket> Sockets { get; }

    /// <summary>Family and name.</summary>
    internal ImmutableArray<string> Tables { get; }

    internal ImmutableArray<ReportedChain> Chains { get; }

    /// <summary>podplay's tables as the kernel lists them.</summary>
    internal ImmutableArray<string> Live { get; }

    /// <summary>The same of the installed file, in a network namespace of its own.</summary>
    internal ImmutableArray<string> Loaded { get; }

    // A name that comes twice, as in a damaged manifest, means what was said last.
    private static Dictionary<string, T> ByName<T>(IEnumerable<(string Name, T Value)> all) => all.GroupBy(a => a.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Last().Value, StringComparer.Ordinal);

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private IEnumerable<string> Lines(string section) => _sections[section].Where(l => !IsReason(l));

    private IEnumerable<string[]> Rows(string section) => Lines(section).Select(l => l.Split('\t'));

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    internal static bool IsReason(string line) => line.StartsWith($"{CouldNotSee}\t", StringComparison.Ordinal);
}
