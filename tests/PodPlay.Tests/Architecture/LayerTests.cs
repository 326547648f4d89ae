using NetArchTest.Rules;

namespace PodPlay.Architecture;

/// <summary>Who may know whom. The pipeline goes one way; each library is known in one folder.</summary>
public sealed class LayerTests
{
    private static readonly Types Core = Types.InAssembly(typeof(Compiler).Assembly);

    [Fact]
    public void Only_Syntax_knows_YamlDotNet() => Keeps(Core.That().DoNotResideInNamespace("PodPlay.Syntax").ShouldNot().HaveDependencyOn("YamlDotNet"));

    [Fact]
    public void Only_Templating_knows_Scriban() => Keeps(Core.That().DoNotResideInNamespace("PodPlay.Templating").ShouldNot().HaveDependencyOn("Scriban"));

    [Fact]
    public void The_command_line_knows_neither() =>
        Keeps(Types.InAssembly(typeof(Cli.PodPlayCommand).Assembly).ShouldNot().HaveDependencyOnAny("YamlDotNet", "Scriban"));

    [Fact]
    public void The_model_knows_nothing_of_how_it_was_written_down() =>
        Keeps(Core.That().ResideInNamespaceMatching(@"^PodPlay\.Model$").ShouldNot().HaveDependencyOnAny("PodPlay.Spec", "PodPlay.Syntax", "PodPlay.Text", "PodPlay.Diagnostics"));

    [Fact]
    public void The_model_knows_nothing_of_what_becomes_of_it() =>
        Keeps(Core.That().ResideInNamespace("PodPlay.Model").ShouldNot().HaveDependencyOnAny("PodPlay.Artefacts", "PodPlay.Templating", "PodPlay.Output", "PodPlay.Connectivity"));

    [Fact]
    public void Artefacts_know_the_model_and_not_the_spec() =>
        Keeps(Core.That().ResideInNamespace("PodPlay.Artefacts").ShouldNot().HaveDependencyOnAny("PodPlay.Spec", "PodPlay.Syntax"));

    [Fact]
    public void Artefacts_plan_and_do_not_render_or_write() =>
        Keeps(Core.That().ResideInNamespace("PodPlay.Artefacts").ShouldNot().HaveDependencyOnAny("PodPlay.Templating", "PodPlay.Output"));

    [Fact]
    public void Connectivity_is_computed_from_the_model_alone() =>
        Keeps(Core.That().ResideInNamespace("PodPlay.Connectivity").ShouldNot().HaveDependencyOnAny("PodPlay.Spec", "PodPlay.Syntax", "PodPlay.Artefacts", "PodPlay.Templating", "PodPlay.Output"));

    [Fact]
    public void Nothing_that_is_compared_knows_that_it_is_compared() =>
        Keeps(Core.That().DoNotResideInNamespace("PodPlay.Changes").ShouldNot().HaveDependencyOn("PodPlay.Changes"));

    [Fact]
    public void A_change_is_computed_without_the_spec_and_its_rendering() =>
        Keeps(Core.That().ResideInNamespaceMatching(@"^PodPlay\.Changes$").ShouldNot().HaveDependencyOnAny("PodPlay.Changes.Rendering", "PodPlay.Spec", "PodPlay.Syntax", "PodPlay.Text"));

    [Fact]
    public void Syntax_knows_no_later_stage() =>
        Keeps(Core.That().ResideInNamespace("PodPlay.Syntax").ShouldNot().HaveDependencyOnAny("PodPlay.Spec", "PodPlay.Model", "PodPlay.Artefacts", "PodPlay.Templating", "PodPlay.Output"));

    [Fact]
    public void Templating_knows_views_and_trees_only() =>
        Keeps(Core.That().ResideInNamespace("PodPlay.Templating").ShouldNot().HaveDependencyOnAny("PodPlay.Spec", "PodPlay.Syntax", "PodPlay.Model", "PodPlay.Connectivity"));

    [Fact]
    public void Only_Output_touches_the_disk() => Keeps(Core.That().DoNotResideInNamespace("PodPlay.Output").ShouldNot().HaveDependencyOnAny(
        "System.IO.File", "System.IO.Directory", "System.IO.FileInfo", "System.IO.DirectoryInfo", "System.IO.FileStream", "System.IO.RandomAccess"));

    [Fact]
    public void Nothing_in_the_library_opens_the_console_a_socket_or_a_program() => Keeps(Core.ShouldNot().HaveDependencyOnAny(
        "System.Console", "System.Net.Sockets.Socket", "System.Net.Http", "System.Diagnostics.Process"));

    [Fact]
    public void No_namespace_is_a_drawer_for_everything()
    {
        var drawers = new[] { "Helpers", "Helper", "Common", "Utils", "Util", "Utilities", "Managers", "Shared", "Misc" };
        var found = typeof(Compiler).Assembly.GetTypes().Concat(typeof(Cli.PodPlayCommand).Assembly.GetTypes())
            .Select(t => t.Namespace ?? "")
            .Where(n => n.Split('.').Any(drawers.Contains))
            .Distinct();

        Assert.Empty(found);
    }

    [Fact]
    public void A_layer_that_is_broken_is_found() =>
        Assert.False(Core.That().ResideInNamespace("PodPlay.Syntax").ShouldNot().HaveDependencyOn("YamlDotNet").GetResult().IsSuccessful);

    private static void Keeps(ConditionList rule) => Assert.Empty(rule.GetResult().FailingTypeNames ?? []);
}
