using PodPlay.Artefacts;
using PodPlay.Templating;

namespace PodPlay.Tests.Templating;

/// <summary>What Scriban would let pass, and what the message says about it.</summary>
public sealed class StrictnessTests
{
    private static View AView() => new()
    {
        { "text", "a" },
        { "empty", "" },
        { "number", 0 },
        { "flag", true },
        { "list", ["b", "a"] },
        { "none", Array.Empty<string>() },
        { "view", new View { { "name", "x" } } },
    };

    [Theory]
    [InlineData("{{ unknown }}", "t/main.sbn:1:4: ")]
    [InlineData("a\n  {{ view.nam }}", "t/main.sbn:2:11: ")]
    [InlineData("{{ text.name }}", "t/main.sbn:1:9: ")]
    [InlineData("{{ list[2] }}", "t/main.sbn:1:")]
    [InlineData("{{ if text }}x{{ end }}", "t/main.sbn:1:7: `if` wants a boolean, this is text")]
    [InlineData("{{ if empty }}x{{ end }}", "`if` wants a boolean, this is text")]
    [InlineData("{{ if number }}x{{ end }}", "`if` wants a boolean, this is a number")]
    [InlineData("{{ if none }}x{{ end }}", "`if` wants a boolean, this is a list")]
    [InlineData("{{ if view }}x{{ end }}", "`if` wants a boolean, this is a view")]
    [InlineData("{{ if null }}x{{ end }}", "`if` wants a boolean, this is nothing")]
    [InlineData("a\n\nb {{ list }}\n", "t/main.sbn:3:6: only text and whole numbers can be printed, this is a list")]
    [InlineData("{{ null }}", "t/main.sbn:1:4: only text and whole numbers can be printed, this is nothing")]
    [InlineData("{{ x = 1 }}", "t/main.sbn:1:4: Cannot set")]
    [InlineData("{{ view }}", "t/main.sbn:1:4: only text and whole numbers can be printed, this is a view")]
    [InlineData("{{ flag }}", "only text and whole numbers can be printed, this is a boolean")]
    [InlineData("{{ 1.5 }}", "only text and whole numbers can be printed, this is of another type")]
    [InlineData("{{ date.now }}", "t/main.sbn:1:4: ")]
    [InlineData("{{ text | string.upcase }}", "t/main.sbn:1:")]
    [InlineData("{{ list | array.sort }}", "t/main.sbn:1:")]
    [InlineData("{{ for x in text.y }}{{ end }}", "t/main.sbn:1:")]
    [InlineData("{{ include 't/none.sbn' }}", "t/main.sbn:1:4: no template `t/none.sbn`")]
    [InlineData("{{ include 't/main.sbn' }}", "t/main.sbn:1:")]
    [InlineData("one\n{{ if flag }}\n", "t/main.sbn:")]
    [InlineData("{{ for x in }}{{ end }}", "t/main.sbn:1:")]
    public void Is_an_error_at_its_place(string template, string expected)
    {
        var error = Assert.Throws<TemplateException>(() => Templates.Render(template, AView()));

        Assert.Contains(expected, error.Message);
    }

    [Fact]
    public void An_error_in_an_included_part_names_that_part()
    {
        var error = Assert.Throws<TemplateException>(() =>
            Templates.Render("{{ include 't/part.sbn' }}", AView(), ("t/part.sbn", "fine\n{{ unknown }}\n")));

        Assert.StartsWith("templates/t/part.sbn:2:4: ", error.Message);
    }

    [Fact]
    public void An_unknown_template_is_named()
    {
        var error = Assert.Throws<TemplateException>(() => new TemplateRenderer().Render(new("x", "none/such.sbn", [])));

        Assert.Contains("no template `none/such.sbn`", error.Message);
    }

    [Fact]
    public void A_null_among_the_texts_of_a_view_is_an_error()
    {
        var error = Assert.Throws<ArgumentException>(() => new View { { "xs", new string[] { null! } } });

        Assert.Contains("`xs` of the view is null", error.Message);
    }

    [Fact]
    public void A_null_text_is_an_error() =>
        Assert.Throws<ArgumentException>(() => new View { { "x", (string)null! } });

    [Fact]
    public void A_member_twice_is_an_error()
    {
        var error = Assert.Throws<ArgumentException>(() => new View { { "x", "a" }, { "x", "b" } });

        Assert.Contains("two members `x`", error.Message);
    }

    [Fact]
    public void A_template_is_parsed_once()
    {
        var reads = 0;
        var store = new TemplateStore(_ =>
        {
            reads++;
            return "{{ x }}\n";
        });
        var renderer = new TemplateRenderer(store);
        for (var i = 0; i < 3; i++)
            renderer.Render(new($"{i}", "t/main.sbn", new() { { "x", i } }));

        Assert.Equal(1, reads);
    }
}
