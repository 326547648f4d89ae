using System.Globalization;
using System.Text;

namespace PodPlay.Cli.Manual;

/// <summary>The same page for the docs.</summary>
internal static class MarkdownPrinter
{
    public static string Print(ManualPage page)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# {page.Name}({page.Section})\n\n{page.Summary}\n\nThis page is made by the tests from what podplay itself knows; `man {page.Section} {page.Name}` shows the same.\n");
        Block? last = null;
        foreach (var block in page.Blocks)
        {
            text.Append(block switch
            {
                Block.Heading heading => $"\n## {heading.Text}\n",
                Block.Subheading heading => $"\n### {heading.Text}\n",
                Block.Paragraph paragraph => $"\n{paragraph.Text}\n",
                Block.Term term => $"{(last is Block.Term ? "" : "\n")}* `{term.Name}{(term.Value.Length == 0 ? "" : $" {term.Value}")}`: {term.Text}\n",
                Block.Example example => $"\n```text\n{example.Text.TrimEnd('\n')}\n```\n",
                _ => "",
            });
            last = block;
        }
        return text.ToString();
    }
}
