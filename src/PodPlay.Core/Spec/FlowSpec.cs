using System.Collections.Immutable;
using PodPlay.Text;

namespace PodPlay.Spec;

/// <param name="Key">The whole <c>apache -> db</c>.</param>
/// <param name="Ports">Names, numbers for the internet, or <c>any</c>.</param>
internal sealed record FlowSpec(Spanned<string> Key, Spanned<string> From, Spanned<string> To, ImmutableArray<Spanned<string>> Ports, TermSpec Term);
