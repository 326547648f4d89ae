using PodPlay.Diagnostics;
using PodPlay.Diagnostics.Rendering;
using PodPlay.Samples;
using PodPlay.Testing;
using PodPlay.Text;

namespace PodPlay.Import;

/// <summary>Compose files as projects ship them, in Cases: each states its findings, and the spec that comes of it is beside this file.</summary>
public sealed class ComposeImportTests
{
    private const string Folder = "tests/PodPlay.Tests/Import/Cases";

    public static TheoryData<string> Cases => [.. Directory.EnumerateFiles(Repository.PathOf(Folder), "*.yaml").Select(p => Path.GetFileNameWithoutExtension(p)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_case_has_the_findings_that_it_states(string name)
    {
        var (text, expected) = Expectation.Parse("compose.yaml", File.ReadAllText(Repository.PathOf($"{Folder}/{name}.yaml")));
        Read(text, out var found);
        Assert.Empty(Compiled.Differences(expected, found));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Its_spec_was_looked_at(string name) => TextSnapshot.Verify(this, SpecOf(name), name);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Its_spec_has_no_error_or_warning(string name) =>
        Assert.Empty(Compiled.FindingsOf(SpecOf(name)).Open.Where(d => d.Severity != Severity.Note).Select(Expectation.Describe));

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_is_not_carried_stands_at_the_head_of_the_spec(string name)
    {
        var (text, _) = Expectation.Parse("compose.yaml", File.ReadAllText(Repository.PathOf($"{Folder}/{name}.yaml")));
        var spec = Read(text, out var found)!;
        Assert.NotEmpty(found);
        Assert.All(found, d => Assert.Contains($"#   line {d.Primary!.Span.From.Line}: {d.Message}", spec, StringComparison.Ordinal));
    }

    [Fact]
    public void No_secret_is_written_anywhere()
    {
        var text = Expectation.Parse("compose.yaml", File.ReadAllText(Repository.PathOf($"{Folder}/web-stack.yaml"))).Spec;
        Assert.Equal(3, text.Split("hunter2").Length - 1);
        var spec = Read(text, out var found);
        Assert.DoesNotContain("hunter2", spec, StringComparison.Ordinal);
        foreach (var printed in new[] { TextRenderer.Render([.. found], includeNotes: true), ShortRenderer.Render([.. found], true), JsonRenderer.Render([.. found]), SarifRenderer.Render([.. found]), GithubRenderer.Render([.. found]) })
            Assert.DoesNotContain("hunter2", printed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("services: []", "PP822")]
    [InlineData("version: '3'", "PP822")]
    [InlineData("web:\n  image: x", "PP822")]
    [InlineData("services:\n  web: x", "PP821")]
    [InlineData("services:\n  web: { restart: always }", "PP821")]
    [InlineData("services:\n  web: { image: [a] }", "PP821")]
    [InlineData("services:\n  web: { image: 'a b' }", "PP821")]
    [InlineData("services:\n  web: { image: a, ports: [80x] }", "PP821")]
    [InlineData("services:\n  web: { image: a, ports: ['1:2:3:4'] }", "PP821")]
    [InlineData("services:\n  web: { image: a, ports: [{ target: 0 }] }", "PP821")]
    [InlineData("services:\n  web: { image: a, volumes: ['a:b:c:d'] }", "PP821")]
    [InlineData("services:\n  web: { image: a, networks: [nowhere] }", "PP821")]
    [InlineData("services:\n  web: { image: a, deploy: { replicas: many } }", "PP821")]
    [InlineData("services:\n  web: { image: a, environment: [[A]] }", "PP821")]
    [InlineData("services:\n  web: { image: a }\nnetworks: { default: { ipam: { config: [{ subnet: 1.2.3 }] } } }", "PP821")]
    [InlineData("services:\n  web: { image: a", "PP101")]
    [InlineData("services:\n  web: { image: !reset a }", "PP123")]
    [InlineData("services:\n  web: *nobody", "PP124")]
    [InlineData("services:\n  web: { image: a }\n  web: { image: b }", "PP106")]
    public void What_compose_would_not_take_is_an_error_with_its_place_and_no_spec(string text, string code)
    {
        Assert.Null(Read(text, out var found));
        Assert.Contains(found, d => d.Code == code && d.Severity == Severity.Error && d.Primary is not null);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_file_that_is_cut_anywhere_throws_nothing(string name)
    {
        var text = File.ReadAllText(Repository.PathOf($"{Folder}/{name}.yaml"));
        for (var length = 0; length < text.Length; length += 7)
        {
            var spec = Read(text[..length], out var found);
            Assert.True(spec is not null || found.Exists(d => d.Severity == Severity.Error), $"neither a spec nor an error after {length} characters");
        }
    }

    [Fact]
    public void Every_key_of_a_service_says_the_wrong_thing_and_nothing_throws()
    {
        string[] keys = ["image", "build", "command", "environment", "secrets", "ports", "expose", "volumes", "healthcheck", "networks", "network_mode", "depends_on", "deploy", "scale", "devices", "cap_add", "sysctls", "user", "read_only", "dns", "stop_grace_period", "restart", "profiles", "labels", "container_name"];
        string[] values = ["", "x", "7", "[]", "{}", "[a, b]", "[[a]]", "{ a: b }", "{ a: { b: c } }", "[{ a: b }]", "'a\tb'", "'::::'", "'/'", "${A"];
        foreach (var key in keys)
        {
            foreach (var value in values)
            {
                var spec = Read($"services:\n  web:\n    image: a:1\n    x-{key}: 1\n    {(key == "image" ? "" : $"{key}: {value}")}\n  other: {{ {key}: {value}, image: b }}\n", out var found);
                Assert.True(spec is not null || found.Exists(d => d.Severity == Severity.Error), $"{key}: {value}");
                if (spec is not null)
                    Assert.DoesNotContain(Compiled.FindingsOf(spec).Open, d => d.Code is "PP101" or "PP102" or "PP104");
            }
        }
    }

    [Fact]
    public void Profiles_come_along_when_they_are_asked_for()
    {
        const string Text = "services:\n  web: { image: a:1 }\n  debug: { image: b:1, profiles: [tools] }\n";
        Assert.DoesNotContain("  debug:", CliRun.Of(["import", "compose", "-"], CliRun.Utf8(Text)).Out, StringComparison.Ordinal);
        Assert.Contains("  debug:", CliRun.Of(["import", "compose", "-", "--profile", "tools"], CliRun.Utf8(Text)).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void The_host_is_called_and_addressed_as_asked()
    {
        var run = CliRun.Of(["import", "compose", "-", "--host", "nas", "--address", "10.1.2.3"], CliRun.Utf8("services: { web: { image: a:1 } }\n"));
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("hosts:\n  nas:\n    address: [10.1.2.3]\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("router:\n  address: 10.1.2.1\n  lan: [10.1.2.0/24]\n", run.Out, StringComparison.Ordinal);
        Assert.Equal(2, CliRun.Of("import", "compose", "-", "--address", "home").ExitCode);
    }

    [Fact]
    public void Exit_codes_tell_what_happened()
    {
        var missing = CliRun.Of("import", "compose", "/nonexistent/compose.yaml");
        Assert.Equal((2, ""), (missing.ExitCode, missing.Out));
        Assert.Equal(1, CliRun.Of(["import", "compose", "-"], CliRun.Utf8("a: b\n")).ExitCode);
        Assert.Equal(2, CliRun.Of("import").ExitCode);
        // What compose would only notice when it starts.
        var clash = CliRun.Of(["import", "compose", "-"], CliRun.Utf8("services:\n  a: { image: x:1, ports: ['8080:80'] }\n  b: { image: y:1, ports: ['8080:80'] }\n"));
        Assert.Equal(1, clash.ExitCode);
        Assert.Contains("PP827", clash.Error, StringComparison.Ordinal);
        Assert.Contains("http: 8080 -> 80", clash.Out, StringComparison.Ordinal);
    }

    private static string SpecOf(string name) => Read(Expectation.Parse("compose.yaml", File.ReadAllText(Repository.PathOf($"{Folder}/{name}.yaml"))).Spec, out _)!;

    private static string? Read(string text, out List<Diagnostic> found)
    {
        var diagnostics = new DiagnosticBag();
        var spec = ComposeImport.Read(new SourceText("compose.yaml", text), new ImportOptions(ImportOptions.DefaultHost, ImportOptions.DefaultAddress, []), diagnostics);
        found = [.. diagnostics.ToSortedList()];
        return spec;
    }
}
