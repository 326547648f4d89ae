namespace PodPlay.Cli;

public sealed class ColorChoiceTests
{
    [Theory]
    [InlineData(true, "", true)]
    [InlineData(false, "", false)]
    [InlineData(true, "TERM=dumb", false)]
    [InlineData(true, "TERM=xterm", true)]
    [InlineData(true, "NO_COLOR=1", false)]
    [InlineData(true, "NO_COLOR=", true)] // the convention: set and not empty
    [InlineData(false, "FORCE_COLOR=1", true)]
    [InlineData(false, "FORCE_COLOR=0", false)]
    [InlineData(false, "CLICOLOR_FORCE=1", true)]
    [InlineData(false, "FORCE_COLOR=1 TERM=dumb", true)]
    [InlineData(true, "FORCE_COLOR=1 NO_COLOR=1", false)]
    public void Colours_are_for_terminals_unless_the_environment_says_otherwise(bool terminal, string environment, bool expected)
    {
        var variables = environment.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(v => v.Split('=')).ToDictionary(v => v[0], v => v[1]);

        Assert.Equal(expected, ColorChoice.Auto.IsOn(terminal, n => variables.GetValueOrDefault(n)));
        Assert.True(ColorChoice.Always.IsOn(terminal, n => variables.GetValueOrDefault(n)));
        Assert.False(ColorChoice.Never.IsOn(terminal, n => variables.GetValueOrDefault(n)));
    }
}
