using System.Text;
using PodPlay.Cli;

namespace PodPlay.Fuzz;

/// <summary>The command itself, on the disk: with an error it leaves the folder as it was, without one it is up to date afterwards.</summary>
internal sealed class GenRun(string folder)
{
    public void Check(FuzzInput input, bool isSound)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        input.WriteTo(folder);
        var own = Path.Combine(folder, OwnTemplates.Folder);
        string[] templates = Directory.Exists(own) ? ["--templates", own] : [];
        var (code, said) = Run(["gen", .. templates]);
        Broken.Unless(code == 0 == isSound, "gen-exit-code", $"gen ends with {code}:\n{said}");
        if (!isSound)
        {
            Broken.Unless(FuzzInput.ReadFrom(folder) is var left && left.Files.Keys.SequenceEqual(input.Files.Keys, StringComparer.Ordinal)
                && left.Files.All(f => f.Value.AsSpan().SequenceEqual(input.Files[f.Key])), "gen-writes-with-error", $"gen writes though an error stands:\n{said}");
            return;
        }
        (code, said) = Run(["gen", "--check", .. templates]);
        Broken.Unless(code == 0, "gen-check-after-gen", $"gen --check ends with {code} after gen:\n{said}");
    }

    private (int Code, string Said) Run(params string[] command)
    {
        var said = new StringWriter(new StringBuilder());
        using var input = new MemoryStream();
        return (PodPlayCommand.Run([.. command, "-f", Path.Combine(folder, FuzzInput.SpecName)], new CliConsole(said, said, input)), said.ToString());
    }
}
