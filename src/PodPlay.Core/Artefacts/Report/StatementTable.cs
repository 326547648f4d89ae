using PodPlay.Model;

namespace PodPlay.Artefacts.Report;

/// <summary>What the spec asserts: nothing is written while one of them is broken.</summary>
internal static class StatementTable
{
    public static IEnumerable<string> Of(Network network) => MarkdownTable.Of(
        ["statement", "what it says"],
        network.Assertions.Select(a => (string[])[a.Kind == AssertionKind.Only ? $"only {a.Text}: {(a.Callers.IsEmpty ? "nobody" : a.CallerNames)}" : $"{Word(a)} {a.Text}", Sentence(a)]));

    private static string Word(Assertion assertion) => assertion.Kind == AssertionKind.Never ? "never" : "allow";

    private static string Sentence(Assertion assertion) => assertion.Kind switch
    {
        AssertionKind.Never => $"{assertion.CallerNames} cannot reach {assertion.Called}",
        AssertionKind.Only when assertion.Callers.IsEmpty => $"nobody can reach {assertion.Called}",
        AssertionKind.Only => $"nobody but {assertion.CallerNames} can reach {assertion.Called}",
        _ => $"{assertion.CallerNames} can reach {assertion.Called}",
    };
}
