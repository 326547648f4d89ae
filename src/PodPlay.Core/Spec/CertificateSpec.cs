using System.Collections.Immutable;
using PodPlay.Text;

namespace PodPlay.Spec;

internal sealed record CertificateSpec(
    Spanned<string> Name,
    ImmutableArray<Spanned<string>> Names,
    Spanned<string>? Challenge,
    Spanned<string>? Solver,
    ImmutableArray<Spanned<string>> Deploy);
