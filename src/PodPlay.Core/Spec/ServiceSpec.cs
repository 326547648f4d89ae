using System.Collections.Immutable;
using PodPlay.Text;

namespace PodPlay.Spec;

internal sealed record ServiceSpec
{
    public required Spanned<string> Name { get; init; }

    public Spanned<string>? Image { get; init; }

    public Spanned<string>? Zone { get; init; }

    /// <summary>True where a zone or network is written, be it one that cannot be read.</summary>
    public bool SaysWhere { get; init; }

    /// <summary>The whole <c>network: host</c>.</summary>
    public SourceSpan? HostNetwork { get; init; }

    public Spanned<string>? Host { get; init; }

    public Spanned<int>? At { get; init; }

    /// <summary>The whole <c>at: 20</c>.</summary>
    public SourceSpan? AtEntry { get; init; }

    public required ImmutableArray<Spanned<string>> Aliases { get; init; }

    public Spanned<int>? Replicas { get; init; }

    /// <summary>The whole <c>replicas: 3</c>.</summary>
    public SourceSpan? ReplicasEntry { get; init; }

    public required ImmutableArray<PortSpec> Ports { get; init; }

    public bool ListensOnHost { get; init; }

    public required ImmutableArray<BalanceSpec> Balances { get; init; }

    /// <summary>The name of an own port.</summary>
    public Spanned<string>? Statistics { get; init; }

    public required ImmutableArray<VirtualHostSpec> VirtualHosts { get; init; }

    public Spanned<string>? Layout { get; init; }

    public required ImmutableArray<Spanned<string>> Resolves { get; init; }

    public required ImmutableArray<Spanned<string>> Forwarders { get; init; }

    public Spanned<string>? Command { get; init; }

    public Spanned<string>? Reload { get; init; }

    public Spanned<string>? Health { get; init; }

    public required ImmutableArray<SettingSpec> Environment { get; init; }

    public required ImmutableArray<VolumeSpec> Volumes { get; init; }

    public required ImmutableArray<SecretSpec> Secrets { get; init; }

    public required ImmutableArray<Spanned<string>> Devices { get; init; }

    public required ImmutableArray<SettingSpec> Sysctl { get; init; }

    public required ImmutableArray<Spanned<string>> Capabilities { get; init; }

    public Spanned<string>? User { get; init; }

    public Spanned<string>? UserNamespace { get; init; }

    public Spanned<bool>? ReadOnly { get; init; }

    /// <summary>Default: the spec's own defaults.</summary>
    public ImmutableArray<Spanned<string>>? Dns { get; init; }

    public Spanned<string>? Timer { get; init; }

    public Spanned<int>? StopTimeout { get; init; }

    public LimitsSpec? Limits { get; init; }
}

internal sealed record BalanceSpec(
    Spanned<string> Port, Spanned<string>? Mode, Spanned<string>? Redirect, PoolSpec Default, ImmutableArray<(Spanned<string> Name, PoolSpec Pool)> Routes);

internal sealed record PoolSpec
{
    public required ImmutableArray<Spanned<string>> To { get; init; }

    /// <summary>True where something stands under <c>to:</c>, be it what cannot be read.</summary>
    public required bool SaysTo { get; init; }

    public Spanned<string>? Method { get; init; }

    public Spanned<string>? Check { get; init; }

    public ImmutableArray<(Spanned<string> Server, int Weight)> Weights { get; init; } = [];

    public ImmutableArray<Spanned<string>> Drained { get; init; } = [];

    public Spanned<string>? SorryServer { get; init; }

    public Spanned<string>? SorryPage { get; init; }
}

internal sealed record VirtualHostSpec(Spanned<string> Name, ImmutableArray<Spanned<string>> Aliases, Spanned<string>? Root);

internal sealed record VolumeSpec(Spanned<string> Source, Spanned<string> Target, bool IsReadOnly, BackupSpec? Backup = null);

/// <summary>Keys that say nothing are absent; without a folder there is no backup.</summary>
internal sealed record BackupSpec(Spanned<string> Folder, Spanned<string>? Timer, Spanned<int>? Keep, Spanned<string>? Test)
{
    public Spanned<bool>? Stop { get; init; }

    public Spanned<string>? Dump { get; init; }

    public Spanned<string>? Load { get; init; }

    public Spanned<string>? Check { get; init; }
}

internal sealed record SecretSpec(Spanned<string> Name, Spanned<string>? Variable);

internal sealed record LimitsSpec(Spanned<int>? Rate, Spanned<int>? Burst, Spanned<int>? Connections, Spanned<int>? Requests);
