namespace PodPlay.Changes;

/// <summary>Each word is true of what it names, and of nothing milder.</summary>
public sealed class FailOnTests
{
    [Theory]
    [InlineData("a new public port", "internet-opened lan-opened opened changed clicks restarts")]
    [InlineData("a new flow", "opened changed restarts")]
    [InlineData("a removed service", "closed changed restarts")]
    [InlineData("a fourth replica", "")]
    [InlineData("another subnet", "restarts networks-anew")]
    [InlineData("limits", "changed")]
    [InlineData("egress", "egress-opened opened changed")]
    [InlineData("a wider source", "lan-opened opened changed")]
    [InlineData("a renamed service", "restarts")]
    [InlineData("a source that nothing names", "")]
    public void Words(string title, string expected)
    {
        var changes = Scene.Document(Scene.Text, Edits.All.Single(e => e.Title == title).After).Changes;
        Assert.Equal(expected, string.Join(' ', FailOn.True(changes, hasBrokenStatements: false, FailOn.All)));
    }

    [Fact]
    public void A_limit_that_is_taken_back_is_one()
    {
        var changes = Scene.Document(Edits.All.Single(e => e.Title == "limits").After, Scene.Text).Changes;
        Assert.Equal("unlimited changed", string.Join(' ', FailOn.True(changes, false, FailOn.All)));
    }

    [Fact]
    public void Broken_statements_are_the_specs() =>
        Assert.Equal(FailOn.Assert, Assert.Single(FailOn.True(Scene.Changes(), hasBrokenStatements: true, FailOn.All)));
}
