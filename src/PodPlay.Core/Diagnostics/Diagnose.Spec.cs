using System.Collections.Immutable;
using System.Globalization;
using PodPlay.Spec;
using PodPlay.Syntax;
using PodPlay.Text;

namespace PodPlay.Diagnostics;

/// <summary>PP1xx: the file's shape, as far as the key table knows it.</summary>
public static partial class Diagnose
{
    public static readonly DiagnosticRule UnknownKeyRule = DiagnosticRule.Error("PP102", "unknown-key");
    public static readonly DiagnosticRule MisplacedKeyRule = DiagnosticRule.Error("PP103", "misplaced-key");
    public static readonly DiagnosticRule WrongTypeRule = DiagnosticRule.Error("PP104", "wrong-type");
    public static readonly DiagnosticRule MissingKeyRule = DiagnosticRule.Error("PP105", "missing-key");
    public static readonly DiagnosticRule NewerFormatRule = DiagnosticRule.Error("PP107", "newer-format");
    public static readonly DiagnosticRule AmbiguousScalarRule = DiagnosticRule.Deny("PP108", "ambiguous-scalar");
    public static readonly DiagnosticRule ComposePortRule = DiagnosticRule.Error("PP109", "compose-port-syntax");
    public static readonly DiagnosticRule PortStagesRule = DiagnosticRule.Error("PP110", "port-stages");
    public static readonly DiagnosticRule SecretInSpecRule = DiagnosticRule.Deny("PP112", "secret-in-spec");
    public static readonly DiagnosticRule ReservedNameRule = DiagnosticRule.Error("PP113", "reserved-name");
    public static readonly DiagnosticRule UnusedAllowRule = DiagnosticRule.Warning("PP115", "unused-allow");
    public static readonly DiagnosticRule PortRangesDifferRule = DiagnosticRule.Error("PP136", "port-ranges-differ");

    internal static Diagnostic UnknownKey(SpecScalar key, Shape shape, string? suggestion, string? elsewhere, IReadOnlyCollection<string> known) =>
        new(UnknownKeyRule, $"{key.Text} is not a key of {(shape == SpecShapes.Root ? "the spec" : Article(shape.Noun))}")
        {
            Primary = new(key.Span, "unknown"),
            Fixes = elsewhere is not null ? [elsewhere]
                : suggestion is not null ? [$"did you mean {suggestion}?"]
                : [$"keys that may stand here: {string.Join(", ", known.Order(StringComparer.Ordinal))}", "keys that begin with x- are yours"],
            Edits = elsewhere is null ? Edit.Respell(new(key.Text, key.Span), known) : [],
        };

    internal static Diagnostic MisplacedKey(SpecScalar key, Shape owner, Shape here)
    {
        var isSection = owner == SpecShapes.Root;
        return new(MisplacedKeyRule, $"{key.Text} {(isSection ? "is a section of the spec" : $"belongs inside {Article(owner.Noun)}")}, not {(here.Named is null ? $"inside {Article(here.Noun)}" : $"among the {here.Noun}")}")
        {
            Primary = new(key.Span, "wrong level"),
            Fixes = [isSection ? "begin it in the first column" : $"move it to the {owner.Noun} that it belongs to"],
        };
    }

    internal static Diagnostic WrongType(SpecNode node, Shape shape, string? name) =>
        new(WrongTypeRule, $"{name ?? shape.Noun} is {shape.Expected}, this is {KindOf(node)}")
        {
            Primary = new(FirstLineOf(node.Span), $"not {shape.Expected}"),
            Fixes = [SpellingOf(node, shape) ?? $"write {shape.Expected}"],
            Edits = node is SpecScalar { IsPlain: true } && SpellingOf(node, shape) is { } spelling ? [new(node.Span, spelling)] : [],
        };

    // How what was probably meant is written here: compose's `- data:/var/lib/data`, and the short form of a balance.
    private static string? SpellingOf(SpecNode node, Shape shape) => node switch
    {
        SpecSequence { Items: [SpecScalar first, ..] } when shape.Noun == "volumes" && first.Text.Split(':') is [var source, var target, ..] => $"{source}: {target}",
        SpecScalar scalar when shape.KeyNamed("to") is not null && Rules.PortReference.IsValid(scalar.Text) => $"{{ to: {scalar.Text} }}",
        // One for a list of one.
        SpecScalar { IsNull: false, IsPlain: true } scalar when shape.Item?.Scalar is { } rule && rule.IsValid(scalar.Text) => scalar.Text.Contains(':', StringComparison.Ordinal) ? $"[\"{scalar.Text}\"]" : $"[{scalar.Text}]",
        _ => null,
    };

    internal static Diagnostic WrongValue(SpecScalar scalar, Shape shape, ScalarRule rule, string? name) =>
        new(WrongTypeRule, $"{name ?? shape.Noun} is {rule.Expected}, this is {(scalar.IsNull || scalar.Text.Length == 0 ? "empty" : "something else")}")
        {
            Primary = new(scalar.Span, $"not {rule.Expected}"),
            Fixes = (MeantBy(scalar.Text, rule) ?? Suggestion.For(scalar.Text, rule.Choices)) is { } meant ? [$"did you mean {meant}?"] : [$"write {rule.Expected}"],
            Edits = MeantBy(scalar.Text, rule) is { } certain ? Edit.Replace(new(scalar.Text, scalar.Span), certain) : Edit.Respell(new(scalar.Text, scalar.Span), rule.Choices),
        };

    // What other YAML readers take for a truth; and a service by the name of its unit.
    private static string? MeantBy(string text, ScalarRule rule) => text.ToLowerInvariant() switch
    {
        "yes" or "on" or "y" or "true" when rule.IsValid("true") && !rule.IsValid("x") => "true",
        "no" or "off" or "n" or "false" when rule.IsValid("false") && !rule.IsValid("x") => "false",
        _ => WithoutUnitSuffix(text) is { } name && rule == Rules.Label && Rules.IsLabel(name) ? name : null,
    };

    private static string? WithoutUnitSuffix(string text) =>
        new[] { ".service", ".container", ".network", ".socket" }.FirstOrDefault(s => text.EndsWith(s, StringComparison.Ordinal)) is { } suffix ? text[..^suffix.Length] : null;


    internal static Diagnostic InvalidName(SpecScalar key, Shape value, ScalarRule rule) =>
        new(rule == Rules.Label ? InvalidLabelRule : WrongTypeRule, $"{Shorten(key.Text)} cannot be the name of {Article(value.Noun)}")
        {
            Primary = new(key.Span, $"not {rule.Expected}"),
            Why = rule == Rules.Label ? ["names become host names, unit names and variables"] : [],
            Fixes = [(rule == Rules.Label ? LabelFrom(key.Text) : rule == Rules.Flow ? FlowFrom(key.Text) : null) ?? $"write {rule.Expected}"],
            // A label is a name: whoever refers to it would have to follow.
            Edits = rule == Rules.Flow && FlowFrom(key.Text) is { } flow ? Edit.Replace(new(key.Text, key.Span), flow) : [],
        };

    internal static Diagnostic MissingKey(SpecMapping map, Shape shape, Key key, string? name) =>
        new(MissingKeyRule, $"{name ?? "the spec"} has no {key.Name}")
        {
            Primary = new(map.Entries.IsEmpty ? map.Span : map.Entries[0].Key.Span, $"{key.Name} is needed beside this"),
            Why = ["it has no sensible default, and podplay asks neither hosts nor registries"],
            Fixes = key.Example is { } example ? [example] : [],
        };

    internal static Diagnostic NoHost(SpecScalar key) =>
        new(MissingKeyRule, "the spec has no host")
        {
            Primary = new(key.Span, "nothing behind it"),
            Why = ["files are written for hosts"],
            Fixes = ["hosts: { main: { address: [192.168.1.100] } }"],
        };

    internal static Diagnostic NewerFormat(SourceSpan place, string format) =>
        new(NewerFormatRule, $"this file is format {format}, this podplay reads format 1")
        {
            Primary = new(place, "newer than this podplay"),
            Why = ["nothing was interpreted: a newer format may mean something else by the same words"],
            Fixes = ["upgrade podplay"],
        };

    internal static Diagnostic AmbiguousScalar(SpecScalar scalar, string other) =>
        new(AmbiguousScalarRule, $"other YAML readers see {other} here")
        {
            Primary = new(scalar.Span, $"podplay reads the text {scalar.Text}"),
            Why = ["Ansible and other YAML 1.1 readers guess a type from plain text; the spec must mean one thing"],
            Fixes = [$"quote it: \"{scalar.Text}\""],
            Edits = Edit.InQuotes(scalar.Span),
        };

    internal static Diagnostic ComposePort(SpecScalar scalar, ComposePort port) =>
        new(ComposePortRule, $"\"{scalar.Text}\" is a compose port; podplay writes the direction")
        {
            Primary = new(scalar.Span, $"host {port.HostPort}, container {port.ContainerPort}"),
            Why = ["with colons, YAML 1.1 readers such as Ansible turn 25:25 into the number 1525"],
            Fixes = [port.Spelling],
            Edits = port.IsWhole && scalar.Span.Length <= scalar.Text.Length + 2 ? [new(scalar.Span, port.Spelling)] : [],
        };

    internal static Diagnostic PortStages(PortSpec port)
    {
        var (may, example) = port.Exposure switch
        {
            Model.Exposure.Public => ("one number or three (router -> host -> container)", $"{port.Syntax.Stages[0].Range} -> {port.Syntax.Stages[0].Range} -> {port.Syntax.Stages[^1].Range}"),
            Model.Exposure.Lan => ("one number or two (host -> container)", $"{port.Syntax.Stages[^2].Range} -> {port.Syntax.Stages[^1].Range}"),
            _ => ("one number, the container's", $"{port.Syntax.Stages[^1].Range}"),
        };
        return new(PortStagesRule, $"a {PortSpec.WordOf(port.Exposure)} port has {may}, this has {Count(port.Syntax.Stages.Length)}")
        {
            Primary = new(port.Text.Span, $"{Count(port.Syntax.Stages.Length)} numbers"),
            Why = [port.Exposure == Model.Exposure.Public && port.Syntax.Stages.Length == 2 ? "two numbers could be router and host, host and container, or router and container" : "a number for a stage that there is not means nothing"],
            Fixes = [$"{port.Name.Value}: {example}"],
            Edits = port.Exposure switch
            {
                // What the router opens is for a person to say.
                Model.Exposure.Public => [],
                Model.Exposure.Lan => WithoutStagesBefore(port, port.Syntax.Stages[^2]),
                _ => WithoutStagesBefore(port, port.Syntax.Stages[^1]),
            },
        };
    }

    private static ImmutableArray<TextEdit> WithoutStagesBefore(PortSpec port, PortStage first) =>
        port.Text.Span.Length == port.Text.Value.Length ? [new(port.Text.Span.Slice(0, first.Start), "")] : [];

    internal static Diagnostic PortRangesDiffer(PortSpec port) =>
        new(PortRangesDifferRule, $"the ranges of {port.Name.Value} differ in length")
        {
            Primary = new(port.Text.Span, string.Join(", ", port.Syntax.Stages.Select(s => $"{s.Range} has {s.Range.Count.ToString(CultureInfo.InvariantCulture)}"))),
            Why = ["each port of a range is mapped to the port at the same place of the next one"],
            Fixes = ["make all stages equally long"],
        };

    internal static Diagnostic SecretInSpec(string service, SpecEntry variable) =>
        new(SecretInSpecRule, $"{service}.environment.{variable.Key.Text} looks like a secret")
        {
            Primary = new(variable.Span, "would be committed here and in the output (value hidden)"),
            Mask = [variable.Value.Span],
            Why = [SecretsTravel],
            Fixes = SecretFixes(service, variable.Key.Text),
        };

    /// <summary>For <c>- NAME=value</c>, as compose has it.</summary>
    internal static Diagnostic SecretInList(string service, string name, SpecScalar item) =>
        new(SecretInSpecRule, $"{service}.environment.{name} looks like a secret")
        {
            Primary = new(item.Span, "would be committed here and in the output (value hidden)"),
            Mask = [item.Span.Length == item.Text.Length ? item.Span.Slice(name.Length + 1, item.Text.Length - name.Length - 1) : item.Span],
            Why = [SecretsTravel],
            Fixes = SecretFixes(service, name),
        };

    private const string SecretsTravel = "this file and everything made from it live in git and in pull requests";

    private static ImmutableArray<string> SecretFixes(string service, string name) =>
    [
        $"podman secret create {SecretName(service, name)} -",
        $"then  secrets: {{ {SecretName(service, name)}: {name} }}",
    ];

    internal static Diagnostic ReservedName(Spanned<string> name, string why, string what = "service") =>
        new(ReservedNameRule, $"{name.Value} cannot name {Article(what)}")
        {
            Primary = new(name.Span, why),
            Why = ["a name with two meanings hides one of them"],
            Fixes = [$"rename the {what}"],
        };

    internal static string Article(string noun) =>
        noun.EndsWith('s') && !noun.EndsWith("ss", StringComparison.Ordinal) ? noun : noun.Length > 0 && "aeiou".Contains(noun[0], StringComparison.Ordinal) ? $"an {noun}" : $"a {noun}";

    internal static string Count(int number) =>
        number < 10 ? new[] { "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine" }[number] : number.ToString(CultureInfo.InvariantCulture);

    internal static string Times(int number) => number == 2 ? "twice" : $"{Count(number)} times";

    /// <summary><c>a, b and c</c></summary>
    internal static string Listed(IReadOnlyList<string> names) =>
        names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}";

    private static string SecretName(string service, string variable) => $"{service}-{variable.ToLowerInvariant().Replace('_', '-')}";

    private static string KindOf(SpecNode node) => node switch
    {
        SpecMapping => "a map",
        SpecSequence => "a list",
        SpecScalar { IsNull: true } => "empty",
        _ => "a single value",
    };

    private static SourceSpan FirstLineOf(SourceSpan span)
    {
        var (line, column) = span.From;
        var end = span.Start + Math.Max(0, span.Source.LineAt(line).Length - column + 1);
        return span.End > end ? span with { End = end } : span;
    }

    private static string Shorten(string text) => text.Length <= 40 ? text : text[..40] + "...";

    private static string? FlowFrom(string text) =>
        text.Split("->") is [var from, var to] && EndFrom(from) is { } client && EndFrom(to) is { } server ? $"{client} -> {server}" : null;

    private static string? EndFrom(string text) => (WithoutUnitSuffix(text.Trim()) ?? text.Trim()) is var name && Rules.IsLabel(name) ? name : null;

    private static string? LabelFrom(string text)
    {
        var label = new string([.. (WithoutUnitSuffix(text) ?? text).ToLowerInvariant().Select(c => c is '_' or '.' or ' ' ? '-' : c)]).Trim('-');
        return Rules.IsLabel(label) ? label : null;
    }
}
