using System.Text;
using PodPlay.Samples;

namespace PodPlay.Cli;

/// <summary>Whatever is given as a spec: one clear finding, exit 1 or 2, nothing written, no crash.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("podplay-bad-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(BadSpecs.Names), MemberType = typeof(BadSpecs))]
    public void Gives_one_finding_and_no_output(string what)
    {
        var spec = Path.Combine(_folder, "podplay.yaml");
        File.WriteAllBytes(spec, BadSpecs.BytesOf(what));
        var run = CliRun.Of("gen", "-f", spec);
        Assert.Equal(BadSpecs.ExitCodeOf(what), run.ExitCode);
        Assert.StartsWith($"error[{BadSpecs.CodeOf(what)}] ", run.Error, StringComparison.Ordinal);
        Assert.EndsWith("\n1 error\nnothing was written\n", run.Error, StringComparison.Ordinal);
        Assert.Equal("", run.Out);
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
}
