using System.Runtime.CompilerServices;
using System.Text;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace PodPlay.Testing;

/// <summary>
/// A text that was looked at once and may only change on purpose. Verify's conventions: <c>Class.Method.verified.txt</c> beside the
/// test; a difference or a missing file fails and leaves <c>.received.txt</c>.
/// </summary>
internal static class TextSnapshot
{
    /// <summary>Set to 1, a run takes what it gets as verified. Refused where <c>CI</c> is set: nobody would look at it there.</summary>
    public const string AcceptVariable = "PODPLAY_ACCEPT";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <param name="test">The test class's instance: its namespace is its folder.</param>
    public static void Verify(object test, string text, [CallerMemberName] string method = "")
    {
        var type = test.GetType();
        var folder = type.Namespace!["PodPlay".Length..].Replace('.', '/').TrimStart('/');
        var stem = Repository.PathOf($"tests/PodPlay.Tests/{folder}/{type.Name}.{method}");
        Verify(stem, text, Environment.GetEnvironmentVariable);
    }

    internal static void Verify(string stem, string text, Func<string, string?> environment)
    {
        var verified = $"{stem}.verified.txt";
        var received = $"{stem}.received.txt";
        var expected = File.Exists(verified) ? File.ReadAllText(verified, Utf8) : null;
        if (expected == text)
        {
            File.Delete(received);
            return;
        }
        var accept = environment(AcceptVariable) == "1";
        if (accept && string.IsNullOrEmpty(environment("CI")))
        {
            File.WriteAllText(verified, text, Utf8);
            File.Delete(received);
            return;
        }
        File.WriteAllText(received, text, Utf8);
        var refusal = accept ? $"\n{AcceptVariable} is refused under CI." : $"\nIf it is right: {AcceptVariable}=1 dotnet test";
        Assert.Fail($"{(expected is null ? $"{verified} is missing" : $"differs from {verified}")}\n{Difference(expected ?? "", text)}{refusal}");
    }

    private static string Difference(string expected, string actual) => string.Join(
        '\n',
        InlineDiffBuilder.Diff(expected, actual).Lines
            .Where(l => l.Type != ChangeType.Unchanged)
            .Select(l => $"{(l.Type == ChangeType.Inserted ? "+" : "-")} {l.Text}"));
}
