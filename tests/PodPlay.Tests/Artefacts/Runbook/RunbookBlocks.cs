using System.Text.RegularExpressions;

namespace PodPlay.Tests.Artefacts.Runbook;

/// <summary>The commands of a run book, by block. The form is plain on purpose: a fence <c>```sh look</c>, a command a line, a fence.</summary>
internal static partial class RunbookBlocks
{
    /// <returns>For each block where it belongs (<c>look</c>, <c>running</c>, <c>change</c>, <c>elsewhere</c>) and its commands.</returns>
    public static IReadOnlyList<(string Where, IReadOnlyList<string> Commands)> Of(string page) =>
    [
        .. Block().Matches(page).Select(m => (m.Groups[1].Value, (IReadOnlyList<string>)m.Groups[2].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries))),
    ];

    /// <summary>The first word, and those that another program is asked to run.</summary>
    public static IEnumerable<string> ProgramsOf(string command) => Program().Matches(command).Select(m => m.Value);

    [GeneratedRegex(@"^```sh (look|running|change|elsewhere)\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Block();

    [GeneratedRegex(@"(?<=^|\)"" -n |timeout \d+ |\$\(|-c '(?:[A-Z_]+=\S+ |cd / && )?)[a-z0-9/][a-z0-9/_.-]*", RegexOptions.CultureInvariant)]
    private static partial Regex Program();
}
