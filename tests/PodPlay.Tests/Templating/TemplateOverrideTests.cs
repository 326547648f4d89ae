using System.Diagnostics;
using PodPlay.Changes;
using PodPlay.Diagnostics;
using PodPlay.Drift;
using PodPlay.Output;
using PodPlay.Samples;
using PodPlay.Templating;
using PodPlay.Testing;
using PodPlay.Testing.Tools;

namespace PodPlay.Tests.Templating;

/// <summary>Templates of the user's: they take the place of podplay's, do no more than those, and end.</summary>
public sealed class TemplateOverrideTests : IDisposable
{
    private const string Line = "{{~ for line in header ~}}\n# {{ line }}\n{{~ end ~}}\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("podplay-templates-").FullName;

    public TemplateOverrideTests() => File.Copy(Repository.PathOf("samples/quickstart/podplay.yaml"), PathOf("podplay.yaml"));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_template_takes_the_place_of_podplays_and_the_file_names_it()
    {
        Put("quadlet/header.sbn", Line + "# Ask the operators first.\n");

        Assert.Equal(0, Run("gen", "--templates", PathOf("own")).ExitCode);
        var unit = File.ReadAllText(PathOf("output/home/etc/containers/systemd/web.container"));
        Assert.Contains("# Made with templates of your own (--templates): quadlet/header.sbn\n# Ask the operators first.\n\n[Unit]\n", unit, StringComparison.Ordinal);
        Assert.DoesNotContain("--templates", File.ReadAllText(PathOf("output/home/etc/nftables.d/podplay.nft")), StringComparison.Ordinal);
        Assert.Equal((0, 1), (Run("gen", "--check", "--templates", PathOf("own")).ExitCode, Run("gen", "--check").ExitCode));
    }

    [Fact]
    public void A_manifest_names_the_templates_of_its_tree_and_no_other_does()
    {
        Put("quadlet/header.sbn", Line + "# Ask the operators first.\n");
        Put("sysctl/sysctl.sbn", "# mine\n");

        Assert.Equal(0, Run("gen", "--templates", PathOf("own")).ExitCode);
        Assert.StartsWith(
            "# podplay manifest 1\n# made with a template of your own: quadlet/header.sbn\n# made with a template of your own: sysctl/sysctl.sbn\n", File.ReadAllText(PathOf("output/home/etc/podplay/MANIFEST")), StringComparison.Ordinal);
        Assert.DoesNotContain("template", File.ReadAllText(PathOf("output/MANIFEST")), StringComparison.Ordinal);
        // Read again: the edit of a listed file is still seen, and the way back to podplay's own is no damage.
        File.AppendAllText(PathOf("output/home/etc/sysctl.d/90-podplay.conf"), "x\n");
        Assert.Contains("PP901", Run("gen", "--templates", PathOf("own")).Error, StringComparison.Ordinal);
        Assert.Equal(0, Run("gen", "--force").ExitCode);
        Assert.DoesNotContain("template", File.ReadAllText(PathOf("output/home/etc/podplay/MANIFEST")), StringComparison.Ordinal);
    }

    [ToolTheory(Debian.Bookworm, Debian.Trixie)]
    [InlineData(Debian.Bookworm)]
    [InlineData(Debian.Trixie)]
    public void Coreutils_pass_over_the_names_of_templates(Debian debian)
    {
        Put("quadlet/header.sbn", Line + "# Ask the operators first.\n");
        Assert.Equal(0, Run("gen", "--templates", PathOf("own")).ExitCode);
        var run = InRoot.Script(debian, PathOf("output/home"), "cd / && sha256sum --quiet --strict -c /etc/podplay/MANIFEST");
        Assert.Equal((0, "", ""), (run.ExitCode, run.Output, run.Error));
    }

    [Fact]
    public void Drift_and_where_know_what_they_make()
    {
        Put("quadlet/header.sbn", Line + "# x\n");
        Assert.Equal(0, Run("gen", "--templates", PathOf("own")).ExitCode);
        var line = PathOf("output/home/etc/containers/systemd/web.container:9");
        var where = Run("where", line, "--templates", PathOf("own"));
        Assert.Equal((0, ""), (where.ExitCode, where.Error));
        Assert.Contains("not what the spec says", Run("where", line).Error, StringComparison.Ordinal);

        var compilation = InMemory.Compile(InMemory.Text("quickstart"), InMemory.Lock("quickstart"));
        var host = new HostSays(new ChangeSide(compilation.Network!, compilation.Render(null, null, TemplateFolder.Read(PathOf("own"), new DiagnosticBag())).Files), "home");
        File.WriteAllText(PathOf("home.report"), host.ToString());
        Assert.Equal(0, Run("drift", "--from", PathOf("home.report"), "--templates", PathOf("own")).ExitCode);
        Assert.Equal(1, Run("drift", "--from", PathOf("home.report")).ExitCode);
        Put("quadlet/header.sbn", "{{ nothing }}\n");
        Assert.All([Run("drift", "--from", PathOf("home.report"), "--templates", PathOf("own")), Run("where", "services.web", "--templates", PathOf("own"))], r =>
        {
            Assert.Equal(2, r.ExitCode);
            Assert.Contains("error[PP812]", r.Error, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Every_template_of_podplays_may_be_its_own_override()
    {
        var files = TemplateStore.EmbeddedNames.Select(n => (n, new Text.SourceText($"own/{n}", TemplateStore.ReadEmbedded(n)!)));
        var diagnostics = new DiagnosticBag();
        var own = TemplateOverrides.Of(files, diagnostics);

        foreach (var name in InMemory.Names)
        {
            var compilation = InMemory.Compile(InMemory.Text(name), InMemory.Lock(name));
            Assert.Equal(compilation.Render().Files.Keys, compilation.Render(null, diagnostics, own).Files.Keys);
        }
        Assert.Empty(diagnostics.ToSortedList());
    }

    [Fact]
    public void Diff_and_plan_use_them_on_both_sides()
    {
        Put("quadlet/header.sbn", Line + "# x\n");
        Directory.CreateDirectory(PathOf("before"));
        File.Copy(PathOf("podplay.yaml"), PathOf("before/podplay.yaml"));

        foreach (var command in new[] { "diff", "plan" })
        {
            var run = Run(command, "--against", PathOf("before"), "--templates", PathOf("own"));
            Assert.True(run.ExitCode == 0, run.Error);
            Assert.DoesNotContain("web", run.Out, StringComparison.Ordinal);
            Put("quadlet/header.sbn", "{{ nothing }}\n");
            Assert.Contains("error[PP812]", Run(command, "--against", PathOf("before"), "--templates", PathOf("own")).Error, StringComparison.Ordinal);
            Put("quadlet/header.sbn", Line + "# x\n");
        }
    }

    [Theory]
    [InlineData("quadlet/contaner.sbn", "PP811", "podplay has no template quadlet/contaner.sbn", "rename it to quadlet/container.sbn")]
    [InlineData("container.sbn", "PP811", "podplay has no template container.sbn", "docs/templates.md")]
    [InlineData("README.md", "PP811", "podplay has no template README.md", "remove the file")]
    public void Another_name_is_an_error(string name, string code, string message, string fix)
    {
        Put(name, "x\n");

        var found = Assert.Single(Found());
        Assert.Equal((code, message), (found.Code, found.Message));
        Assert.Contains(fix, found.Fixes[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("# a\n{{ if }}\n{{ end }}\n", 2, 0)]
    [InlineData("{{ for x in header }}\n", 1, 0)]
    [InlineData("a\n{{ 1 + 1 }}\n", 2, 4)]
    [InlineData("{{ x = header }}\n", 1, 6)]
    [InlineData("{{ while true }}{{ end }}\n", 1, 4)]
    [InlineData("{{ func f }}{{ end }}\n", 1, 4)]
    [InlineData("{{ for x in 1..1000000 }}x{{ end }}\n", 1, 13)]
    [InlineData("{{ include name }}\n", 1, 4)]
    [InlineData("{{ header | string.upcase }}\n", 1, 11)]
    [InlineData("{{ import 'x' }}\n", 1, 4)]
    [InlineData("{{ $a }}\n{{ nothing }}\n", 1, 4)]
    [InlineData("a\n  {{ nothing }}\n", 2, 6)]
    [InlineData("{{ date.now }}\n", 1, 4)]
    [InlineData("{{ header }}\n", 1, 4)]
    [InlineData("{{ include 'quadlet/header.sbn' }}\n", 1, 4)]
    [InlineData("no line end", 1, 1)]
    [InlineData("", 1, 1)]
    public void What_is_wrong_is_told_with_its_place(string template, int line, int column)
    {
        Put("quadlet/header.sbn", template);
        Put("quadlet/network.sbn", template.EndsWith('\n') ? "{{~ include 'quadlet/header.sbn' ~}}\n" : template);

        var found = Found();
        Assert.NotEmpty(found);
        Assert.All(found, f => Assert.Equal("PP812", f.Code));
        Assert.Contains(found, f => f.Primary!.Span.Source.Path.StartsWith(PathOf("own/quadlet/"), StringComparison.Ordinal) && f.Primary.Span.From.Line == line && (column == 0 || f.Primary.Span.From.Column == column));
        Assert.Equal((1 + (CouldNotStart() ? 1 : 0), false), (Run("gen", "--templates", PathOf("own")).ExitCode, Directory.Exists(PathOf("output"))));
    }

    [Theory]
    [InlineData("../../../../etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("quadlet/../quadlet/key.sbn")]
    [InlineData("quadlet/kye.sbn")]
    public void Nothing_but_templates_is_included(string path)
    {
        Put("quadlet/header.sbn", $"{{{{ include '{path}' }}}}\n");

        Assert.Equal("PP811", Assert.Single(Found()).Code);
    }

    [Fact]
    public void A_link_is_refused()
    {
        Directory.CreateDirectory(PathOf("own/quadlet"));
        File.CreateSymbolicLink(PathOf("own/quadlet/header.sbn"), "/etc/hostname");
        Assert.Equal("PP813", Assert.Single(Found()).Code);
    }

    [Fact]
    public void No_folder_no_text_and_too_large_a_file_are_refused()
    {
        Assert.Equal("PP813", Assert.Single(Found()).Code);
        Put("quadlet/header.sbn", new string('x', TemplateOverrides.MaxLength + 1));
        Assert.Equal("PP813", Assert.Single(Found()).Code);
        File.WriteAllBytes(PathOf("own/quadlet/header.sbn"), [0xff, 0xfe, 0]);
        Assert.Equal("PP117", Assert.Single(Found()).Code);
        Put("quadlet/header.sbn", "# \u202e\n");
        Assert.Equal("PP129", Assert.Single(Found()).Code);
    }

    [Theory]
    [InlineData("if is_x")]
    [InlineData("for x in header")]
    [InlineData("with header")]
    [InlineData("capture x")]
    public void Whatever_stands_in_each_other_ends_the_parser(string block)
    {
        Put("quadlet/header.sbn", string.Concat(Enumerable.Repeat($"{{{{ {block} }}}}", 3000)));
        Assert.Contains(Found(), f => f.Code == "PP812");
        Put("quadlet/header.sbn", "{{ " + new string('(', 30_000));
        Assert.Equal("PP812", Assert.Single(Found()).Code);
        Put("quadlet/header.sbn", "{{ a" + string.Concat(Enumerable.Repeat(".a", 20_000)) + " }}\n");
        Assert.Contains(Found(), f => f.Code == "PP812");
    }

    [Fact]
    public void Loops_in_each_other_and_output_have_an_end()
    {
        var clock = Stopwatch.StartNew();
        Put("quadlet/header.sbn", string.Concat(Enumerable.Range(0, 30).Select(i => $"{{{{ for a{i} in header }}}}")) + string.Concat(Enumerable.Repeat("{{ end }}", 30)) + "\n");
        Assert.Contains(Found(), f => f.Code == "PP812" && f.Message.Contains("steps", StringComparison.Ordinal));
        Put("quadlet/header.sbn", string.Concat(Enumerable.Range(0, 12).Select(i => $"{{{{ for a{i} in header }}}}")) + new string('x', 60_000) + string.Concat(Enumerable.Repeat("{{ end }}", 12)) + "\n");
        Assert.Contains(Found(), f => f.Code == "PP812" && f.Message.Contains("characters", StringComparison.Ordinal));
        Assert.True(clock.Elapsed < TimeSpan.FromMinutes(3), $"{clock.Elapsed}");
    }

    // What is found when the folder is read, or else when files are made with it.
    private List<Diagnostic> Found()
    {
        var diagnostics = new DiagnosticBag();
        var own = TemplateFolder.Read(PathOf("own"), diagnostics);
        if (!diagnostics.HasErrors)
            InMemory.Compile(InMemory.Text("quickstart"), InMemory.Lock("quickstart")).Render(null, diagnostics, own);
        return [.. diagnostics.ToSortedList()];
    }

    // Found when the templates are read, before any file is made.
    private bool CouldNotStart()
    {
        var diagnostics = new DiagnosticBag();
        TemplateFolder.Read(PathOf("own"), diagnostics);
        return diagnostics.HasErrors;
    }

    private CliRun Run(params string[] args) => CliRun.Of([.. args, "-f", PathOf("podplay.yaml")]);

    private string PathOf(string path) => Path.Combine(_folder, path);

    private void Put(string name, string text)
    {
        var path = PathOf($"own/{name}");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
