using System.Text;
using PodPlay.Samples;

namespace PodPlay.Cli;

/// <summary>Whatever is given as a spec: one clear finding, exit 1 or 2, nothing written, no crash.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("podplay-bad-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // By name only: xunit writes every argument down while it discovers tests, and 10 MB of them take minutes.
    public static TheoryData<string> Names => [.. Specs.Keys];

    private static readonly Dictionary<string, byte[]> Specs = new()
    {
        { "not YAML", CliRun.Utf8("{[}") },
        { "empty", [] },
        { "only a comment", CliRun.Utf8("# nothing\n") },
        { "two documents", CliRun.Utf8("podplay: 1\n---\npodplay: 1\n") },
        { "a list", CliRun.Utf8("- podplay\n") },
        { "a word", CliRun.Utf8("podplay\n") },
        { "tab indentation", CliRun.Utf8("podplay: 1\nhosts:\n\tmain: {}\n") },
        { "10 MB of text", CliRun.Utf8(new string('a', 10_000_000)) },
        { "10 MB of keys", CliRun.Utf8(string.Concat(Enumerable.Range(0, 600_000).Select(i => $"k{i:D8}: v\n"))) },
        { "nested 100 deep", CliRun.Utf8("podplay: 1\nx-a: " + new string('[', 100) + new string(']', 100) + "\n") },
        { "billion laughs", CliRun.Utf8(Laughs()) },
        { "binary", [0x7f, (byte)'E', (byte)'L', (byte)'F', 0, 1, 2, 3, 0xff, 0xfe] },
        { "not UTF-8", [.. "podplay: 1 # "u8, 0xc3, 0x28, (byte)'\n'] },
        { "UTF-16", Encoding.Unicode.GetBytes("podplay: 1\n") },
        { "an alias to nothing", CliRun.Utf8("podplay: 1\nhosts: *none\n") },
        { "an alias to itself", CliRun.Utf8("podplay: &a\n  b: *a\n") },
        { "a duplicate key", CliRun.Utf8("podplay: 1\nname: a\nname: b\n") },
        { "a newer format", CliRun.Utf8("podplay: 2\nfuture: [everything]\n") },
        { "an unclosed list", CliRun.Utf8("podplay: 1\nx-a: [1, 2\nb: 3\n") },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void Gives_findings_and_no_output(string what)
    {
        var spec = Path.Combine(_folder, "podplay.yaml");
        File.WriteAllBytes(spec, Specs[what]);
        var run = CliRun.Of("gen", "-f", spec);
        Assert.True(run.ExitCode is 1 or 2, $"{what}: exit {run.ExitCode}\n{run.Out}");
        Assert.Contains("error[PP", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", run.Error, StringComparison.Ordinal);
        Assert.Equal([spec], Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void A_byte_order_mark_and_windows_line_ends_are_no_mistakes()
    {
        var spec = Path.Combine(_folder, "podplay.yaml");
        var text = File.ReadAllText(Testing.Repository.PathOf("samples/quickstart/podplay.yaml"));
        File.WriteAllBytes(spec, [0xef, 0xbb, 0xbf, .. Encoding.UTF8.GetBytes(text.Replace("\n", "\r\n", StringComparison.Ordinal))]);
        Assert.Equal(0, CliRun.Of("check", "-f", spec).ExitCode);
    }

    [Fact]
    public void A_missing_file_a_missing_folder_and_a_folder_are_2()
    {
        foreach (var path in new[] { Path.Combine(_folder, "none.yaml"), Path.Combine(_folder, "no/such/podplay.yaml"), _folder })
        {
            var run = CliRun.Of("check", "-f", path);
            Assert.True(run.ExitCode == 2, $"{path}: exit {run.ExitCode}\n{run.Out}");
            Assert.Contains("error[PP", run.Out, StringComparison.Ordinal);
        }
    }

    private static string Laughs()
    {
        var text = new StringBuilder("podplay: 1\nx-a: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha]\n");
        for (var i = 1; i < 12; i++)
            text.Append($"x-a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 9))}]\n");
        return text.ToString();
    }
}
