using System.Text.RegularExpressions;

namespace PodPlay.Diagnostics;

/// <summary>Every finding of every case and example says what, where, why and how to mend it, in one style.</summary>
public sealed partial class MessageStyleTests
{
    private static readonly Lazy<List<Diagnostic>> Found = new(() =>
    [
        .. CaseTests.Names.Select(CaseTests.Of)
            .Concat(DiagnosticCatalog.All.Select(r => ExplainPage.Of(r.Code).Example).Where(e => e.Language == "yaml").Select(e => SpecCase.Parse(e.Text)))
            .SelectMany(s => s.Compile().Findings.Open),
    ]);

    [Fact]
    public void A_message_is_one_line_without_a_full_stop() => Assert.Empty(
        Found.Value.Where(f => f.Message.EndsWith('.') || f.Message.Contains('\n') || f.Message.Length is 0 or > 300).Select(f => $"{f.Code} {f.Message}").Distinct());

    // A capital only where the user's own word or a name of the field has one.
    [Fact]
    public void A_message_begins_small() => Assert.Empty(
        Found.Value.Where(f => CapitalPattern().IsMatch(f.Message) && !f.Message.StartsWith(TextAt(f.Primary), StringComparison.Ordinal)).Select(f => $"{f.Code} {f.Message}").Distinct());

    [Fact]
    public void Every_place_has_its_words() => Assert.Empty(
        Found.Value.Where(f => f.Primary is { Text: "" } || f.Related.Any(r => r.Text.Length == 0)).Select(f => $"{f.Code} {f.Message}").Distinct());

    [Fact]
    public void Every_finding_says_how_to_mend_it() => Assert.Empty(Found.Value.Where(f => f.Fixes.IsEmpty).Select(f => $"{f.Code} {f.Message}").Distinct());

    // A text that is no YAML, an unknown or misplaced key, a value of another form, an alias without its anchor: the words at the place say what is expected, and no more is to say.
    [Fact]
    public void Every_finding_but_those_of_form_says_why_it_matters()
    {
        var without = Found.Value.Where(f => f.Why.IsEmpty && f.Code is not ("PP101" or "PP102" or "PP103" or "PP104" or "PP121" or "PP122" or "PP124" or "PP125" or "PP126"));
        Assert.True(!without.Any(), string.Join('\n', without.Select(f => $"{f.Code} {f.Message}").Distinct()));
    }

    [Fact]
    public void A_fix_is_no_sentence() => Assert.Empty(
        Found.Value.SelectMany(f => f.Fixes.Select(x => (f.Code, Fix: x))).Where(f => f.Fix.EndsWith('.') && !f.Fix.EndsWith("...", StringComparison.Ordinal)).Select(f => $"{f.Code} {f.Fix}").Distinct());

    private static string TextAt(Label? place) => place is { Span: { Length: > 0 } span } ? span.Source.Text[span.Start..span.End] : "\0";

    [GeneratedRegex("^[A-Z][a-z]+ [a-z]")]
    private static partial Regex CapitalPattern();
}
