using System.Collections.Immutable;
using PodPlay.Text;

namespace PodPlay.Spec;

/// <param name="NamesSubnets">True where something stands under <c>subnets:</c>, be it what cannot be read.</param>
internal sealed record ZoneSpec(
    Spanned<string> Name,
    bool NamesSubnets,
    ImmutableArray<Spanned<string>> Subnets,
    Spanned<string>? Egress,
    Spanned<string>? Host,
    Spanned<string>? Attach,
    Spanned<string>? Parent);
