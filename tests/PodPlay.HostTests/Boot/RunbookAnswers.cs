using System.Text.RegularExpressions;
using PodPlay.Testing.Tools;

namespace PodPlay.Boot;

/// <summary>What a command of a run book is to print, read off the words behind its <c>#</c>.</summary>
internal static class RunbookAnswers
{
    // The first one that fits the beginning of the command decides; any other is to print something.
    private static readonly (string Command, Func<string, string, ToolResult, bool> Fits)[] Rules =
    [
        ("(nsenter .* )?timeout .*tcpdump", (_, _, r) => r.Error.Contains("packets captured", StringComparison.Ordinal)),
        ("systemctl is-active|grep -c", (_, comment, r) => r.Output.Trim() == comment.Split(':')[0]),
        ("systemctl (status|list-units|show)", (_, comment, r) => r.Output.Contains(comment.Split(':')[0], StringComparison.Ordinal)),
        ("systemctl --user .*(status|list-units|show)", (_, comment, r) => r.Output.Contains(comment.Split(':')[0], StringComparison.Ordinal)),
        ("podman inspect", (_, comment, r) => r.Output.Trim() == comment),
        ("podman (ps|port)|cat ", (_, comment, r) => WordsOf(comment).All(w => r.Output.Contains(w.Split('-') is [var first, _] && w.Contains('/', StringComparison.Ordinal) ? first : w, StringComparison.Ordinal))),
        ("getent ahosts", (_, comment, r) => comment.Split(", ").Order().SequenceEqual(ToolResult.LinesOf(r.Output).Select(l => l.Split(' ')[0]).Distinct().Order())),
        ("nft list counter ", (command, _, r) => r.Output.Contains($"counter {command.Split("   #")[0].Split(' ')[^1]} {{", StringComparison.Ordinal) && r.Output.Contains("packets", StringComparison.Ordinal)),
        ("ss .* # on ", (_, comment, r) => WordsOf(comment["on ".Length..]).All(a => r.Output.Contains(a, StringComparison.Ordinal))),
        ("(nsenter .* -n )?ss .* # the program", (_, comment, r) => Regex.Matches(comment, @"(\d+)(-\d+)?/").All(m => r.Output.Contains($":{m.Groups[1].Value} ", StringComparison.Ordinal))),
        ("sysctl [^-].*# [12] ", (_, comment, r) => r.Output.Contains($"= {comment[0]}\n", StringComparison.Ordinal)),
        ("dig .*: podman's resolver", (_, comment, r) => r.Output.Trim() == comment.Split(": ")[0]),
        ("dig .*# one line", (_, _, r) => ToolResult.LinesOf(r.Output).Count == 1),
        ("nc ", (_, _, r) => r.Error.Contains("succeeded", StringComparison.Ordinal)),
        ("curl ", (_, _, r) => r.Error.Contains("< HTTP/", StringComparison.Ordinal)),
        ("sh -c 'cd / && sha256sum", (_, _, r) => r.Output == ""),
        ("dig|journalctl|apt-get|rm|sysctl", (_, _, _) => true),
    ];

    public static bool Fit(string command, string comment, ToolResult result) =>
        Rules.FirstOrDefault(r => Regex.IsMatch(command, $"^({r.Command})")).Fits is { } fits ? fits(command, comment, result) : result.Output.Length > 0;

    // "whom it may call: api, cache"
    private static IEnumerable<string> WordsOf(string comment) => comment[(comment.IndexOf(": ", StringComparison.Ordinal) is >= 0 and var colon ? colon + 2 : 0)..].Split(", ", StringSplitOptions.RemoveEmptyEntries);
}
