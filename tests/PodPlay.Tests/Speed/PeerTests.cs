using PodPlay.Benchmarks;
using PodPlay.Testing;
using PodPlay.Testing.Tools;

namespace PodPlay.Speed;

/// <summary>bench/run compares like with like: its peers write what podplay writes.</summary>
public sealed class PeerTests
{
    [PeerTheory]
    [InlineData("seed")]
    [InlineData("quickstart")]
    public void The_peer_in_jinja2_writes_every_file_of_a_sample_byte_for_byte(string sample)
    {
        using var work = new TempTree();
        string At(string name) => Path.Combine(work.Root, name);

        var folder = Repository.PathOf($"samples/{sample}");
        var spec = Path.Combine(folder, "podplay.yaml");
        ViewsFile.Write(spec, At("views.json"));
        Run(Repository.PathOf("bench/peers/translate.py"), Repository.PathOf("templates"), At("templates"));
        Run(Repository.PathOf("bench/peers/jinja2_peer.py"), folder, At("views.json"), At("templates/jinja2"), At("out"));

        var wanted = Compiler.Compile(spec, new Output.DiskSpecFiles()).Render().Files;
        var written = Directory.EnumerateFiles(At("out"), "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(At("out"), f));
        Assert.Equal(wanted.Keys, written.Order(StringComparer.Ordinal));
        Assert.All(wanted, file => Assert.Equal(file.Value, File.ReadAllBytes(Path.Combine(At("out"), file.Key))));
    }

    // Debian's interpreter: the packages are Debian's.
    private static void Run(params string[] command)
    {
        var run = ProcessRunner.Run(["/usr/bin/python3", .. command]);
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
    }
}
