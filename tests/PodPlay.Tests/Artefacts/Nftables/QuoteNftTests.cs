using System.Text;
using CsCheck;
using PodPlay.Artefacts;
using PodPlay.Testing.Tools;

namespace PodPlay.Tests.Artefacts.Nftables;

/// <summary>No text of a spec leaves the comment that it was put into.</summary>
public sealed class QuoteNftTests
{
    [Fact]
    public void A_path_is_put_in_quotes() => Assert.Equal("\"flows.apache -> db\"", Quote.Nft("flows.apache -> db"));

    [Fact]
    public void A_quote_does_not_end_the_comment() => Assert.Equal("\"a' accept comment 'b\"", Quote.Nft("a\" accept comment \"b"));

    [Fact]
    public void A_line_end_does_not_end_the_rule() => Assert.Equal("\"a  accept\"", Quote.Nft("a\r\naccept"));

    [Fact]
    public void What_fits_is_kept() => Assert.Equal(128 + 2, Quote.Nft(new string('x', 128)).Length);

    [Fact]
    public void What_is_too_long_is_cut_and_told_apart_by_a_hash()
    {
        var (one, other) = (Quote.Nft(new string('x', 129)), Quote.Nft(new string('x', 130)));

        Assert.Equal(128 + 2, one.Length);
        Assert.StartsWith("\"xxxxxxxx", one, StringComparison.Ordinal);
        Assert.NotEqual(one, other);
    }

    [Fact]
    public void No_comment_is_longer_than_nft_allows() =>
        Gen.String.Sample(text => Encoding.UTF8.GetByteCount(Quote.Nft(text)) <= 128 + 2 && !Quote.Nft(text)[1..^1].Contains('"', StringComparison.Ordinal));

    [Fact]
    public void A_name_that_would_leave_its_place_is_refused() =>
        Assert.Throws<ArgumentException>(() => Quote.NftName("svc_", "a } table"));

    [ToolTheory]
    [InlineData(Debian.Bookworm)]
    [InlineData(Debian.Trixie)]
    public void Nft_gives_every_comment_back_as_it_was_quoted(Debian debian)
    {
        string[] texts = ["a; accept } # $x @y { % ' \\ \\n *", "\" accept", "ends in a star*", "öffentlich → 日本", new string('ü', 100), "/* no comment", "\\", "-"];
        var rules = string.Concat(texts.Select(t => $"\t\tdrop comment {Quote.Nft(t)}\n"));

        var ruleset = Nft.LoadText(debian, $"table inet t {{\n\tchain c {{\n{rules}\t}}\n}}\n");

        ruleset.Verdict.MustAccept();
        Assert.Equal(texts.Select(t => Quote.Nft(t)[1..^1]), ruleset.OfKind("rule").Select(r => r.GetProperty("comment").GetString()));
    }
}
