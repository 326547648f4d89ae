using PodPlay.Artefacts;

namespace PodPlay.Tests.Artefacts.Haproxy;

public sealed class QuoteHaproxyTests
{
    [Theory]
    [InlineData("a: b\nc\n", @"""a: b\nc\n""")]
    [InlineData("\"$X\\", @"""\""\$X\\""")]
    public void A_text_of_several_lines_is_one_word(string text, string quoted) => Assert.Equal(quoted, Quote.HaproxyText(text));

    [Theory]
    [InlineData("www.example.com")]
    [InlineData("/healthz?full=1")]
    [InlineData("/certs/example.com/fullchain.pem")]
    public void Plain_words_stay_as_they_are(string word) => Assert.Equal(word, Quote.Haproxy(word));

    [Theory]
    [InlineData("/a b", "'/a b'")]
    [InlineData("/a#b", "'/a#b'")]
    [InlineData("/$HOME", "'/$HOME'")]
    [InlineData("/a\"b", "'/a\"b'")]
    [InlineData("/a\\", "'/a\\'")]
    [InlineData("/it's", @"'/it'\''s'")]
    [InlineData("/{a}", "'/{a}'")]
    public void Whatever_means_something_stands_between_single_quotes(string word, string quoted) => Assert.Equal(quoted, Quote.Haproxy(word));

    [Theory]
    [InlineData("/a\nserver evil 203.0.113.9:80")]
    [InlineData("-f")]
    [InlineData("")]
    public void What_no_quoting_can_hold_is_refused(string word) => Assert.Throws<ArgumentException>(() => Quote.Haproxy(word));
}
