using System.Collections.Immutable;
using PodPlay.Diagnostics;
using PodPlay.Diagnostics.Rendering;
using PodPlay.Samples;
using PodPlay.Text;

namespace PodPlay.Import;

/// <summary>The pages of these findings show terminals: what is printed there is what podplay prints.</summary>
public sealed class ImportPagesTests
{
    [Theory]
    [InlineData("PP820", "services:\n  web:\n    image: caddy:2.8.4\n    entrypoint: [/start.sh]\n")]
    [InlineData("PP821", "services:\n  web:\n    image: caddy:2.8.4\n    ports:\n      - 8080:80x\n")]
    [InlineData("PP822", "replicas: 3\n", "values.yaml")]
    [InlineData("PP823", "services:\n  web:\n    image: caddy:2.8.4\n    environment:\n      TZ: ${TZ}\n")]
    [InlineData("PP824", "services:\n  db:\n    image: postgres:16.4\n    environment:\n      POSTGRES_PASSWORD: hunter2\n")]
    [InlineData("PP825", "services:\n  web:\n    build: ./web\n")]
    public void Of_a_compose_file(string code, string text, string name = "compose.yaml")
    {
        var found = new DiagnosticBag();
        ComposeImport.Read(new SourceText(name, text), new ImportOptions(ImportOptions.DefaultHost, ImportOptions.DefaultAddress, []), found);
        Assert.Equal(Shown(code), Printed(found.ToSortedList(), code));
    }

    [Fact]
    public void Of_what_is_no_list_of_networks()
    {
        var found = new DiagnosticBag();
        NetworkImport.Read(new SourceText("networks.json", "{\"name\": \"dmz\"}\n"), new ImportOptions(ImportOptions.DefaultHost, ImportOptions.DefaultAddress, []), found);
        Assert.Equal(Shown("PP826"), Printed(found.ToSortedList(), "PP826"));
    }

    [Fact]
    public void Of_a_spec_that_cannot_work()
    {
        var run = CliRun.Of(["import", "compose", "-"], CliRun.Utf8("services:\n  a: { image: x:1, ports: ['8080:80'] }\n  b: { image: y:1, ports: ['8080:80'] }\n"));
        Assert.Contains(Shown("PP827").Replace("compose.yaml", "standard input", StringComparison.Ordinal), run.Error, StringComparison.Ordinal);
    }

    private static string Printed(ImmutableArray<Diagnostic> found, string code) => TextRenderer.Render([.. found.Where(d => d.Code == code)], includeNotes: true).Split("\n\n")[0] + "\n";

    // Behind the command.
    private static string Shown(string code) => ExplainPage.Of(code).Example.Text.Split('\n', 2)[1];
}
