using PodPlay.Text;

namespace PodPlay.Fixing;

public sealed class TextEditTests
{
    private static readonly SourceText Source = new("a.yaml", "0123456789");

    [Theory]
    [InlineData(2, 5, 4, 6, true)]
    [InlineData(2, 5, 3, 4, true)]
    [InlineData(2, 5, 5, 6, false)]
    [InlineData(2, 5, 5, 5, false)]
    [InlineData(2, 5, 2, 2, true)] // in which order?
    [InlineData(3, 3, 3, 3, true)]
    [InlineData(2, 5, 3, 3, true)]
    public void Edits_overlap_where_their_order_would_matter(int start, int end, int otherStart, int otherEnd, bool expected)
    {
        var (one, other) = (Edit(start, end, "a"), Edit(otherStart, otherEnd, "b"));

        Assert.Equal(expected, one.Overlaps(other));
        Assert.Equal(expected, other.Overlaps(one));
    }

    [Fact]
    public void The_same_edit_twice_is_one() => Assert.False(Edit(2, 5, "a").Overlaps(Edit(2, 5, "a")));

    [Fact]
    public void Edits_of_two_files_never_overlap() => Assert.False(Edit(2, 5, "a").Overlaps(new(new SourceText("b.yaml", "0123456789").Span(2, 5), "b")));

    [Fact]
    public void Edits_are_made_whatever_their_order() =>
        Assert.Equal("0AA3|45B89", TextEdit.Apply(Source, [Edit(6, 8, "B"), Edit(1, 3, "AA"), Edit(4, 4, "|"), Edit(6, 8, "B")]));

    private static TextEdit Edit(int start, int end, string text) => new(Source.Span(start, end), text);
}
