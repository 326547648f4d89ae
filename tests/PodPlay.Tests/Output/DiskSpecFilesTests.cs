using System.Text;
using PodPlay.Output;
using PodPlay.Testing.Tools;

namespace PodPlay.Tests.Output;

public sealed class DiskSpecFilesTests : IDisposable
{
    private readonly TempTree _temp = TempTree.Of(
        ("podplay.yaml", "a"), ("services/b.yaml", "b"), ("services/B.yaml", "B"), ("services/a.yaml", "a"), ("services/a.yml", "a"),
        ("services/.a.yaml", "hidden"), ("services/deep/c.yaml", "c"));

    private DiskSpecFiles Files => new(_temp.Root);

    [Fact]
    public void A_file_is_read() => Assert.Equal("b", Encoding.UTF8.GetString(Files.Read("services/b.yaml")!));

    [Theory]
    [InlineData("none.yaml")]
    [InlineData("none/none.yaml")]
    public void A_missing_file_is_null(string path) => Assert.Null(Files.Read(path));

    [Fact]
    public void A_folder_is_no_file() => Assert.ThrowsAny<UnauthorizedAccessException>(() => Files.Read("services"));

    [Fact]
    public void A_pattern_finds_the_files_of_one_folder_in_ordinal_order() =>
        Assert.Equal(["services/B.yaml", "services/a.yaml", "services/b.yaml"], Files.Match("services/*.yaml").AsEnumerable());

    [Fact]
    public void A_pattern_without_a_folder_looks_beside_the_spec() => Assert.Equal(["podplay.yaml"], Files.Match("*.yaml").AsEnumerable());

    [Fact]
    public void A_pattern_in_a_missing_folder_finds_nothing() => Assert.Empty(Files.Match("none/*.yaml"));

    [Fact]
    public void A_name_is_a_pattern_for_itself() => Assert.Equal(["services/a.yaml"], Files.Match("services/a.yaml").AsEnumerable());

    public void Dispose() => _temp.Dispose();
}
