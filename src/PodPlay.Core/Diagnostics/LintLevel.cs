using PodPlay.Text;

namespace PodPlay.Diagnostics;

/// <summary>What the spec's <c>lint:</c> says about a code or name.</summary>
/// <param name="Key">Code (<c>PP701</c>) or name (<c>image-not-pinned</c>).</param>
/// <param name="Level">allow, warn or deny.</param>
/// <param name="Reason">Given with allow.</param>
public sealed record LintLevel(Spanned<string> Key, Spanned<string> Level, string? Reason);
