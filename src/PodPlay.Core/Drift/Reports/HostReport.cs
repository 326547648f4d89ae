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
    private readonly Dictionary<string, ReportedFile> _files;
    private readonly Dictionary<string, string> _applied;
    private readonly ILookup<string, string> _host;

    /// <param name="sections">All of <see cref="ReportSections"/>, each line with its number of fields.</param>
    internal HostReport(ImmutableDictionary<string, ImmutableArray<string>> sections)
    {
        _sections = sections;
        _host = Rows(ReportSections.Host).ToLookup(r => r[0], r => r[1]);
        _files = Rows(ReportSections.Files).GroupBy(r => r[4]).ToDictionary(g => g.Key, g => new ReportedFile(g.First()[0], g.First()[1], g.First()[2], g.First()[3]));
        _applied = Lines(ReportSections.Manifest).Select(l => Output.Manifest.ParseLine(l, "")).OfType<ManifestEntry>().GroupBy(e => e.Path).ToDictionary(g => g.Key, g => g.Last().Hash);
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

    internal ReportedFile File(string path) => _files.GetValueOrDefault(path) ?? (Found.Contains(path) ? ReportedFile.Unseen : ReportedFile.Missing);

    /// <summary>The hash of a file when it was applied; null: it never was.</summary>
    internal string? Applied(string path) => _applied.GetValueOrDefault(path);

    internal IEnumerable<string> AppliedPaths => _applied.Keys;

    /// <summary>Whatever lies in the folders of podplay and podman, without the first slash.</summary>
    internal IEnumerable<string> Found => Lines(ReportSections.Found).Select(l => l.TrimStart('/'));

    internal IEnumerable<ReportedUnit> Units => Rows(ReportSections.Units)
        .Select(r => new ReportedUnit(r[0], r[1], r[2], r[3], r[4] == "yes", r[5], r[6].Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    internal IEnumerable<ReportedNetwork> Networks => Rows(ReportSections.Networks).Select(r => new ReportedNetwork(r[0], r[1], r[2], r[3], r[4], r[5].Trim(), r[6].Trim()));

    internal IEnumerable<ReportedContainer> Containers => Rows(ReportSections.Containers).Select(r => new ReportedContainer(r[0], r[1], r[2], r[3], r[4], r[5].Trim()));

    /// <summary>The ID of the image that bears a name; null: none does.</summary>
    internal string? ImageNamed(string name) => Rows(ReportSections.Images).FirstOrDefault(r => r[0] == name) is [_, { Length: > 0 } id] ? id : null;

    internal IEnumerable<string> Secrets => Lines(ReportSections.Secrets);

    internal IEnumerable<ReportedSetting> Settings => Rows(ReportSections.Sysctl).Select(r => new ReportedSetting(r[0] == "set", r[1], r[2].Trim()));

    internal ImmutableArray<string> HostsBlock => [.. Lines(ReportSections.Hosts)];

    internal IEnumerable<ReportedSocket> Sockets => Rows(ReportSections.Sockets).Select(r => new ReportedSocket(r[0], r[1], r[2], r[3]));

    /// <summary>Family and name.</summary>
    internal IEnumerable<string> Tables => Rows(ReportSections.Tables).Where(r => r[0] == "table").Select(r => $"{r[1]} {r[2]}");

    internal IEnumerable<ReportedChain> Chains => Rows(ReportSections.Tables).Where(r => r[0] == "chain").Select(r => new ReportedChain($"{r[1]} {r[2]}", r[3], r[4], r[5]));

    /// <summary>podplay's tables as the kernel lists them.</summary>
    internal IEnumerable<string> Live => Lines(ReportSections.Live);

    /// <summary>The same of the installed file, in a network namespace of its own.</summary>
    internal IEnumerable<string> Loaded => Lines(ReportSections.Loaded);

    private IEnumerable<string> Lines(string section) => _sections[section].Where(l => !IsReason(l));

    private IEnumerable<string[]> Rows(string section) => Lines(section).Select(l => l.Split('\t'));

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    internal static bool IsReason(string line) => line.StartsWith($"{CouldNotSee}\t", StringComparison.Ordinal);
}
