using System.Collections.Immutable;

namespace PodPlay.Cli.Manual;

/// <summary>A page of the manual, before it is roff or Markdown. In texts, what stands between backticks is typed as it stands.</summary>
/// <param name="Name"><c>podplay</c>, <c>podplay.yaml</c>.</param>
/// <param name="Section">1: commands, 5: files.</param>
/// <param name="Summary">What it is, in one line.</param>
internal sealed record ManualPage(string Name, int Section, string Summary, ImmutableArray<Block> Blocks);

/// <summary>A part of a page.</summary>
internal abstract record Block
{
    /// <param name="Text">A section's name.</param>
    public sealed record Heading(string Text) : Block;

    /// <summary>What is described below the section's name: a command, a map of keys.</summary>
    public sealed record Subheading(string Text) : Block;

    public sealed record Paragraph(string Text) : Block;

    /// <summary>A word and what it means.</summary>
    /// <param name="Name">Typed as it stands.</param>
    /// <param name="Value">Stands for something: <c>FILE</c>; empty: nothing.</param>
    public sealed record Term(string Name, string Value, string Text) : Block;

    /// <param name="Text">Lines as they stand.</param>
    public sealed record Example(string Text) : Block;
}
