using System.Globalization;
using System.Text;
using PodPlay.Diagnostics;
using PodPlay.Projections;
using PodPlay.Syntax;
using PodPlay.Text;

namespace PodPlay.Import;

/// <summary>Builds the text of a first spec.</summary>
internal static class SpecDraft
{
    private static readonly SourceText Nowhere = new("draft", "");

    /// <param name="sections">Below <c>podplay: 1</c>; empty ones are left out.</param>
    /// <param name="remarks">Lines for the head of the file.</param>
    public static string Print(string from, IEnumerable<(string Name, SpecNode Value)> sections, DiagnosticBag found, IEnumerable<string> remarks)
    {
        var text = new StringBuilder($"# A first spec, made from {Path.GetFileName(from)}. Addresses of host, router and LAN are a guess: put in yours.\n# Then: podplay check\n");
        foreach (var remark in remarks)
            text.Append($"# {Diagnostics.Rendering.Printable.Of(remark)}\n");
        var list = found.ToSortedList();
        if (!list.IsEmpty)
            text.Append("#\n# What is not here, or not as it was:\n");
        foreach (var one in list)
            text.Append(CultureInfo.InvariantCulture, $"#   line {one.Primary?.Span.From.Line ?? 0}: {Diagnostics.Rendering.Printable.Of(one.Message)}{(one.Fixes.IsEmpty ? "" : $"; {Diagnostics.Rendering.Printable.Of(one.Fixes[0])}")}\n");
        return text.Append(SpecYaml.Print(Map([("podplay", Plain("1")), .. sections.Where(s => s.Value is not SpecMapping { Entries.IsEmpty: true })]))).ToString();
    }

    public static SpecMapping Map(IEnumerable<(string Key, SpecNode Value)> entries) => new(Nowhere.Span(0, 0), [.. entries.Select(e => new SpecEntry(Word(e.Key), e.Value))]);

    public static SpecSequence List(IEnumerable<string> items) => new(Nowhere.Span(0, 0), [.. items.Select(Word)]);

    /// <summary>Addresses and blocks: plain, though they begin with a digit.</summary>
    public static SpecSequence Addresses(params IEnumerable<string> items) => new(Nowhere.Span(0, 0), [.. items.Select(Plain)]);

    /// <summary>The sections that files of other tools say nothing about.</summary>
    public static IEnumerable<(string Name, SpecNode Value)> Surroundings(ImportOptions options) =>
    [
        ("router", Map([("address", Plain(options.Lan.First.Plus(1).ToString())), ("lan", Addresses(options.Lan.ToString()))])),
        ("hosts", Map([(options.Host, Map([("address", Addresses(options.Address.ToString()))]))])),
    ];

    /// <summary>A name, an address, a port: nothing that another reader would take for something else.</summary>
    public static SpecScalar Plain(string text) => new(Nowhere.Span(0, 0), text, IsPlain: true);

    /// <summary>Somebody's own text: quoted unless it is a simple word.</summary>
    public static SpecScalar Word(string text) => new(Nowhere.Span(0, 0), text, IsPlain: IsSimple(text));

    private static bool IsSimple(string text) =>
        text.Length > 0 && (char.IsAsciiLetter(text[0]) || text[0] == '/') && text.All(c => char.IsAsciiLetterOrDigit(c) || "-_./ >".Contains(c, StringComparison.Ordinal)) && text[^1] != ' '
        && text.ToLowerInvariant() is not ("yes" or "no" or "on" or "off" or "y" or "n" or "true" or "false" or "null");
}
