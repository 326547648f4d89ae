using PodPlay.Testing;
using PodPlay.Testing.Tools;

namespace PodPlay.Speed;

public sealed class InstructionTests
{
    [InstructionFact]
    public void The_published_binary_keeps_to_its_budget_of_instructions()
    {
        using var count = new InstructionCount();
        var (quickstart, seed) = (Sample("quickstart"), Sample("seed"));
        // In the order of the file; a check finds the tree of the `gen` before it.
        var counts = new Dictionary<string, long>(StringComparer.Ordinal)
        {
            ["--version"] = count.Of("nothing", "", "--version"),
            ["quickstart gen"] = count.Of("quickstart", quickstart, "gen", "-q"),
            ["seed gen"] = count.Of("seed", seed, "gen", "-q"),
            ["seed gen --check"] = count.Of("seed", seed, "gen", "--check", "-q"),
            ["100 services gen"] = count.Of("services", Services("100"), "gen", "-q"),
        };
        var path = Repository.PathOf("bench/instructions.tsv");
        if (Environment.GetEnvironmentVariable(TextSnapshot.AcceptVariable) == "1" && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")))
            File.WriteAllText(path, InstructionBudget.Print(counts));
        if (InstructionBudget.Verdict(File.ReadAllText(path), counts) is { } verdict)
            Assert.Fail(verdict);
    }

    private static string Sample(string name) => File.ReadAllText(Repository.PathOf($"samples/{name}/podplay.yaml"));

    private static string Services(string count)
    {
        using var folder = new TempTree();
        var run = ProcessRunner.Run(["/usr/bin/python3", Repository.PathOf("bench/spec.py"), folder.Root, count]);
        Assert.True(run.ExitCode == 0, run.Error);
        return File.ReadAllText(Path.Combine(folder.Root, "podplay.yaml"));
    }
}
