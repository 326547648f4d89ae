using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using PodPlay.Syntax;
using PodPlay.Text;

namespace PodPlay.Diagnostics;

/// <summary>PP1xx: text that is not the YAML that podplay reads.</summary>
public static partial class Diagnose
{
    public static readonly DiagnosticRule YamlSyntaxRule = DiagnosticRule.Error("PP101", "yaml-syntax");
    public static readonly DiagnosticRule DuplicateKeyRule = DiagnosticRule.Error("PP106", "duplicate-key");
    public static readonly DiagnosticRule NotTextRule = DiagnosticRule.Error("PP117", "not-text");
    public static readonly DiagnosticRule FileTooLargeRule = DiagnosticRule.Error("PP118", "file-too-large");
    public static readonly DiagnosticRule EmptySpecRule = DiagnosticRule.Error("PP119", "empty-spec");
    public static readonly DiagnosticRule SeveralDocumentsRule = DiagnosticRule.Error("PP120", "several-documents");
    public static readonly DiagnosticRule RootNotMappingRule = DiagnosticRule.Error("PP121", "root-not-mapping");
    public static readonly DiagnosticRule KeyNotTextRule = DiagnosticRule.Error("PP122", "key-not-text");
    public static readonly DiagnosticRule YamlTagRule = DiagnosticRule.Error("PP123", "yaml-tag");
    public static readonly DiagnosticRule UnknownAnchorRule = DiagnosticRule.Error("PP124", "unknown-anchor");
    public static readonly DiagnosticRule RecursiveAnchorRule = DiagnosticRule.Error("PP125", "recursive-anchor");
    public static readonly DiagnosticRule MergeNotMappingRule = DiagnosticRule.Error("PP126", "merge-not-mapping");
    public static readonly DiagnosticRule NestedTooDeepRule = DiagnosticRule.Error("PP127", "nested-too-deep");
    public static readonly DiagnosticRule TooManyValuesRule = DiagnosticRule.Error("PP128", "too-many-values");
    public static readonly DiagnosticRule HiddenCharacterRule = DiagnosticRule.Error("PP129", "hidden-character");

    /// <param name="all">Every tab of the file that indents a line, and the blanks that take its place.</param>
    internal static Diagnostic TabIndentation(SourceSpan tab, ImmutableArray<TextEdit> all) =>
        new(YamlSyntaxRule, "indentation uses a tab, YAML allows only spaces")
        {
            Primary = new(tab, "a tab"),
            Fixes = ["replace the tab by two spaces"],
            Edits = all,
        };

    internal static Diagnostic OpenQuote(SourceSpan quote, string what) =>
        new(YamlSyntaxRule, what)
        {
            Primary = new(quote, "opens here"),
            Fixes = ["close it, or remove it: most text needs no quotes"],
        };

    internal static Diagnostic OpenBracket(SourceSpan bracket, SourceSpan stop)
    {
        var (open, close) = bracket.Source.Text[bracket.Start] == '[' ? ('[', ']') : ('{', '}');
        return new(YamlSyntaxRule, $"this {open} is not closed, or a comma is missing after it")
        {
            Primary = new(bracket, "opens here"),
            Related = stop.Start > bracket.Start ? [new(stop, $"neither a comma nor {close} up to here")] : [],
            Fixes = [$"write {close} behind the last element, commas between them"],
        };
    }

    internal static Diagnostic SecondColon(SourceSpan place) =>
        new(YamlSyntaxRule, "one line holds two keys")
        {
            Primary = new(place, "read as a second key"),
            Fixes = ["quote the value if the colon is part of it", "or move the second key to a line of its own"],
        };

    internal static Diagnostic UnexpectedKey(SourceSpan place) =>
        new(YamlSyntaxRule, "a key cannot stand here")
        {
            Primary = new(place, "the line above already has a value, or lacks its colon"),
            Fixes = ["indent it like its neighbours"],
        };

    internal static Diagnostic ReservedCharacter(SourceSpan character) =>
        new(YamlSyntaxRule, $"{character.Source.Text[character.Start..character.End]} cannot begin a value")
        {
            Primary = new(character, "reserved by YAML"),
            Fixes = ["quote the value"],
        };

    internal static Diagnostic UnknownEscape(SourceSpan escape) =>
        new(YamlSyntaxRule, "unknown escape in a double-quoted text")
        {
            Primary = new(escape, "not an escape of YAML"),
            Fixes = ["use single quotes, or write the backslash twice"],
        };

    internal static Diagnostic LineDoesNotFit(SourceSpan place) =>
        new(YamlSyntaxRule, "this does not continue what stands above it")
        {
            Primary = new(place, "neither a key with a colon nor a list item at an indentation used above"),
            Fixes = ["indent it like its neighbours, and put a colon behind every key"],
        };

    internal static Diagnostic NotYaml(SourceSpan place, string message) =>
        new(YamlSyntaxRule, message) { Primary = new(place, "reading stopped here") };

    internal static Diagnostic DuplicateKey(string name, SourceSpan first, ImmutableArray<SourceSpan> again)
    {
        var lines = string.Join(", ", again[..^1].Prepend(first).Select(s => Number(s.From.Line)));
        return new(DuplicateKeyRule, $"{Shorten(name)} is defined {(again.Length == 1 ? "twice" : $"{Number(again.Length + 1)} times")}, lines {lines} and {Number(again[^1].From.Line)}")
        {
            Primary = new(again[0], "again"),
            Related = [new(first, "first"), .. again[1..].Select(s => new Label(s, "and again"))],
            Why = ["YAML readers keep one of them and drop the others without a word"],
            Fixes = [name == "<<" ? "merge several by one key: <<: [*a, *b]" : "rename one, or make one of both"],
        };
    }

    internal static Diagnostic NotText(string path, SourceSpan? place) =>
        new(NotTextRule, $"{path} is not UTF-8 text")
        {
            Path = path,
            Primary = place is { } span ? new(span, "a zero byte") : null,
            Why = ["in another encoding the same bytes are other letters, and the files on the hosts would hold those"],
            Fixes = ["save it as UTF-8, or name the right file"],
        };

    internal static Diagnostic FileTooLarge(string path, int limit) =>
        new(FileTooLargeRule, $"{path} has more than {Number(limit)} bytes, no spec is so large")
        {
            Path = path,
            Why = ["it is the wrong file, most probably: a log, a dump or an image"],
            Fixes = ["name the right file, or split it with include:"],
        };

    internal static Diagnostic EmptySpec(string path) =>
        new(EmptySpecRule, $"{path} is empty")
        {
            Path = path,
            Why = ["an empty network would be the removal of every file that podplay wrote before"],
            Fixes = ["podplay init writes a commented spec to start from"],
        };

    internal static Diagnostic SeveralDocuments(SourceSpan second) =>
        new(SeveralDocumentsRule, "this file holds more than one YAML document")
        {
            Primary = new(second, "the second one begins here"),
            Why = ["some readers take the first document, some the last, some all of them"],
            Fixes = ["remove the line ---, or move the rest to a file of its own and include: it"],
        };

    internal static Diagnostic RootNotMapping(SpecNode root) =>
        new(RootNotMappingRule, $"a spec is a map of sections, this file holds {(root is SpecSequence ? "a list" : "a single value")}")
        {
            Primary = new(root.Span, "not a section"),
            Fixes = ["begin with podplay: 1, then hosts:, zones:, services:"],
        };

    internal static Diagnostic KeyNotText(SourceSpan key) =>
        new(KeyNotTextRule, "a key is plain text")
        {
            Primary = new(key, "not a name"),
            Fixes = ["write a name before the colon"],
        };

    internal static Diagnostic Tag(SourceSpan tag) =>
        new(YamlTagRule, $"podplay knows no YAML tags such as {Shorten(tag.Source.Text[tag.Start..tag.End])}")
        {
            Primary = new(tag, "a tag"),
            Why = ["tags make programs build objects of their own from a text; the spec's key table says what each value is"],
            Fixes = ["remove the tag; quote the value if it begins with an exclamation mark"],
        };

    internal static Diagnostic UnknownAnchor(SourceSpan alias, string name, IReadOnlyCollection<string> known) =>
        new(UnknownAnchorRule, $"*{Shorten(name)} has no anchor above it")
        {
            Primary = new(alias, "not found"),
            Edits = Edit.Rename(new(name, alias.Slice(1, name.Length)), known),
            Fixes =
            [
                name.Length <= 40 && Suggestion.For(name, known) is { } near ? $"did you mean *{near}?"
                    : known.Count > 0 ? $"anchors up to here: {string.Join(", ", known.Order(StringComparer.Ordinal))}"
                    : $"name the value to repeat: &{Shorten(name)}; or quote a text that begins with a star",
            ],
        };

    internal static Diagnostic RecursiveAnchor(SourceSpan alias, string name, SourceSpan anchor) =>
        new(RecursiveAnchorRule, $"*{Shorten(name)} stands inside the value that it repeats")
        {
            Primary = new(alias, "repeats itself without end"),
            Related = [new(anchor, $"&{Shorten(name)} is the name of all this")],
            Fixes = ["move the common part to an anchor of its own"],
        };

    internal static Diagnostic MergeNotMapping(SourceSpan key) =>
        new(MergeNotMappingRule, "<< merges a map, or a list of maps")
        {
            Primary = new(key, "merges something else"),
            Fixes = ["<<: *name, where &name stands before a map"],
        };

    internal static Diagnostic NestedTooDeep(SourceSpan place, int limit) =>
        new(NestedTooDeepRule, $"values are nested more than {Number(limit)} levels deep")
        {
            Primary = new(place, "too deep"),
            Why = ["no key of a spec lies deeper than eight; this is a bracket too many or not a spec"],
            Fixes = ["close a bracket, or name the right file"],
        };

    internal static Diagnostic TooManyValues(SourceSpan place, int limit) =>
        new(TooManyValuesRule, $"with its aliases written out this file has more than {Number(limit)} values")
        {
            Primary = new(place, "the limit is passed here"),
            Why = ["aliases of aliases multiply; a small file could fill all memory"],
            Fixes = ["repeat less by aliases, or split the network into several specs"],
        };

    internal static Diagnostic HiddenCharacter(SourceSpan place, Rune character) =>
        new(HiddenCharacterRule, $"{NameOf(character)} cannot be seen in an editor")
        {
            Primary = new(place, CodePoint(character)),
            Why = ["a text with such a character says something else to a program than to its reviewer"],
            Fixes = [IsSpace(character) ? "type an ordinary space" : "delete it"],
            Edits = place.Length <= 2 && character != Rune.ReplacementChar ? [new(place, IsSpace(character) ? " " : "")] : [],
        };

    internal static Diagnostic ControlInValue(SourceSpan value, Rune character) =>
        new(HiddenCharacterRule, character.Value == '\n' ? "this value has more than one line" : $"this value holds {NameOf(character)}")
        {
            Primary = new(value, CodePoint(character)),
            Why = [Rune.GetUnicodeCategory(character) == UnicodeCategory.Control
                ? "in a configuration file a control character ends the field that it stands in" : "a text with such a character says something else to a program than to its reviewer"],
            Fixes = [character.Value == '\n' ? "put it on one line; where several are meant, write them as a block after a |" : "remove it"],
        };

    private static bool IsSpace(Rune character) => Rune.GetUnicodeCategory(character) == UnicodeCategory.SpaceSeparator;

    private static string CodePoint(Rune rune) => $"U+{rune.Value:X4}";

    private static string NameOf(Rune rune) => rune.Value switch
    {
        '\t' => "a tab",
        '\r' => "a carriage return",
        0x7f or < 0x20 or (>= 0x80 and < 0xa0) => "a control character",
        0xa0 or 0x202f => "a no-break space",
        0xfeff => "a byte order mark inside the text",
        0x200b or 0x200c or 0x200d or 0x2060 => "a character without width",
        0x2028 or 0x2029 => "a Unicode line separator",
        (>= 0x202a and <= 0x202e) or (>= 0x2066 and <= 0x2069) or 0x200e or 0x200f or 0x61c => "a character that turns the direction of text",
        0xfffd => "a broken character",
        _ => "a character without a shape",
    };

    internal static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
