using System.Text;
using PodPlay.Fixing;
using PodPlay.Testing;

namespace PodPlay.Diagnostics;

/// <summary><c>docs/diagnostics.md</c> is made of the catalogue and the pages.</summary>
public class DiagnosticIndexTests
{
    private const string Index = "docs/diagnostics.md";

    private static readonly Dictionary<char, string> Areas = new()
    {
        ['1'] = "The file: syntax, keys, references",
        ['2'] = "Addresses and subnets",
        ['3'] = "Ports",
        ['4'] = "Flows and exposure",
        ['5'] = "Names",
        ['6'] = "Certificates",
        ['7'] = "Services and units",
        ['8'] = "Hosts, kernel settings and imports",
        ['9'] = "The output folder",
    };

    [Fact]
    public void The_index_is_current()
    {
        var expected = Print();
        var path = Repository.PathOf(Index);
        if (Environment.GetEnvironmentVariable(TextSnapshot.AcceptVariable) == "1" && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")))
            File.WriteAllText(path, expected, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        var there = File.Exists(path) ? File.ReadAllText(path) : "";
        Assert.True(expected == there, $"{Index} is not what the pages say. If they are right: {TextSnapshot.AcceptVariable}=1 dotnet test (refused under CI)");
    }

    private static string Print()
    {
        var text = new StringBuilder("""
            # Diagnostics

            Every finding has a code, a name and a page: `podplay explain PP301` or `podplay explain host-port-taken` prints it. Codes are never used
            twice; the hundreds are the area.

            * **Error**: nothing is written while it stands.
            * **Error, allowable**: the same, unless the spec allows it with a reason.
            * **Warning**: everything is written. `--deny warnings` makes errors of all of them.
            * **Note**: shown with `--verbose` and in machine formats.

            To allow a finding in one place, write `# podplay: allow PP311 - the reason` on its line or on the line above. To change its level for a whole
            spec, write `lint: { image-not-pinned: deny }`, or `warn`, or `{ allow: the reason }`. `podplay check --fix` mends what is marked in
            the last column, where it takes no decision: [checking.md](checking.md).

            This page is made by the tests from the catalogue and the pages.

            """.ReplaceLineEndings("\n"));
        var mended = SpecFixerTests.Mended;
        foreach (var area in DiagnosticCatalog.All.GroupBy(r => r.Code[2]))
        {
            text.Append($"\n## {Areas[area.Key]}\n\n| code | name | level | what | `--fix` |\n|---|---|---|---|---|\n");
            foreach (var rule in area)
                text.Append($"| [{rule.Code}](diagnostics/{rule.Code}.md) | {rule.Name} | {LevelOf(rule)} | {FirstSentence(ExplainPage.Of(rule.Code).What)} | {(mended.Contains(rule.Code) ? "yes" : "")} |\n");
        }
        return text.ToString();
    }

    private static string LevelOf(DiagnosticRule rule) =>
        rule.Severity == Severity.Error && rule.Allowable ? "Error, allowable" : rule.Severity.ToString();

    private static string FirstSentence(string what)
    {
        var end = what.IndexOf(". ", StringComparison.Ordinal);
        return (end < 0 ? what : what[..(end + 1)]).Replace("|", "\\|", StringComparison.Ordinal);
    }
}
