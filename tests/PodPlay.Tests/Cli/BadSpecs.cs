using System.Text;
using PodPlay.Samples;

namespace PodPlay.Cli;

/// <summary>What people and other programs give to a compiler, and the one finding that each gets.</summary>
internal static class BadSpecs
{
    private static readonly Dictionary<string, (byte[] Bytes, string Code, int ExitCode)> All = new()
    {
        { "not YAML", (CliRun.Utf8("{[}"), "PP101", 1) },
        { "empty", ([], "PP119", 2) },
        { "only a comment", (CliRun.Utf8("# nothing\n"), "PP119", 2) },
        { "two documents", (CliRun.Utf8("podplay: 1\n---\npodplay: 1\n"), "PP120", 1) },
        { "a list", (CliRun.Utf8("- podplay\n"), "PP121", 1) },
        { "a word", (CliRun.Utf8("podplay\n"), "PP121", 1) },
        { "tab indentation", (CliRun.Utf8("podplay: 1\nhosts:\n\tmain: {}\n"), "PP101", 1) },
        { "10 MB of text", (CliRun.Utf8(new string('a', 10_000_000)), "PP118", 2) },
        { "10 MB of keys", (CliRun.Utf8(string.Concat(Enumerable.Range(0, 600_000).Select(i => $"k{i:D8}: v\n"))), "PP118", 2) },
        { "nested 100 deep", (CliRun.Utf8("podplay: 1\nx-a: " + new string('[', 100) + new string(']', 100) + "\n"), "PP127", 1) },
        { "billion laughs", (CliRun.Utf8(Laughs()), "PP128", 1) },
        { "a value without end", (CliRun.Utf8($"podplay: 1\nx-a: {new string('v', 65_537)}\n"), "PP160", 1) },
        { "a key without end", (CliRun.Utf8($"podplay: 1\n? x-{new string('k', 1_023)}\n: v\n"), "PP160", 1) },
        { "50,001 services", (CliRun.Utf8($"podplay: 1\nhosts: {{ main: {{ address: 192.168.1.2 }} }}\nservices:\n{string.Concat(Enumerable.Range(0, 50_001).Select(i => $"  s{i}:\n"))}"), "PP162", 1) },
        { "binary", ([0x7f, (byte)'E', (byte)'L', (byte)'F', 0, 1, 2, 3, 0xff, 0xfe], "PP117", 2) },
        { "not UTF-8", ([.. "podplay: 1 # "u8, 0xc3, 0x28, (byte)'\n'], "PP117", 2) },
        { "UTF-16", (Encoding.Unicode.GetBytes("podplay: 1\n"), "PP117", 2) },
        { "an alias to nothing", (CliRun.Utf8("podplay: 1\nhosts: *none\n"), "PP124", 1) },
        { "an alias to itself", (CliRun.Utf8("podplay: &a\n  b: *a\n"), "PP125", 1) },
        { "a duplicate key", (CliRun.Utf8("podplay: 1\nhosts: { main: { address: 192.168.1.2 } }\nname: a\nname: b\n"), "PP106", 1) },
        { "a newer format", (CliRun.Utf8("podplay: 2\nfuture: [everything]\n"), "PP107", 1) },
        { "an unclosed list", (CliRun.Utf8("podplay: 1\nx-a: [1, 2\nb: 3\n"), "PP101", 1) },
    };

    /// <summary>By name only: xunit writes every argument down while it discovers tests, and 10 MB of them take minutes.</summary>
    public static TheoryData<string> Names => [.. All.Keys];

    public static byte[] BytesOf(string name) => All[name].Bytes;

    /// <summary>2 where there was no text to look at, 1 where there was.</summary>
    public static int ExitCodeOf(string name) => All[name].ExitCode;

    public static string CodeOf(string name) => All[name].Code;

    private static string Laughs()
    {
        var text = new StringBuilder("podplay: 1\nx-a: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha]\n");
        for (var i = 1; i < 12; i++)
            text.Append($"x-a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 9))}]\n");
        return text.ToString();
    }
}
