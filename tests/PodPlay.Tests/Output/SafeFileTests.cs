using System.Runtime.Versioning;
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

    public void Dispose() => _temp.Dispose();
}
