using System.Collections.Immutable;
using System.Text;
using PodPlay.Diagnostics;
using PodPlay.Drift.Reports;
using PodPlay.Text;

namespace PodPlay.Drift;

/// <summary>Whatever a file holds: reports, or exactly one finding; never an exception, never half a report.</summary>
public sealed class ReportReaderTests
{
    private static readonly byte[] Good = Encoding.UTF8.GetBytes(new HostSays(HostSays.Spec("quickstart"), "home").ToString());

    [Fact]
    public void A_report_is_read() => Assert.Equal("home", Assert.Single(Read(Good).Reports).Host);

    [Fact]
    public void Several_may_stand_behind_each_other() => Assert.Equal(3, Read([.. Good, .. Good, (byte)'\n', .. Good]).Reports.Length);

    [Fact]
    public void Mail_may_have_put_carriage_returns_into_it() =>
        Assert.Single(Read(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Good).Replace("\n", "\r\n", StringComparison.Ordinal))).Reports);

    [Fact]
    public void A_section_of_a_newer_script_is_no_harm()
    {
        var text = Encoding.UTF8.GetString(Good);
        var body = text[..text.IndexOf("[end]", StringComparison.Ordinal)] + "[weather]\n fine\ttoday\n";
        Assert.Single(Read(Encoding.UTF8.GetBytes($"{body}[end] {Sha256.Hex(Encoding.UTF8.GetBytes(body))}\n")).Reports);
    }

    [Fact]
    public void Cut_short_anywhere_it_is_none()
    {
        for (var length = 1; length < Good.Length; length += 37)
        {
            var (reports, codes) = Read(Good[..length]);
            Assert.Empty(reports);
            Assert.True(codes is ["PP763"] || (length < "podplay report 1\n".Length && codes is ["PP761"]), $"{length}: {string.Join(' ', codes)}");
        }
        Assert.Equal(["PP763"], Read(Good[..^1]).Codes);
    }

    [Fact]
    public void With_one_byte_changed_anywhere_it_is_none()
    {
        for (var at = 0; at < Good.Length - 1; at += 31)
        {
            foreach (var other in new byte[] { 0, (byte)'\n', (byte)'x', 0xff })
            {
                var bytes = Good.ToArray();
                if (bytes[at] == other)
                    continue;
                bytes[at] = other;
                var (reports, codes) = Read(bytes);
                Assert.True(reports.IsEmpty && codes.Length == 1, $"byte {at} as {other}: {string.Join(' ', codes)}");
            }
        }
    }

    [Theory]
    [InlineData("", "PP761")]
    [InlineData("\n\n\n", "PP761")]
    [InlineData("#!/bin/sh\n", "PP761")]
    [InlineData("podplay report\n", "PP761")]
    [InlineData("podplay report x\n", "PP761")]
    [InlineData("podplay report 99999999999999999999\n", "PP761")]
    [InlineData("podplay report 2\n", "PP762")]
    [InlineData("podplay report 0\n", "PP762")]
    [InlineData("podplay report 1\n", "PP763")]
    [InlineData("podplay report 1\n[end] \n", "PP763")]
    [InlineData("podplay report 1\n a line of no section\n", "PP763")]
    [InlineData("podplay report 1\n[host]\n[host]\n", "PP763")]
    [InlineData("podplay report 1\n[host]\n name\n", "PP763")]
    [InlineData("podplay report 1\n[host]\n name\ta\tb\n", "PP763")]
    [InlineData("podplay report 1\n[host]\nname\ta\n", "PP763")]
    public void What_is_no_report_is_one_finding(string text, string code) => Assert.Equal([code], Read(Encoding.UTF8.GetBytes(text)).Codes);

    [Fact]
    public void A_whole_frame_without_its_sections_is_damaged()
    {
        const string body = "podplay report 1\n[host]\n name\thome\n";
        Assert.Equal(["PP763"], Read(Encoding.UTF8.GetBytes($"{body}[end] {Sha256.Hex(Encoding.UTF8.GetBytes(body))}\n")).Codes);
    }

    [Fact]
    public void Another_encoding_is_no_report() => Assert.Equal(["PP761"], Read(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(Good))).ToArray()).Codes);

    [Fact]
    public void Too_much_is_not_read() => Assert.Equal(["PP766"], Read(new byte[ReportReader.MaxLength + 1]).Codes);

    [Fact]
    public void Binary_is_one_finding_whatever_it_is()
    {
        var state = 12345u;
        for (var round = 0; round < 200; round++)
        {
            var bytes = new byte[1000];
            for (var i = 0; i < bytes.Length; i++)
                bytes[i] = (byte)((state = (state * 1664525) + 1013904223) >> 24);
            // Half of them begin as a report does.
            Assert.Single(Read(round % 2 == 0 ? bytes : [.. "podplay report 1\n"u8, .. bytes]).Codes);
        }
    }

    private static (ImmutableArray<HostReport> Reports, string[] Codes) Read(byte[] bytes)
    {
        var diagnostics = new DiagnosticBag();
        var reports = ReportReader.Read("a.report", bytes, diagnostics);
        return (reports, [.. diagnostics.ToSortedList().Select(d => d.Code)]);
    }
}
