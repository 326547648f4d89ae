using System.Text;
using PodPlay.Diagnostics;
using PodPlay.Testing;

namespace PodPlay.Tests.Artefacts.Bind;

/// <summary>A serial is the spec's, or the last one while the records are the same, or the next one.</summary>
public sealed class ZoneSerialTests
{
    private const string Zone = "main/etc/podplay/dns/zones/external/example.com.zone";

    [Fact]
    public void The_first_one_is_1() => Assert.Equal("1", SerialIn(Render(NameServerSpecs.Full, [])));

    [Fact]
    public void A_second_run_writes_the_same_bytes()
    {
        var first = Render(NameServerSpecs.Full, []);
        Assert.Equal(first, Render(NameServerSpecs.Full, first));
        first[Zone] = first[Zone].Replace("    1 ; serial", "    2026112301 ; serial", StringComparison.Ordinal);
        Assert.Equal(first[Zone], Render(NameServerSpecs.Full, first)[Zone]);
    }

    [Fact]
    public void Changed_records_count_it_up_by_one_and_leave_other_zones_alone()
    {
        var before = Render(NameServerSpecs.Full, []);
        before[Zone] = before[Zone].Replace("    1 ; serial", "    41 ; serial", StringComparison.Ordinal);

        var after = Render(NameServerSpecs.Full.Replace("a: 198.51.100.77", "a: 198.51.100.78", StringComparison.Ordinal), before);

        Assert.Equal("42", SerialIn(after));
        Assert.Equal(
            ["main/etc/podplay/dns/zones/external/example.com.zone", "main/etc/podplay/dns/zones/internal/example.com.zone"],
            after.Where(f => f.Key.EndsWith(".zone", StringComparison.Ordinal) && f.Value != before[f.Key]).Select(f => f.Key));
    }

    [Fact]
    public void A_comment_is_no_record()
    {
        var before = Render(NameServerSpecs.Full, []);
        before[Zone] = before[Zone].Replace("; services.mail\n", "; somebody else\n", StringComparison.Ordinal);
        Assert.Equal("1", SerialIn(Render(NameServerSpecs.Full, before)));
    }

    [Fact]
    public void After_a_merge_conflict_it_goes_on_from_the_larger_side()
    {
        var before = Render(NameServerSpecs.Full, []);
        before[Zone] = before[Zone].Replace("    1 ; serial\n", "<<<<<<< ours\n    7 ; serial\n=======\n    9 ; serial\n>>>>>>> theirs\n", StringComparison.Ordinal);
        Assert.Equal("10", SerialIn(Render(NameServerSpecs.Full, before)));
    }

    [Fact]
    public void The_specs_own_counts()
    {
        var spec = NameServerSpecs.Full.Replace("    mta-sts: testing", "    mta-sts: testing\n    serial: 4294967295", StringComparison.Ordinal);
        Assert.Equal("4294967295", SerialIn(Render(spec, Render(NameServerSpecs.Full, []))));
    }

    [Fact]
    public void One_that_does_not_grow_with_its_records_is_told()
    {
        var spec = NameServerSpecs.Full.Replace("    mta-sts: testing", "    mta-sts: testing\n    serial: 7", StringComparison.Ordinal);
        var before = Render(spec, []);
        var changed = spec.Replace("a: 198.51.100.77", "a: 198.51.100.78", StringComparison.Ordinal);

        Assert.Empty(Found(spec, before));
        Assert.Equal(["PP529", "PP529"], Found(changed, before));
        Assert.Empty(Found(changed.Replace("serial: 7", "serial: 8", StringComparison.Ordinal), before));
    }

    [Fact]
    public void The_largest_one_is_the_end()
    {
        var before = Render(NameServerSpecs.Full, []);
        before[Zone] = before[Zone].Replace("    1 ; serial", "    4294967295 ; serial", StringComparison.Ordinal);

        Assert.Empty(Found(NameServerSpecs.Full, before));
        Assert.Equal(["PP528"], Found(NameServerSpecs.Full.Replace("a: 198.51.100.77", "a: 198.51.100.78", StringComparison.Ordinal), before));
    }

    private static IEnumerable<string> Found(string spec, SortedDictionary<string, string> before)
    {
        var diagnostics = new DiagnosticBag();
        InMemory.Compile(spec).Render(before.GetValueOrDefault, diagnostics);
        return diagnostics.ToSortedList().Select(d => d.Code);
    }

    private static SortedDictionary<string, string> Render(string spec, SortedDictionary<string, string> before) => new(
        InMemory.Compile(spec).Render(before.GetValueOrDefault).Files.ToDictionary(f => f.Key, f => Encoding.UTF8.GetString(f.Value)), StringComparer.Ordinal);

    private static string SerialIn(SortedDictionary<string, string> files) =>
        files[Zone].Split('\n').Single(l => l.EndsWith(" ; serial", StringComparison.Ordinal)).Trim().Split(' ')[0];
}
