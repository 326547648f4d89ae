using System.Collections.Immutable;
using System.Globalization;
using PodPlay.Connectivity;
using PodPlay.Model;
using PodPlay.Text;

namespace PodPlay.Diagnostics;

/// <summary>PP425 to PP428: statements about who may reach whom.</summary>
public static partial class Diagnose
{
    public static readonly DiagnosticRule AssertBrokenRule = DiagnosticRule.Error("PP425", "assert-broken");
    public static readonly DiagnosticRule AssertNotPossibleRule = DiagnosticRule.Error("PP426", "assert-not-possible");
    public static readonly DiagnosticRule AssertUnknownNameRule = DiagnosticRule.Error("PP427", "assert-unknown-name");
    public static readonly DiagnosticRule AssertSaysNothingRule = DiagnosticRule.Warning("PP428", "assert-says-nothing");

    private const int MostCauses = 8;

    /// <param name="causes">What makes it possible: a connection each, and the place that allows it.</param>
    internal static Diagnostic AssertBroken(SourceSpan place, Breach breach, ImmutableArray<(Cell Cell, SourceSpan? Place)> causes)
    {
        var (assertion, first) = (breach.Assertion, causes[0].Cell);
        var others = causes.Length switch
        {
            1 => "",
            2 => ", and so does another",
            var all => string.Create(CultureInfo.InvariantCulture, $", and so do {all - 1} others"),
        };
        var message = assertion.Kind == AssertionKind.Only
            ? $"{(assertion.Callers.IsEmpty ? "nobody" : $"only {assertion.CallerNames}")} may reach {assertion.Called}, but {first.Because} lets {NameOf(first.From)} in{others}"
            : $"{assertion.Text} must never be possible, but {first.Because} allows it{others}";
        var shown = causes.Take(MostCauses).ToList();
        return new(AssertBrokenRule, message)
        {
            Primary = new(place, assertion.Kind == AssertionKind.Only ? "for these only" : "must never be possible"),
            Related = [.. shown.Where(c => c.Place is not null).Select(c => new Label(c.Place!.Value, $"lets {NameOf(c.Cell.From)} reach {NameOf(c.Cell.To)}"))],
            Why =
            [
                .. shown.Select(c => c.Cell.Text),
                .. MoreThan(breach.Cells.Length - shown.Count),
            ],
            Fixes = causes.All(c => Statements.IsOfRoot(c.Cell))
                ? ["take the statement back: root of a host reaches every container on it, whatever a ruleset says"]
                : [$"narrow or remove {first.Because}", assertion.Kind == AssertionKind.Only ? $"or, if it is meant, add {NameOf(first.From)} to the list" : "or, if it is meant, take the statement back"],
        };
    }

    private static string[] MoreThan(int count) =>
        count == 0 ? [] : [string.Create(CultureInfo.InvariantCulture, $"and {count} more connection{(count == 1 ? "" : "s")}, by port and family")];

    internal static Diagnostic AssertNotPossible(SourceSpan place, Breach breach) =>
        new(AssertNotPossibleRule, $"{breach.Assertion.Text} must be possible, and is not")
        {
            Primary = new(place, "nothing allows it"),
            Why = [breach.Missing],
            Fixes = ["add what is missing", "or, if it is not needed any more, take the statement back"],
        };

    internal static Diagnostic AssertUnknownName(Spanned<string> name, IEnumerable<string> known) =>
        Unknown(AssertUnknownNameRule, name, $"the statement speaks of {name.Value}, which is not a service, zone, host or source", "known", known, "a statement about a name that nobody has would hold for ever");

    internal static Diagnostic AssertUnknownPort(Spanned<string> name, Service service) =>
        Unknown(AssertUnknownNameRule, name, $"the statement speaks of a port {name.Value} that {service.Name} does not have", $"ports of {service.Name}", service.Ports.Select(p => p.Name), "a statement about a port that nobody has would hold for ever");

    internal static Diagnostic AssertPortOfNoService(Spanned<string> port, string name) =>
        new(AssertUnknownNameRule, $"the statement speaks of port {port.Value} of {name}, which is not a service")
        {
            Primary = new(port.Span, "only a service has ports by name"),
            Why = ["a statement about a port that nobody has would hold for ever"],
            Fixes = [name, $"or a service of it: SERVICE.{port.Value}"],
        };

    internal static Diagnostic AssertSaysNothing(SourceSpan place, Assertion assertion, string why) =>
        new(AssertSaysNothingRule, $"the statement {assertion.Text} can never be broken: {why}")
        {
            Primary = new(place, "says nothing"),
            Why = ["a statement that always holds looks like a safeguard and is none"],
            Fixes = ["name what is meant, or remove it"],
        };

    // As the spec spells it, not as the matrix does.
    private static string NameOf(Party party) => party switch
    {
        Party.OfHost { Host.Name: var host } => host,
        Party.OfSource source => source.Names.First(),
        Party.OthersInZone { Zone.Name: var zone } => zone,
        _ => party.Name,
    };
}
