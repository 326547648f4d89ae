using System.Collections.Immutable;
using PodPlay.Text;

namespace PodPlay.Spec;

internal sealed record CertificateSpec(
    Spanned<string> Name,
    ImmutableArray<Spanned<string>> Names,
    Spanned<string>? Challenge,
    Spanned<string>? Solver,
    Spanned<string>? Server,
    Spanned<string>? Email,
    Spanned<string>? Key,
    ImmutableArray<Spanned<string>> Deploy);
