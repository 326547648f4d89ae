using System.Text.RegularExpressions;
using PodPlay.Testing;

namespace PodPlay.Docs;

/// <summary>No page is lost and no link is dead.</summary>
public sealed partial class DocsLinkTests
{
    private const string Index = "docs/README.md";

    public static TheoryData<string> Pages => [.. AllPages()];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_leads_somewhere(string page) => Assert.All(LinksOf(page), link =>
    {
        var (path, anchor) = link.Split('#') is [var before, var after] ? (before, after) : (link, "");
        var target = path.Length == 0 ? page : TargetOf(page, path);
        Assert.True(Path.Exists(Repository.PathOf(target)), $"{page}: {link} is not there");
        Assert.True(anchor.Length == 0 || AnchorsOf(target).Contains(anchor), $"{page}: {target} has no heading #{anchor}");
    });

    [Fact]
    public void Every_page_can_be_reached_from_the_index()
    {
        var reached = new HashSet<string>(StringComparer.Ordinal) { Index };
        var next = new Queue<string>([Index]);
        while (next.TryDequeue(out var page))
        {
            foreach (var link in LinksOf(page).Select(l => l.Split('#')[0]).Where(l => l.Length > 0))
            {
                var target = TargetOf(page, link);
                var pages = Directory.Exists(Repository.PathOf(target)) ? AllPages().Where(p => Path.GetDirectoryName(p) == target) : target.EndsWith(".md", StringComparison.Ordinal) ? [target] : [];
                foreach (var found in pages.Where(reached.Add))
                    next.Enqueue(found);
            }
        }
        Assert.Empty(AllPages().Where(p => p.StartsWith("docs/", StringComparison.Ordinal)).Except(reached));
    }

    [Fact]
    public void The_readme_leads_to_the_index() => Assert.Contains(Index, LinksOf("README.md"));

    [Fact]
    public void A_dead_link_is_found() => Assert.Equal(["nowhere.md", "#a-part"], Links("[a](nowhere.md) `[b](code.md)` [c](https://example.com) [d](#a-part)"));

    private static IEnumerable<string> AllPages() => new[] { "README.md", "CONTRIBUTING.md", "CHANGELOG.md" }
        .Concat(Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories).Select(p => Path.GetRelativePath(Repository.Root, p)))
        .Order(StringComparer.Ordinal);

    /// <summary>From the root of the repository.</summary>
    private static string TargetOf(string page, string link) =>
        Path.GetRelativePath(Repository.Root, Path.GetFullPath(Path.Combine(Repository.Root, Path.GetDirectoryName(page)!, link)));

    private static IEnumerable<string> LinksOf(string page) => Links(Fences().Replace(File.ReadAllText(Repository.PathOf(page)), ""));

    private static IEnumerable<string> Links(string text) => Link().Matches(Code().Replace(text, "")).Select(m => m.Groups["to"].Value).Where(l => !l.Contains("://", StringComparison.Ordinal) && !l.StartsWith("mailto:", StringComparison.Ordinal));

    // As GitHub and Forgejo name headings.
    private static HashSet<string> AnchorsOf(string page) =>
        [.. Fences().Replace(File.ReadAllText(Repository.PathOf(page)), "").Split('\n').Where(l => l.StartsWith('#')).Select(l => Dropped().Replace(l.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-'))];

    [GeneratedRegex(@"\]\((?<to>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("^```.*?^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fences();

    [GeneratedRegex("`[^`\n]*`")]
    private static partial Regex Code();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex Dropped();
}
