using System.Collections.Immutable;
using PodPlay.Text;

namespace PodPlay.Spec;

internal sealed record ZoneSpec(
    Spanned<string> Name,
    ImmutableArray<Spanned<string>> Subnets,
    Spanned<string>? Egress,
    Spanned<string>? Host);
