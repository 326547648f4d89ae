using System.Text;
using PodPlay.Diagnostics;
using PodPlay.Testing;

namespace PodPlay.Syntax;

public class SpecLoaderTests
{
    private readonly MemorySpecFiles _files = new();
    private readonly DiagnosticBag _bag = new();

    // Each team keeps its own: the lists add up, with their places; one name twice is a conflict as elsewhere.
    [Fact]
    public void Statements_of_included_files_add_up()
    {
        const string network = "router: { address: 192.168.1.1, lan: [192.168.1.0/24] }\nhosts: { h: { address: [192.168.1.2] } }\nzones: { z: { subnets: [172.20.1.0/24] } }\n"
            + "services: { a: { image: \"localhost/a:1.0.0\", zone: z, lan: { x: 80 } } }\n";
        _files["podplay.yaml"] = $"podplay: 1\ninclude: [b.yaml]\n{network}assert:\n  never: [internet -> a]\n  only: {{ z: [lan, router] }}\n";
        _files["b.yaml"] = "assert:\n  never: [lan -> a]\n  only: { z: [], a: [lan] }\n";
        var found = Compiler.Compile("podplay.yaml", _files).Findings.Open;
        Assert.Equal(
            ["PP111 b.yaml:3:11"],
            found.Where(d => d.Severity == Severity.Error).Select(d => $"{d.Code} {d.Primary!.Span.Source.Path}:{d.Primary.Span.From.Line}:{d.Primary.Span.From.Column}"));
        _files["b.yaml"] = "assert:\n  never: [lan -> a]\n  only: { a: [lan] }\n";
        found = Compiler.Compile("podplay.yaml", _files).Findings.Open;
        Assert.Equal(
            ["PP425 b.yaml:2:11", "PP425 b.yaml:3:11"],
            found.Where(d => d.Severity == Severity.Error).Select(d => $"{d.Code} {d.Primary!.Span.Source.Path}:{d.Primary.Span.From.Line}:{d.Primary.Span.From.Column}"));
    }

    [Fact]
    public void Includes_are_sixteen_deep_and_no_deeper()
    {
        for (var i = 0; i < 16; i++)
            _files[$"{i}.yaml"] = $"include: [{i + 1}.yaml]\n";
        _files["16.yaml"] = "x-a: 1\n";
        Assert.NotNull(SpecLoader.Load("0.yaml", _files, _bag));
        Assert.Empty(_bag.ToSortedList());
        _files["16.yaml"] = "include: [17.yaml]\n";
        _files["17.yaml"] = "x-a: 1\n";
        Assert.Null(SpecLoader.Load("0.yaml", _files, _bag));
        Assert.Equal("PP161 16.yaml:1", Assert.Single(_bag.ToSortedList().Select(d => $"{d.Code} {d.Primary!.Span.Source.Path}:{d.Primary.Span.From.Line}")));
    }

    [Fact]
    public void A_spec_of_a_thousand_files_is_read_and_no_larger_one()
    {
        _files["podplay.yaml"] = "include: [parts/*.yaml]\n";
        for (var i = 0; i < 999; i++)
            _files[$"parts/{i}.yaml"] = "x-a: 1\n";
        Assert.NotNull(Load());
        _files["parts/999.yaml"] = "x-a: 1\n";
        Assert.Null(Load());
        Assert.Equal("PP161", Assert.Single(_bag.ToSortedList()).Code);
    }

    [Theory]
    [InlineData(3_900_000, 1, 5)]
    [InlineData(1, 190_000, 6)]
    public void All_files_together_have_a_limit(int letters, int values, int files)
    {
        _files["podplay.yaml"] = "include: [parts/*.yaml]\n";
        for (var i = 0; i < files; i++)
            _files[$"parts/{i}.yaml"] = $"x-a: [{string.Concat(Enumerable.Repeat("1, ", values))}] #{new string('x', letters)}\n";
        Assert.Null(Load());
        Assert.Equal("PP161", Assert.Single(_bag.ToSortedList()).Code);
    }

    [Fact]
    public void Sections_of_included_files_add_up()
    {
        _files["podplay.yaml"] = "podplay: 1\ninclude: [zones.yaml, services/*.yaml]\nhosts: { main: {} }\nservices: { a: 1 }\n";
        _files["zones.yaml"] = "zones: { dmz: {} }\n";
        _files["services/c.yaml"] = "services: { c: 1 }\nflows: { c -> b: x }\n";
        _files["services/b.yaml"] = "podplay: 1\nservices:\n  b: 1\n";
        var spec = Load();
        Assert.Equal(["podplay.yaml", "zones.yaml", "services/b.yaml", "services/c.yaml"], spec!.Sources.Select(s => s.Path));
        Assert.Equal(["podplay", "hosts", "services", "zones", "flows"], spec.Root.Entries.Select(e => e.Key.Text));
        Assert.Equal(["a", "b", "c"], ((SpecMapping)spec.Root["services"]!).Entries.Select(e => e.Key.Text));
        Assert.Empty(_bag.ToSortedList());
    }

    [Fact]
    public void Paths_are_relative_to_the_file_that_they_stand_in()
    {
        _files["net/podplay.yaml"] = "include: [sub/a.yaml]\n";
        _files["net/sub/a.yaml"] = "include: [b.yaml, ../../common/c.yaml]\n";
        _files["net/sub/b.yaml"] = "zones: { b: {} }\n";
        _files["common/c.yaml"] = "zones: { c: {} }\n";
        var spec = Load("net/podplay.yaml");
        Assert.Equal(["net/podplay.yaml", "net/sub/a.yaml", "net/sub/b.yaml", "common/c.yaml"], spec!.Sources.Select(s => s.Path));
    }

    [Fact]
    public void The_same_name_in_two_files_is_a_conflict_that_shows_both()
    {
        _files["podplay.yaml"] = "include: [services/db.yaml]\nservices:\n  db: 1\n";
        _files["services/db.yaml"] = "services:\n  db: 2\n";
        var spec = Load();
        var found = Only();
        Assert.Equal(("PP111", "service db is defined in podplay.yaml:3 and services/db.yaml:2"), (found.Code, found.Message));
        Assert.Equal(("services/db.yaml", "podplay.yaml"), (found.Primary!.Span.Source.Path, found.Related[0].Span.Source.Path));
        Assert.Equal("1", ((SpecScalar)((SpecMapping)spec!.Root["services"]!)["db"]!).Text);
    }

    [Theory]
    [InlineData("name: a\n", "name: b\n", "name is defined in podplay.yaml:2 and b.yaml:1")]
    [InlineData("podplay: 1\n", "podplay: 2\n", "podplay is defined in podplay.yaml:2 and b.yaml:1")]
    [InlineData("router: { address: 1 }\n", "router: { lan: 2 }\n", "router is defined in podplay.yaml:2 and b.yaml:1")]
    [InlineData("defaults: { host: 1 }\n", "defaults: { dns: 2 }\n", "defaults is defined in podplay.yaml:2 and b.yaml:1")]
    [InlineData("zones: { a: 1 }\n", "zones: [a]\n", "zones is defined in podplay.yaml:2 and b.yaml:1")]
    public void What_is_one_thing_stands_in_one_file(string first, string second, string message)
    {
        _files["podplay.yaml"] = $"include: [b.yaml]\n{first}";
        _files["b.yaml"] = second;
        Load();
        Assert.Equal(message, Only().Message);
    }

    [Fact]
    public void Free_keys_and_empty_sections_never_conflict()
    {
        _files["podplay.yaml"] = "include: [b.yaml]\nx-common: 1\nzones:\nhosts: { a: 1 }\n";
        _files["b.yaml"] = "x-common: 2\nzones: { a: 1 }\nhosts:\n";
        Assert.IsType<SpecMapping>(Load()!.Root["zones"]);
        Assert.Empty(_bag.ToSortedList());
    }

    [Theory]
    [InlineData("include: [nope.yaml]\n", "PP130", 1, 11, "nope.yaml does not exist")]
    [InlineData("include: [b.yaml, nope/*.yaml]\n", "PP130", 1, 19, "no file matches nope/*.yaml")]
    [InlineData("include: [podplay.yaml]\n", "PP131", 1, 11, "podplay.yaml includes itself")]
    [InlineData("include: [b.yaml, ./b.yaml]\n", "PP132", 1, 19, "b.yaml is included twice")]
    [InlineData("include: [b.yaml, \"*.yaml\"]\n", "PP132", 1, 19, "b.yaml is included twice")]
    [InlineData("include: [/etc/b.yaml]\n", "PP133", 1, 11, "include is a list of relative paths")]
    [InlineData("include: [\"*/b.yaml\"]\n", "PP133", 1, 11, "include is a list of relative paths")]
    [InlineData("include: [\"**.yaml\"]\n", "PP133", 1, 11, "include is a list of relative paths")]
    [InlineData("include: [\"https://x/b.yaml\"]\n", "PP133", 1, 11, "include is a list of relative paths")]
    [InlineData("include:\n  - { a: b }\n", "PP133", 2, 5, "include is a list of relative paths")]
    public void A_wrong_include_is_reported_at_its_place(string text, string code, int line, int column, string message)
    {
        _files["podplay.yaml"] = text;
        _files["b.yaml"] = "zones: { a: 1 }\n";
        Assert.Null(Load());
        var found = Only();
        Assert.Equal((code, (line, column), message), (found.Code, found.Primary!.Span.From, found.Message));
    }

    [Fact]
    public void A_pattern_does_not_mean_the_file_it_stands_in()
    {
        _files["podplay.yaml"] = "include: [\"*.yaml\"]\n";
        _files["b.yaml"] = "zones: { a: 1 }\n";
        Assert.Equal(2, Load()!.Sources.Length);
    }

    [Fact]
    public void A_cycle_shows_the_way()
    {
        _files["podplay.yaml"] = "include: [a.yaml]\n";
        _files["a.yaml"] = "include: [b.yaml]\n";
        _files["b.yaml"] = "include: [a.yaml]\n";
        Load();
        Assert.Equal("podplay.yaml -> a.yaml -> b.yaml -> a.yaml", Only().Primary!.Text);
    }

    [Fact]
    public void A_missing_spec_has_a_path_and_no_place()
    {
        Assert.Null(Load());
        Assert.Equal(("PP116", "podplay.yaml does not exist", "podplay.yaml", null), (Only().Code, Only().Message, Only().Path, Only().Primary));
    }

    [Fact]
    public void An_unreadable_spec_has_a_path_and_no_place()
    {
        _files.Locked.Add("podplay.yaml");
        Assert.Null(Load());
        Assert.Equal(("PP116", "podplay.yaml cannot be read", "podplay.yaml", null), (Only().Code, Only().Message, Only().Path, Only().Primary));
    }

    [Fact]
    public void An_unreadable_included_file_is_reported_where_it_is_named()
    {
        _files["podplay.yaml"] = "include: [b.yaml]\n";
        _files.Locked.Add("b.yaml");
        Load();
        Assert.Equal(("PP116", (1, 11)), (Only().Code, Only().Primary!.Span.From));
    }

    [Fact]
    public void A_broken_included_file_is_reported_in_that_file()
    {
        _files["podplay.yaml"] = "include: [b.yaml]\nservices: { x: { zone: dmz } }\n";
        _files["b.yaml"] = "zones:\n\tdmz: {}\n";
        Assert.Null(Load());
        Assert.Equal(("PP101", "b.yaml"), (Only().Code, Only().Primary!.Span.Source.Path));
    }

    [Fact]
    public void A_byte_order_mark_is_dropped()
    {
        _files.Add("podplay.yaml", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("podplay: 1\n")]);
        Assert.Equal((1, 1), Load()!.Root.Find("podplay")!.Key.Span.From);
    }

    [Theory]
    [InlineData(new byte[] { 0x61, 0x3A, 0x20, 0xFF, 0xFE })]
    [InlineData(new byte[] { 0x7F, 0x45, 0x4C, 0x46, 0x00, 0x01 })]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x61, 0x00 })]
    public void What_is_not_utf8_text_is_refused(byte[] bytes)
    {
        _files.Add("podplay.yaml", bytes);
        Assert.Null(Load());
        Assert.Equal(("PP117", "podplay.yaml"), (Only().Code, Only().Path));
    }

    [Fact]
    public void Ten_megabytes_are_refused_before_they_are_decoded()
    {
        _files.Add("podplay.yaml", new byte[10_000_000]);
        Assert.Null(Load());
        Assert.Equal("PP118", Only().Code);
    }

    private LoadedSpec? Load(string path = "podplay.yaml") => SpecLoader.Load(path, _files, _bag);

    private Diagnostic Only() => Assert.Single(_bag.ToSortedList());
}
