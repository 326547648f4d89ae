namespace PodPlay.Diagnostics;

/// <summary>What stands under Example or Fixed of a page.</summary>
/// <param name="Language">yaml: a whole spec. console: what cannot be shown by the text of one spec, and is tested elsewhere.</param>
internal sealed record CodeBlock(string Language, string Text);
