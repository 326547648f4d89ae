using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using PodPlay.Diagnostics;
using PodPlay.Text;

namespace PodPlay.Drift.Reports;

/// <summary>
/// From bytes to reports: one, or several behind each other. A report begins with its format, has sections (a name in brackets, and lines
/// behind a space each) and ends with the SHA-256 of all before, so that one which was cut short or edited is none.
/// </summary>
public sealed class ReportReader
{
    public const int MaxLength = 64 * 1024 * 1024;

    private const string Mark = "podplay report ";
    private const string EndMark = "[end] ";
    private const int Format = 1;

    private readonly string _path;
    private readonly byte[] _bytes;
    private readonly List<HostReport> _reports = [];
    private readonly Dictionary<string, ImmutableArray<string>.Builder> _sections = new(StringComparer.Ordinal);
    private int _start = -1;
    private string _section = "";

    private ReportReader(string path, byte[] bytes)
    {
        _path = path;
        // Mail and Windows put carriage returns there; the script prints none.
        _bytes = [.. bytes.Where(b => b != '\r')];
    }

    /// <summary>Empty after something was reported.</summary>
    /// <param name="path">As the user wrote it.</param>
    public static ImmutableArray<HostReport> Read(string path, byte[] bytes, DiagnosticBag diagnostics)
    {
        if (bytes.Length > MaxLength)
        {
            diagnostics.Report(Diagnose.ReportTooLarge(path, MaxLength));
            return [];
        }
        var reader = new ReportReader(path, bytes);
        if (reader.Run() is { } fault)
        {
            diagnostics.Report(fault);
            return [];
        }
        return [.. reader._reports];
    }

    private Diagnostic? Run()
    {
        var number = 0;
        for (int at = 0, next; at < _bytes.Length; at = next)
        {
            var end = Array.IndexOf(_bytes, (byte)'\n', at);
            next = end < 0 ? _bytes.Length : end + 1;
            number++;
            // A last line without its end may be half of one.
            var fault = end < 0 && _start >= 0 ? Diagnose.ReportCutShort(_path, number) : Line(Encoding.UTF8.GetString(_bytes, at, (end < 0 ? next : end) - at), at, number);
            if (fault is not null)
                return fault;
        }
        if (_start >= 0)
            return Diagnose.ReportCutShort(_path, number);
        return _reports.Count == 0 ? Diagnose.NotAReport(_path) : null;
    }

    private Diagnostic? Line(string line, int at, int number)
    {
        if (_start < 0)
            return line.Length == 0 ? null : Begin(line, at);
        if (line.StartsWith(EndMark, StringComparison.Ordinal))
            return End(line[EndMark.Length..], at, number);
        if (line is ['[', .., ']'])
        {
            _section = line[1..^1];
            return _sections.TryAdd(_section, ImmutableArray.CreateBuilder<string>()) ? null : Diagnose.ReportDamaged(_path, number);
        }
        if (_section.Length == 0 || !line.StartsWith(' ') || !HasItsFields(line[1..]))
            return Diagnose.ReportDamaged(_path, number);
        _sections[_section].Add(line[1..]);
        return null;
    }

    // A section that this podplay does not know is of a newer script, and no harm.
    private bool HasItsFields(string line) =>
        HostReport.IsReason(line) || !ReportSections.Fields.TryGetValue(_section, out var fields) || fields is not { } count || line.Count(c => c == '\t') == count - 1;

    private Diagnostic? Begin(string line, int at)
    {
        if (!line.StartsWith(Mark, StringComparison.Ordinal) || !int.TryParse(line.AsSpan(Mark.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var format))
            return Diagnose.NotAReport(_path);
        if (format != Format)
            return Diagnose.ReportFormat(_path, format);
        (_start, _section) = (at, "");
        _sections.Clear();
        return null;
    }

    private Diagnostic? End(string hash, int at, int number)
    {
        if (hash != Sha256.Hex(_bytes.AsSpan(_start, at - _start)) || ReportSections.Fields.Keys.Any(s => !_sections.ContainsKey(s)))
            return Diagnose.ReportDamaged(_path, number);
        _reports.Add(new(_sections.ToImmutableDictionary(s => s.Key, s => s.Value.ToImmutable())));
        _start = -1;
        return null;
    }
}
