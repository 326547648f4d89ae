using System.Text.RegularExpressions;
using CsCheck;
using PodPlay.Artefacts;
using PodPlay.Testing.Tools;

namespace PodPlay.Tests.Artefacts.Routers;

/// <summary>No value of a spec leaves its field on a router.</summary>
public sealed class QuoteRoutersTests
{
    private static readonly Gen<string> Printable = Gen.Char[' ', '~'].Array[0, 40].Select(c => new string(c));

    // UCI splits a line as the shell does.
    [ToolFact]
    public void A_shell_reads_every_UCI_value_back_as_it_was()
    {
        string[] texts = ["", "plain", "it's", "''", "a' 'b", "$(reboot)", "`x`", "\\", "\"", "#", "config redirect 'x'", "ä"];

        var result = InRoot.Script(Debian.Trixie, null, $"printf '%s\\n' {string.Join(' ', texts.Select(Quote.Uci))}");

        Assert.Equal(texts, result.Output.Split('\n')[..^1]);
    }

    [ToolFact]
    public void A_shell_reads_every_VyOS_value_back_as_it_was()
    {
        string[] texts = ["", "plain", "podplay: services.web.public.http", "$(reboot)", "`x`", "\\", "\"", "*", "a b", "!"];

        var result = InRoot.Script(Debian.Trixie, null, $"printf '%s\\n' {string.Join(' ', texts.Select(Quote.Vyos))}");

        Assert.Equal(texts, result.Output.Split('\n')[..^1]);
    }

    [Theory]
    [InlineData("a\nb")]
    [InlineData("\r")]
    [InlineData("\0")]
    public void A_line_end_is_refused_by_UCI(string text) => Assert.Throws<ArgumentException>(() => Quote.Uci(text));

    [Theory]
    [InlineData("it's")]
    [InlineData("a\nb")]
    public void What_VyOS_cannot_store_is_refused(string text) => Assert.Throws<ArgumentException>(() => Quote.Vyos(text));

    [Theory]
    [InlineData("podplay: services.a.public.b", "\"podplay: services.a.public.b\"")]
    [InlineData("a\"b", "\"a\\\"b\"")]
    [InlineData("$var", "\"\\$var\"")]
    [InlineData("\\", "\"\\\\\"")]
    [InlineData("[/system reboot]", "\"\\5B/system reboot\\5D\"")]
    [InlineData("a\nb", "\"a\\0Ab\"")]
    [InlineData("ä?", "\"\\C3\\A4\\3F\"")]
    public void RouterOS_gets_its_own_escapes(string text, string quoted) => Assert.Equal(quoted, Quote.RouterOs(text));

    [Fact]
    public void Nothing_of_a_RouterOS_text_is_read_as_code() => Printable.Sample(text =>
        Regex.IsMatch(Quote.RouterOs(text), "^\"(?:[^\"\\\\$\\[\\]?]|\\\\[\"\\\\$]|\\\\[0-9A-F]{2})*\"$") && UnquotedRouterOs(Quote.RouterOs(text)) == text);

    [Fact]
    public void A_name_that_is_too_long_for_fw4_is_cut_and_told_apart() => Gen.Int[101, 140].Sample(length =>
        Quote.Shortened(new string('x', length), 100).Length == 100 && Quote.Shortened(new string('x', length), 100) != Quote.Shortened(new string('x', length + 1), 100));

    private static string UnquotedRouterOs(string quoted) =>
        Regex.Replace(quoted[1..^1], "\\\\(?:([\"\\\\$])|([0-9A-F]{2}))", m => m.Groups[1].Success ? m.Groups[1].Value : ((char)Convert.ToInt32(m.Groups[2].Value, 16)).ToString());
}
