using System.Collections.Immutable;
using PodPlay.Model;
using PodPlay.Text;

namespace PodPlay.Spec;

/// <param name="Text">As written: <c>internet -> internal</c>; of an <c>only</c> its key, <c>db.postgres</c>.</param>
/// <param name="Callers">One, or of an <c>only</c> as many as it names.</param>
/// <param name="Port">The called service's port; null: every port.</param>
internal sealed record StatementSpec(
    AssertionKind Kind, Spanned<string> Text, ImmutableArray<Spanned<string>> Callers, Spanned<string> Called, Spanned<string>? Port);
