namespace PodPlay.Testing;

public sealed class TextSnapshotTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("podplay-snapshot-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_missing_text_fails_and_is_left_for_a_look()
    {
        Assert.ThrowsAny<Exception>(() => Verify("new\n"));
        Assert.Equal("new\n", Read("received"));
        Assert.Null(Read("verified"));
    }

    [Fact]
    public void A_difference_fails_and_shows_both_lines()
    {
        Write("old\nsame\n");
        var failure = Assert.ThrowsAny<Exception>(() => Verify("new\nsame\n"));
        Assert.Contains("- old\n+ new\n", failure.Message, StringComparison.Ordinal);
        Assert.Equal("old\nsame\n", Read("verified"));
    }

    [Fact]
    public void The_same_text_passes_and_clears_what_a_failure_left()
    {
        Assert.ThrowsAny<Exception>(() => Verify("new\n"));
        Write("new\n");
        Verify("new\n");
        Assert.Null(Read("received"));
    }

    [Fact]
    public void One_variable_accepts()
    {
        Verify("new\n", (TextSnapshot.AcceptVariable, "1"));
        Assert.Equal("new\n", Read("verified"));
    }

    [Fact]
    public void Accepting_is_refused_under_ci()
    {
        Assert.ThrowsAny<Exception>(() => Verify("new\n", (TextSnapshot.AcceptVariable, "1"), ("CI", "true")));
        Assert.Null(Read("verified"));
    }

    private void Verify(string text, params (string Name, string Value)[] environment) =>
        TextSnapshot.Verify(PathOf("X.Y"), text, name => environment.FirstOrDefault(e => e.Name == name).Value);

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);

    private void Write(string text) => File.WriteAllText(PathOf("X.Y.verified.txt"), text);

    private string? Read(string kind) => File.Exists(PathOf($"X.Y.{kind}.txt")) ? File.ReadAllText(PathOf($"X.Y.{kind}.txt")) : null;
}
