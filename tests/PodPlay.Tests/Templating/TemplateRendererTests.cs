using System.Globalization;
using PodPlay.Artefacts;
using PodPlay.Templating;

namespace PodPlay.Tests.Templating;

public sealed class TemplateRendererTests
{
    [Fact]
    public void Text_and_whole_numbers_are_printed() =>
        Assert.Equal("web listens on 8080\n", Templates.Render("{{ name }} listens on {{ port }}\n", new() { { "name", "web" }, { "port", 8080 } }));

    [Fact]
    public void A_loop_over_views_leaves_no_empty_lines()
    {
        var view = new View { { "servers", [new View { { "name", "a" } }, new View { { "name", "b" } }] } };

        Assert.Equal(
            "backend x\n    server a\n    server b\nend\n",
            Templates.Render("backend x\n{{~ for server in servers ~}}\n    server {{ server.name }}\n{{~ end ~}}\nend\n", view));
    }

    [Fact]
    public void A_boolean_decides_an_if() =>
        Assert.Equal("yes\n", Templates.Render("{{ if a }}yes{{ else }}no{{ end }}{{ if b }}no{{ end }}\n", new() { { "a", true }, { "b", false } }));

    [Fact]
    public void An_included_part_sees_the_view_and_takes_the_indentation_of_its_place() =>
        Assert.Equal(
            "{\n    one x\n\n    two\n}\n",
            Templates.Render("{\n    {{ include 't/part.sbn' }}}\n", new() { { "x", "x" } }, ("t/part.sbn", "one {{ x }}\n\ntwo\n")));

    [Fact]
    public void A_part_is_included_once_for_each_round_of_a_loop() =>
        Assert.Equal(
            "- a\n- b\n",
            Templates.Render("{{~ for x in xs ~}}\n{{ include 't/part.sbn' }}\n{{~ end ~}}\n", new() { { "xs", ["a", "b"] } }, ("t/part.sbn", "- {{ x }}")));

    [Fact]
    public void Carriage_returns_of_a_template_do_not_reach_the_output() =>
        Assert.Equal("a\nb\n", Templates.Render("a\r\n{{ x }}\r\n", new() { { "x", "b" } }));

    [Fact]
    public void Other_line_separators_of_a_template_are_text() =>
        Assert.Equal("a\u2028b\u0085\n", Templates.Render("a\u2028b\u0085\n", []));

    [Fact]
    public void Two_mebibytes_of_output_are_not_cut()
    {
        var line = new string('x', 1023);
        var view = new View { { "lines", Enumerable.Repeat(line, 2048) } };

        var text = Templates.Render("{{~ for line in lines ~}}\n{{ line }}\n{{~ end ~}}\n", view);

        Assert.Equal(2 * 1024 * 1024, text.Length);
        Assert.EndsWith("x\n", text);
    }

    [Fact]
    public void One_text_of_two_mebibytes_is_not_cut() =>
        Assert.Equal(2 * 1024 * 1024, Templates.Render("{{ x }}", new() { { "x", new string('x', 2 * 1024 * 1024) } }).Length);

    [Fact]
    public void An_included_part_of_two_mebibytes_is_not_cut() =>
        Assert.Equal(
            2 * 1024 * 1024,
            Templates.Render("{{ include 't/part.sbn' }}", new() { { "x", new string('x', 2 * 1024 * 1024) } }, ("t/part.sbn", "{{ x }}")).Length);

    [Fact]
    public void A_loop_runs_five_thousand_rounds()
    {
        var numbers = Enumerable.Range(0, 5000).Select(n => n.ToString(CultureInfo.InvariantCulture)).ToArray();

        Assert.Equal(string.Join('\n', numbers) + "\n", Templates.Render("{{~ for n in numbers ~}}\n{{ n }}\n{{~ end ~}}\n", new() { { "numbers", numbers } }));
    }

    [Fact]
    public void One_renderer_renders_many_files_alike()
    {
        var renderer = Templates.Renderer("{{ x }}{{ if y }}!{{ end }}\n");
        View First() => new() { { "x", "a" }, { "y", true } };

        var first = renderer.Render(new("one", "t/main.sbn", First()));
        var second = renderer.Render(new("two", "t/main.sbn", new() { { "x", "b" }, { "y", false } }));

        Assert.Equal(("a!\n", "b\n", "a!\n"), (first, second, renderer.Render(new("three", "t/main.sbn", First()))));
    }

    [Fact]
    public void A_renderer_forgets_the_view_of_the_file_before()
    {
        var renderer = Templates.Renderer("{{ x }}\n", ("t/other.sbn", "{{ y }}\n"));
        renderer.Render(new("one", "t/main.sbn", new() { { "x", "a" }, { "y", "leaked" } }));

        Assert.Throws<TemplateException>(() => renderer.Render(new("two", "t/other.sbn", new() { { "x", "a" } })));
    }

    [Fact]
    public void A_renderer_works_on_after_a_failure()
    {
        var renderer = Templates.Renderer("before {{ x }}\n");
        Assert.Throws<TemplateException>(() => renderer.Render(new("one", "t/main.sbn", [])));

        Assert.Equal("before b\n", renderer.Render(new("two", "t/main.sbn", new() { { "x", "b" } })));
    }

    [Fact]
    public void The_tree_is_in_the_order_of_the_paths()
    {
        var tree = Templates.Renderer("{{ x }}\n").RenderAll(
            [new("b/etc/x", "t/main.sbn", new() { { "x", "1" } }), new("a/etc/x", "t/main.sbn", new() { { "x", "2" } })]);

        Assert.Equal(["a/etc/x", "b/etc/x"], tree.Files.Keys);
        Assert.Equal("2\n"u8.ToArray(), tree.Files["a/etc/x"]);
    }
}
