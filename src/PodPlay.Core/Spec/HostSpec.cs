using System.Collections.Immutable;
using PodPlay.Text;

namespace PodPlay.Spec;

internal sealed record HostSpec
{
    public required Spanned<string> Name { get; init; }

    public required ImmutableArray<Spanned<string>> Addresses { get; init; }

    public Spanned<string>? Podman { get; init; }

    public RootlessSpec? Rootless { get; init; }

    public Spanned<string>? Uplink { get; init; }

    public Spanned<string>? Ssh { get; init; }

    public Spanned<string>? AdminFrom { get; init; }

    public Spanned<string>? Tuning { get; init; }

    public required ImmutableArray<SettingSpec> Sysctl { get; init; }
}

/// <param name="User">Its span is that of the user's name.</param>
/// <param name="Uid">Null in the short form, which cannot say where the units belong; and where the long form lacks it.</param>
internal sealed record RootlessSpec(Spanned<string> User, Spanned<int>? Uid, bool IsShort);

/// <summary>A name and a text value: sysctl, environment.</summary>
internal sealed record SettingSpec(Spanned<string> Name, Spanned<string> Value);
