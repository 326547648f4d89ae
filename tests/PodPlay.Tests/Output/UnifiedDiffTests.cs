using System.Text;
using CsCheck;
using PodPlay.Output;
using PodPlay.Testing.Tools;

namespace PodPlay.Tests.Output;

/// <summary>The patch says what changed, and <c>git apply</c> agrees.</summary>
public sealed class UnifiedDiffTests
{
    private static readonly string TenLines = string.Concat(Enumerable.Range(1, 10).Select(n => $"line {n}\n"));

    [Fact]
    public void Equal_contents_have_no_patch() => Assert.Equal("", UnifiedDiff.Between("x", "a\n"u8.ToArray(), "a\n"u8.ToArray()));

    [Fact]
    public void Nothing_to_nothing_has_no_patch() => Assert.Equal("", UnifiedDiff.Between("x", null, null));

    [Fact]
    public void A_change_is_shown_with_three_lines_around_it() =>
        Assert.Equal(
            """
            diff --git a/output/main/etc/hosts b/output/main/etc/hosts
            --- a/output/main/etc/hosts
            +++ b/output/main/etc/hosts
            @@ -2,7 +2,8 @@
             line 2
             line 3
             line 4
            -line 5
            +line five
            +and a half
             line 6
             line 7
             line 8

            """,
            UnifiedDiff.Between("output/main/etc/hosts", Bytes(TenLines), Bytes(TenLines.Replace("line 5\n", "line five\nand a half\n"))));

    [Fact]
    public void A_new_file_comes_from_nothing() =>
        Assert.Equal(
            "diff --git a/x b/x\nnew file mode 100644\n--- /dev/null\n+++ b/x\n@@ -0,0 +1,2 @@\n+a\n+b\n",
            UnifiedDiff.Between("x", null, "a\nb\n"u8.ToArray()));

    [Fact]
    public void A_removed_file_becomes_nothing() =>
        Assert.Equal(
            "diff --git a/x b/x\ndeleted file mode 100644\n--- a/x\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n",
            UnifiedDiff.Between("x", "a\n"u8.ToArray(), null));

    [Fact]
    public void A_missing_last_newline_is_said() =>
        Assert.Equal(
            "diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n",
            UnifiedDiff.Between("x", "a"u8.ToArray(), "a\n"u8.ToArray()));

    [Fact]
    public void Line_ends_that_differ_alone_are_said_and_shown() =>
        Assert.Equal(
            "x: only the line ends differ (CRLF and LF)\ndiff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+a\r\n",
            UnifiedDiff.Between("x", "a\n"u8.ToArray(), "a\r\n"u8.ToArray()));

    [Fact]
    public void A_byte_order_mark_that_differs_alone_is_said() =>
        Assert.StartsWith("x: only the byte order mark differs\n", UnifiedDiff.Between("x", "a\n"u8.ToArray(), [0xEF, 0xBB, 0xBF, .. "a\n"u8]));

    [Fact]
    public void What_is_no_text_is_not_shown() =>
        Assert.Equal("Binary files a/x and b/x differ\n", UnifiedDiff.Between("x", [0xFF, 0xFE], "a\n"u8.ToArray()));

    [Theory]
    [InlineData("a\nb\nc\n", "a\nB\nc\n")]
    [InlineData(null, "a\n")]
    [InlineData(null, "a")]
    [InlineData("a\nb\n", null)]
    [InlineData("a", null)]
    [InlineData("a\n", "a")]
    [InlineData("a", "a\n")]
    [InlineData("a\nb", "a\nc")]
    [InlineData("a\nb\n", "a\r\nb\r\n")]
    [InlineData("", "a\n")]
    [InlineData("a\n", "")]
    [InlineData("a\n", "b\n", "out put/main/a b")]
    [InlineData(null, "b\n", "out put/a b")]
    [InlineData("a\n", "b\n", "quote\"d/x")]
    [InlineData("a\n", "b\n", "über/ä")]
    [InlineData("a\n", "\uFEFFa\n")]
    [InlineData("a\rb\n", "a\rc\n")]
    [InlineData("a\f\nb\n", "a\f\nc\n")]
    [InlineData("-- a\n", "++ b\n")]
    public void Git_applies_the_patch(string? before, string? after, string path = "output/main/etc/x") => AppliesWithGit(path, before, after);

    [Fact]
    public void Git_applies_the_patch_of_any_change() =>
        Gen.Select(Gen.Char["abc\n\n"].Array[0, 60], Gen.Char["abc\n\n"].Array[0, 60])
            .Select((a, b) => (new string(a), new string(b)))
            .Sample(p => AppliesWithGit("x", p.Item1, p.Item2), iter: 60, threads: 1);

    [Fact]
    public void Far_changes_are_separate_and_near_ones_are_joined()
    {
        string Patch(params int[] lines) => UnifiedDiff.Between("x", Bytes(Numbered([])), Bytes(Numbered(lines)));

        Assert.Equal((1, 2), (Count(Patch(10, 17)), Count(Patch(10, 18))));

        static string Numbered(int[] changed) => string.Concat(Enumerable.Range(1, 30).Select(n => $"{n}{(changed.Contains(n) ? "!" : "")}\n"));
        static int Count(string patch) => patch.Split('\n').Count(l => l.StartsWith("@@", StringComparison.Ordinal));
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static void AppliesWithGit(string path, string? before, string? after)
    {
        if (before == after)
            return;
        using var temp = new TempTree();
        // Not the repository that the tests run in.
        ProcessRunner.Run(["git", "init", "-q"], workingDirectory: temp.Root);
        if (before is not null)
            temp.Write(path, before);
        var patch = UnifiedDiff.Between(path, before is null ? null : Bytes(before), after is null ? null : Bytes(after));

        var result = ProcessRunner.Run(["git", "apply", "-p1", "--whitespace=nowarn", "-"], input: patch, workingDirectory: temp.Root);

        Assert.True(result.ExitCode == 0, result + patch);
        var there = Path.Combine(temp.Root, path);
        Assert.Equal(after, File.Exists(there) ? Encoding.UTF8.GetString(File.ReadAllBytes(there)) : null);
    }
}
