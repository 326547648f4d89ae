namespace PodPlay.Testing.Tools;

/// <summary>HAProxy 2.6 (Debian 12) and 3.0 (Debian 13).</summary>
internal static class HaproxyCheck
{
    private static readonly string[] Bad = ["[WARNING]", "[DIAG]", "[ALERT]"];

    /// <summary><c>-dD</c> adds diagnostics, <c>-dW</c> makes a warning an error; notices carry only the version.</summary>
    /// <param name="tree">What the container sees: the configuration and every file that it names (certificates, state).</param>
    public static Verdict Check(Debian debian, string tree, string file)
    {
        var result = InRoot.Run(debian, tree, "haproxy", "-c", "-V", "-dD", "-dW", "-f", file);
        return Verdict.Of(result, result.ErrorLines.Where(line => Bad.Any(mark => line.StartsWith(mark, StringComparison.Ordinal))));
    }

    /// <summary>Starts it and connects to every listener.</summary>
    public static Verdict Start(Debian debian, string tree, string file, params IReadOnlyList<System.Net.IPEndPoint> listeners) =>
        ServerStart.Run(debian, tree, "", """haproxy -W -db -f "$FILE" """, file, listeners);
}
