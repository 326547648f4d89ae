using PodPlay.Artefacts;

namespace PodPlay.Tests.Artefacts.Apache;

public sealed class QuoteApacheTests
{
    [Theory]
    [InlineData("/var/www/html", "/var/www/html")]
    [InlineData("a b", "\"a b\"")]
    [InlineData("a\"b", "\"a\\\"b\"")]
    [InlineData("a\\", "\"a\\\\\"")]
    [InlineData("a>b", "\"a>b\"")]
    [InlineData("", "\"\"")]
    public void Whatever_means_something_stands_between_quotes(string word, string quoted) => Assert.Equal(quoted, Quote.Apache(word));

    [Theory]
    [InlineData("/var/www\nListen 81")]
    [InlineData("/var/${APACHE_RUN_USER}")]
    public void What_no_quoting_can_hold_is_refused(string word) => Assert.Throws<ArgumentException>(() => Quote.Apache(word));

    [Fact]
    public void A_folder_opens_itself_alone() => Assert.Equal("\"/srv/\\\\*\"", Quote.ApacheFolder("/srv/*"));
}
