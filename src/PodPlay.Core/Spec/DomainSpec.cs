using System.Collections.Immutable;
using PodPlay.Text;

namespace PodPlay.Spec;

/// <summary>A public domain as declared.</summary>
internal sealed record DomainSpec
{
    public required Spanned<string> Name { get; init; }

    public required ImmutableArray<Spanned<string>> Addresses { get; init; }

    public Spanned<string>? Contact { get; init; }

    /// <summary>Name to address.</summary>
    public required ImmutableArray<SettingSpec> NameServers { get; init; }

    public Spanned<int>? Ttl { get; init; }

    public Spanned<string>? Serial { get; init; }

    /// <summary>Name to service.</summary>
    public required ImmutableArray<SettingSpec> Names { get; init; }

    public Spanned<string>? Mail { get; init; }

    public Spanned<string>? Spf { get; init; }

    public Spanned<string>? Dmarc { get; init; }

    /// <summary>Selector to record.</summary>
    public required ImmutableArray<SettingSpec> Dkim { get; init; }

    public Spanned<string>? MtaSts { get; init; }

    public Spanned<string>? TlsReports { get; init; }

    public required ImmutableArray<RecordSpec> Records { get; init; }

    /// <summary>A domain of which the spec says nothing but that a name server resolves it.</summary>
    public static DomainSpec Empty(Spanned<string> name) =>
        new() { Name = name, Addresses = [], NameServers = [], Names = [], Dkim = [], Records = [] };
}

/// <param name="Type">The key, in small letters: <c>mx</c>.</param>
internal sealed record RecordSpec(Spanned<string> Name, string Type, Spanned<string> Value);
