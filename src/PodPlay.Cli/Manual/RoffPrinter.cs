using System.Globalization;
using System.Text;

namespace PodPlay.Cli.Manual;

/// <summary>A page for <c>man</c> (man(7)). No date: the same podplay prints the same bytes.</summary>
internal static class RoffPrinter
{
    public static string Print(ManualPage page)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $".TH {page.Name.ToUpperInvariant()} {page.Section} \"\" \"{PodPlayCommand.Version}\" \"podplay manual\"\n");
        text.Append($".SH NAME\n{Line(page.Name)} \\- {Line(page.Summary)}\n");
        Block? last = null;
        foreach (var block in page.Blocks)
        {
            // Behind a heading a paragraph begins by itself.
            if (block is Block.Paragraph or Block.Example && last is not (Block.Heading or Block.Subheading))
                text.Append(".PP\n");
            Append(text, block);
            last = block;
        }
        return text.ToString();
    }

    private static void Append(StringBuilder text, Block block)
    {
        switch (block)
        {
            case Block.Heading heading:
                text.Append($".SH {Line(heading.Text.ToUpperInvariant())}\n");
                break;
            case Block.Subheading heading:
                text.Append($".SS {Line(heading.Text)}\n");
                break;
            case Block.Paragraph paragraph:
                text.Append($"{Line(paragraph.Text)}\n");
                break;
            case Block.Term term:
                text.Append($".TP\n\\fB{Line(term.Name)}\\fR{(term.Value.Length == 0 ? "" : $" \\fI{Line(term.Value)}\\fR")}\n{Line(term.Text)}\n");
                break;
            case Block.Example example:
                text.Append(".RS 4\n.nf\n");
                foreach (var line in example.Text.TrimEnd('\n').Split('\n'))
                    text.Append($"{Quote(line)}\n");
                text.Append(".fi\n.RE\n");
                break;
        }
    }

    // Every second part stands between backticks.
    private static string Line(string text) =>
        string.Concat(text.Split('`').Select((part, at) => at % 2 == 0 ? Quote(part, first: at == 0) : $"\\fB{Quote(part, first: false)}\\fR"));

    private static string Quote(string text, bool first = true)
    {
        var quoted = text.Replace("\\", "\\e", StringComparison.Ordinal).Replace("-", "\\-", StringComparison.Ordinal).Replace("^", "\\(ha", StringComparison.Ordinal).Replace("~", "\\(ti", StringComparison.Ordinal);
        // A line that begins so would be a request.
        return first && quoted is ['.' or '\'', ..] ? $"\\&{quoted}" : quoted;
    }
}
