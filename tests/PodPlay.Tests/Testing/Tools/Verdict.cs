namespace PodPlay.Testing.Tools;

/// <summary>What a validator thinks of a file: accepted when it has nothing to complain about.</summary>
/// <param name="Complaints">One line each, mostly the tool's own words.</param>
internal sealed record Verdict(ToolResult Result, IReadOnlyList<string> Complaints)
{
    public bool Accepted => Complaints.Count == 0;

    /// <summary>A verdict for tools that say nothing when all is well: any word on standard error is a complaint.</summary>
    public static Verdict OfSilentTool(ToolResult result) => Of(result, result.ErrorLines);

    /// <summary>The exit code complains too, when nothing else does.</summary>
    public static Verdict Of(ToolResult result, IEnumerable<string> complaints)
    {
        var list = complaints.ToList();
        return new Verdict(result, list is [] && result.ExitCode != 0 ? [$"exit code {result.ExitCode}"] : list);
    }

    /// <summary>Fails the test, showing everything, unless the tool accepted.</summary>
    public void MustAccept() => Assert.True(Accepted, $"{string.Join('\n', Complaints)}\n\n{Result}");

    /// <summary>Fails the test unless the tool complained in these words.</summary>
    public void MustReject(string words) => Assert.True(
        Complaints.Any(line => line.Contains(words, StringComparison.Ordinal)), $"no complaint says '{words}'\n\n{Result}");
}
