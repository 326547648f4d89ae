using PodPlay.Diagnostics.Rendering;
using PodPlay.Testing;

namespace PodPlay.Diagnostics;

/// <summary>Specs that state their findings, in <c>Cases</c>: all errors and warnings exactly, and the notes that they care about.</summary>
public class CaseTests
{
    private const string Folder = "tests/PodPlay.Tests/Diagnostics/Cases";

    public static TheoryData<string> Cases => [.. Names];

    internal static IEnumerable<string> Names =>
        Directory.EnumerateFiles(Repository.PathOf(Folder), "*.yaml").Select(p => Path.GetFileNameWithoutExtension(p)!).Order(StringComparer.Ordinal);

    internal static SpecCase Of(string name) => SpecCase.Parse(File.ReadAllText(Repository.PathOf($"{Folder}/{name}.yaml")));

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_case_has_the_findings_that_it_states_and_no_others(string name)
    {
        var spec = Of(name);
        var found = Compiled.FindingsOf(spec).Open.Where(d => d.Severity != Severity.Note || spec.Expected.Any(e => e.Fits(d)));
        Assert.Empty(Compiled.Differences(spec.Expected, found));
    }

    [Theory]
    [InlineData("secrets")]
    [InlineData("compose-spellings")]
    public void No_secret_of_a_case_is_shown(string name)
    {
        var found = Compiled.FindingsOf(Of(name)).Open;
        Assert.DoesNotContain("hunter2", TextRenderer.Render(found, includeNotes: true), StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", SarifRenderer.Render(found), StringComparison.Ordinal);
    }

    [Fact]
    public void A_finding_that_nobody_stated_is_seen()
    {
        var found = Compiled.FindingsOf("podplay: 1\nhost: {}\n").Open;
        Assert.Equal("unstated podplay.yaml line 2: # error: 1 [PP102] \"host is not a key of the spec\"", Assert.Single(Compiled.Differences([], found)));
    }

    [Fact]
    public void A_statement_that_is_not_true_is_seen()
    {
        var (spec, expected) = Expectation.Parse("a.yaml", "podplay: 1 # warning: 3 [PP701] \"no\\\"thing\" ; note: 4 [PP411] \"x\"\n");
        Assert.Equal("podplay: 1\n", spec);
        Assert.Equal(
            "missing  a.yaml line 1: # warning: 3 [PP701] \"no\\\"thing\", missing  a.yaml line 1: # note: 4 [PP411] \"x\"",
            string.Join(", ", Compiled.Differences(expected, [])));
    }
}
