using PodPlay.Testing;

namespace PodPlay.Firewall;

/// <summary>Parts of pages of docs/ that tests write, between <c>&lt;!-- tests: NAME --&gt;</c> and <c>&lt;!-- end --&gt;</c>.</summary>
internal static class GeneratedPart
{
    public static void IsCurrent(string path, string name, string text)
    {
        var page = File.ReadAllText(Repository.PathOf(path));
        var begin = $"<!-- tests: {name} -->\n";
        var from = page.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        var to = page.IndexOf("<!-- end -->", from, StringComparison.Ordinal);
        Assert.True(from >= begin.Length && to >= from, $"{path} has no part '{name}'");
        if (page[from..to] != $"{text}\n")
            GeneratedPage.Accept(path, $"{page[..from]}{text}\n{page[to..]}", $"{path}, part '{name}':\n{text}");
    }
}
