using System.Reflection;

namespace PodPlay.Diagnostics;

public class DiagnosticCatalogTests
{
    private static readonly List<DiagnosticRule> Fields =
    [
        .. typeof(Diagnose).GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)
            .Where(f => f.FieldType == typeof(DiagnosticRule))
            .Select(f => (DiagnosticRule)f.GetValue(null)!),
    ];

    [Fact]
    public void The_catalogue_lists_every_rule() =>
        Assert.Equal(Fields.OrderBy(r => r.Code, StringComparer.Ordinal), DiagnosticCatalog.All);

    [Fact]
    public void Codes_and_names_are_used_once()
    {
        Assert.Equal(Fields.Count, Fields.DistinctBy(r => r.Code).Count());
        Assert.Equal(Fields.Count, Fields.DistinctBy(r => r.Name).Count());
    }

    [Fact]
    public void A_code_is_pp_and_three_digits_and_a_name_is_kebab_case() =>
        Assert.All(Fields, r =>
        {
            Assert.Matches("^PP[1-9][0-9]{2}$", r.Code);
            Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", r.Name);
        });

    [Fact]
    public void A_rule_is_found_by_code_in_any_case_and_by_name()
    {
        Assert.Equal("PP301", DiagnosticCatalog.Find("pp301")!.Code);
        Assert.Equal("PP301", DiagnosticCatalog.Find("host-port-taken")!.Code);
        Assert.Null(DiagnosticCatalog.Find("PP000"));
    }
}
