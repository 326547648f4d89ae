using System.Runtime.Versioning;
using System.Text;
using PodPlay.Diagnostics;
using PodPlay.Output;
using PodPlay.Testing.Tools;

namespace PodPlay.Tests.Output;

public sealed class SafeFileTests : IDisposable
{
    private readonly TempTree _temp = new();

    private string Lock => Path.Combine(_temp.Root, "podplay.lock");

    [Fact]
    public void A_file_is_written_without_a_byte_order_mark()
    {
        SafeFile.Write(Lock, "ä\n");

        Assert.Equal("ä\n"u8.ToArray(), File.ReadAllBytes(Lock));
    }

    [Fact]
    public void Folders_above_are_made()
    {
        SafeFile.Write(Path.Combine(_temp.Root, ".podplay/schema.json"), "{}\n");

        Assert.True(File.Exists(Path.Combine(_temp.Root, ".podplay/schema.json")));
    }

    [Fact]
    public void An_equal_file_is_not_touched()
    {
        SafeFile.Write(Lock, "a\n");
        var before = new DateTime(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(Lock, before);

        SafeFile.Write(Lock, "a\n");

        Assert.Equal(before, File.GetLastWriteTimeUtc(Lock));
    }

    [Fact]
    [SupportedOSPlatform("linux")]
    public void A_replaced_file_keeps_its_mode()
    {
        SafeFile.Write(Lock, "a\n");
        File.SetUnixFileMode(Lock, UnixFileMode.UserRead | UnixFileMode.UserWrite);

        SafeFile.Write(Lock, "b\n");

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Lock));
    }

    [Fact]
    public void A_link_is_followed_and_stays_a_link()
    {
        _temp.Write("real", "a\n");
        File.CreateSymbolicLink(Lock, Path.Combine(_temp.Root, "real"));

        SafeFile.Write(Lock, "b\n");

        Assert.Equal("b\n", File.ReadAllText(Path.Combine(_temp.Root, "real")));
        Assert.NotNull(new FileInfo(Lock).LinkTarget);
    }

    [Fact]
    public void Whatever_fails_the_file_holds_the_old_text_or_the_new_one()
    {
        foreach (var failure in Enum.GetValues<Failure>())
        {
            var step = 0;
            for (; ; step++)
            {
                SafeFile.Write(Lock, "old\n");
                var files = new FailingFiles(step, failure);
                var fault = Record.Exception(() => SafeFile.Write(Lock, "new\n"u8.ToArray(), files));

                Assert.Contains(File.ReadAllText(Lock), new[] { "old\n", "new\n" });
                if (failure == Failure.NoSpace)
                    Assert.Equal(["podplay.lock"], Directory.EnumerateFileSystemEntries(_temp.Root).Select(Path.GetFileName));
                if (fault is null && !files.Failed)
                    break;
            }
            Assert.InRange(step, 3, 10);
            SafeFile.Write(Lock, "last\n");
            Assert.Equal(["podplay.lock"], Directory.EnumerateFileSystemEntries(_temp.Root).Select(Path.GetFileName));
        }
    }

    [Fact]
    public void A_place_where_nothing_can_be_written_is_reported()
    {
        var diagnostics = new DiagnosticBag();

        Assert.False(SafeFile.TryWrite("/proc/podplay.lock", "a\n", diagnostics));

        Assert.Equal("PP906", Assert.Single(diagnostics.ToSortedList()).Code);
    }

    [Fact]
    public void Files_of_a_spec_are_replaced_one_after_the_other()
    {
        _temp.Write("a.yaml", "a\n");
        _temp.Write("b.yaml", "b\n");
        var diagnostics = new DiagnosticBag();

        Assert.True(SafeFile.TryReplace([Change("a.yaml", "a\n", "A\n"), Change("b.yaml", "b\n", "B\n")], diagnostics));

        Assert.Equal("A\nB\n", File.ReadAllText(PathOf("a.yaml")) + File.ReadAllText(PathOf("b.yaml")));
        Assert.Empty(diagnostics.ToSortedList());
    }

    [Theory]
    [InlineData("saved by somebody else\n")]
    [InlineData(null)]
    public void Where_one_of_them_is_another_by_now_none_is_replaced(string? there)
    {
        _temp.Write("a.yaml", "a\n");
        if (there is not null)
            _temp.Write("b.yaml", there);
        var diagnostics = new DiagnosticBag();

        Assert.False(SafeFile.TryReplace([Change("a.yaml", "a\n", "A\n"), Change("b.yaml", "b\n", "B\n")], diagnostics));

        Assert.Equal("a\n", File.ReadAllText(PathOf("a.yaml")));
        Assert.Equal(there is not null, File.Exists(PathOf("b.yaml")));
        Assert.Equal("PP180", Assert.Single(diagnostics.ToSortedList()).Code);
    }

    // The editor saves between podplay's reading and its last step.
    [Fact]
    public void A_file_that_is_saved_at_the_last_moment_is_left_alone()
    {
        _temp.Write("a.yaml", "a\n");
        var diagnostics = new DiagnosticBag();
        var files = new MeanwhileFiles { AfterCreate = () => File.WriteAllText(PathOf("a.yaml"), "saved\n") };

        Assert.False(SafeFile.TryReplace([Change("a.yaml", "a\n", "A\n")], diagnostics, files));

        Assert.Equal("saved\n", File.ReadAllText(PathOf("a.yaml")));
        Assert.Equal(["a.yaml"], Directory.EnumerateFileSystemEntries(_temp.Root).Select(Path.GetFileName));
        Assert.Equal("PP180", Assert.Single(diagnostics.ToSortedList()).Code);
    }

    [Fact]
    public void A_spec_where_nothing_can_be_written_is_reported()
    {
        var diagnostics = new DiagnosticBag();
        var before = File.ReadAllBytes("/proc/self/limits");

        Assert.False(SafeFile.TryReplace([("/proc/self/limits", before, "a\n"u8.ToArray())], diagnostics));

        Assert.Equal("PP181", Assert.Single(diagnostics.ToSortedList()).Code);
    }

    [Fact]
    public void Whatever_fails_each_file_holds_the_old_text_or_the_new_one()
    {
        foreach (var failure in Enum.GetValues<Failure>())
        {
            var step = 0;
            for (; ; step++)
            {
                _temp.Write("a.yaml", "a\n");
                _temp.Write("b.yaml", "b\n");
                var files = new FailingFiles(step, failure);
                var fault = Record.Exception(() => SafeFile.TryReplace([Change("a.yaml", "a\n", "A\n"), Change("b.yaml", "b\n", "B\n")], new(), files));

                Assert.Contains(File.ReadAllText(PathOf("a.yaml")), new[] { "a\n", "A\n" });
                Assert.Contains(File.ReadAllText(PathOf("b.yaml")), new[] { "b\n", "B\n" });
                if (fault is null && !files.Failed)
                    break;
            }
            Assert.InRange(step, 6, 16);
        }
    }

    private string PathOf(string name) => Path.Combine(_temp.Root, name);

    private (string, byte[], byte[]) Change(string name, string before, string after) => (PathOf(name), Encoding.UTF8.GetBytes(before), Encoding.UTF8.GetBytes(after));

    public void Dispose() => _temp.Dispose();
}
