using System.Collections.Immutable;

namespace PodPlay.Diagnostics;

/// <summary>All codes. Written out by hand rather than found by reflection: the tool is compiled ahead of time. A test compares it
/// with the fields of <see cref="Diagnose"/>.</summary>
public static class DiagnosticCatalog
{
    public static ImmutableArray<DiagnosticRule> All { get; } = [.. Rules().OrderBy(r => r.Code, StringComparer.Ordinal)];

    public static DiagnosticRule? Find(string codeOrName) =>
        All.FirstOrDefault(r => string.Equals(r.Code, codeOrName, StringComparison.OrdinalIgnoreCase) || r.Name == codeOrName);

    private static IEnumerable<DiagnosticRule> Rules() =>
    [
        Diagnose.YamlSyntaxRule, Diagnose.UnknownKeyRule, Diagnose.MisplacedKeyRule, Diagnose.WrongTypeRule, Diagnose.MissingKeyRule,
        Diagnose.DuplicateKeyRule, Diagnose.NewerFormatRule, Diagnose.AmbiguousScalarRule, Diagnose.ComposePortRule,
        Diagnose.PortStagesRule, Diagnose.IncludeConflictRule, Diagnose.SecretInSpecRule, Diagnose.ReservedNameRule,
        Diagnose.UnusedAllowRule, Diagnose.SpecUnreadableRule, Diagnose.NotTextRule, Diagnose.FileTooLargeRule, Diagnose.EmptySpecRule,
        Diagnose.SeveralDocumentsRule, Diagnose.RootNotMappingRule, Diagnose.KeyNotTextRule, Diagnose.YamlTagRule,
        Diagnose.UnknownAnchorRule, Diagnose.RecursiveAnchorRule, Diagnose.MergeNotMappingRule, Diagnose.NestedTooDeepRule,
        Diagnose.TooManyValuesRule, Diagnose.HiddenCharacterRule, Diagnose.IncludeMissingRule, Diagnose.IncludeCycleRule,
        Diagnose.IncludedTwiceRule, Diagnose.IncludeFormRule, Diagnose.PortRangesDifferRule, Diagnose.UnknownHostRule,
        Diagnose.UnknownZoneRule, Diagnose.UnknownSourceRule, Diagnose.UnknownServiceRule, Diagnose.HostUnclearRule,
        Diagnose.ServiceWithoutZoneRule, Diagnose.ZoneOnOtherHostRule, Diagnose.RootlessUidMissingRule, Diagnose.LockUnreadableRule,
        Diagnose.UnknownLintRule, Diagnose.LintFixedRule, Diagnose.AllowWithoutReasonRule, Diagnose.GitMissingRule,
        Diagnose.NoRepositoryRule, Diagnose.UnknownRevisionRule, Diagnose.FolderWithoutSpecRule, Diagnose.EarlierSpecRule,
        Diagnose.SpecChangedRule, Diagnose.SpecUnwritableRule,

        Diagnose.TextTooLongRule, Diagnose.TooManyFilesRule, Diagnose.NetworkTooLargeRule,

        Diagnose.InvalidSubnetRule, Diagnose.SubnetOverlapRule, Diagnose.AddressOutsideSubnetRule, Diagnose.DuplicateAddressRule,
        Diagnose.HostNetworkAddressRule, Diagnose.GatewayAddressRule, Diagnose.SubnetCollidesLanRule, Diagnose.NotPrivateRule,
        Diagnose.PodmanPoolRule, Diagnose.HalfDualStackRule, Diagnose.UlaNotRandomRule, Diagnose.DocumentationPrefixRule,
        Diagnose.UnusedZoneRule, Diagnose.ZoneWithoutSubnetRule, Diagnose.AddressInDynamicRangeRule, Diagnose.SecondSubnetOfFamilyRule,
        Diagnose.SubnetSizeRule, Diagnose.ZoneFullRule, Diagnose.HostAddressTwiceRule, Diagnose.HostNotOnLanRule,

        Diagnose.HostPortTakenRule, Diagnose.ReplicaFixedPortRule, Diagnose.RouterPortTakenRule, Diagnose.HostNetworkRemapRule,
        Diagnose.LowPortNonRootRule,
        Diagnose.SshPortTakenRule, Diagnose.PrivilegedPortRootlessRule, Diagnose.DnsPortWildcardRule, Diagnose.DnsOneProtocolRule,
        Diagnose.EphemeralPortRule, Diagnose.CleartextPublicRule, Diagnose.DatabasePublicRule,
        Diagnose.RouterPublicMissingRule, Diagnose.RouterCgnatRule, Diagnose.RouterDoubleNatRule, Diagnose.RouterInterfacesMissingRule,
        Diagnose.SmtpPortBlockedRule, Diagnose.MailWithoutLoginRule, Diagnose.MailReverseNameRule, Diagnose.MailFromChangingAddressRule,
        Diagnose.MailInnerPublicRule, Diagnose.MailWithoutCertificateRule,
        Diagnose.HairpinImpossibleRule, Diagnose.DynamicPrefixRule, Diagnose.RouterPublicInLanRule, Diagnose.HostNotRoutedRule,

        Diagnose.UnknownPortRule, Diagnose.UnknownEndpointRule, Diagnose.FlowNeedsHostPortRule, Diagnose.ZoneContradictedRule,
        Diagnose.EgressNeededRule, Diagnose.RedundantFlowRule, Diagnose.AdminLockoutRule, Diagnose.HalfDualStackFlowRule,
        Diagnose.UnreachedPortRule, Diagnose.RootlessZonesRule, Diagnose.ClientAddressLostRule, Diagnose.InternetPortByNameRule,
        Diagnose.LanAssumedRule, Diagnose.FlowWithoutAddressRule, Diagnose.RootlessFlowRule, Diagnose.BalanceWithoutFlowRule,
        Diagnose.ProxyPortCalledRule, Diagnose.LimitsWithoutEffectRule,
        Diagnose.WideFlowRule, Diagnose.AssertBrokenRule, Diagnose.AssertNotPossibleRule, Diagnose.AssertUnknownNameRule,
        Diagnose.AssertSaysNothingRule, Diagnose.TermPastRule, Diagnose.TermNearRule, Diagnose.TermNotJudgedRule,

        Diagnose.NameClashRule, Diagnose.MdnsDomainRule, Diagnose.ReplicaNameTakenRule, Diagnose.InvalidLabelRule,
        Diagnose.EnvironmentClashRule, Diagnose.PortNamedTwiceRule,
        Diagnose.DeadResolverRule, Diagnose.HairpinRule, Diagnose.FallbackResolverRule, Diagnose.NoPublicAddressRule,
        Diagnose.DynamicNameServerRule, Diagnose.NameOutsideDomainRule, Diagnose.DomainUnansweredRule, Diagnose.MailServerUnclearRule,
        Diagnose.RecordQuotedRule, Diagnose.SpfTwiceRule, Diagnose.TlsaInvalidRule, Diagnose.TlsaUnsignedRule, Diagnose.CaaInvalidRule,
        Diagnose.CaaDisagreesRule, Diagnose.TargetIsAliasRule, Diagnose.TargetWithoutAddressRule, Diagnose.CnameNotAloneRule,
        Diagnose.UnderscoreHostRule, Diagnose.PublicNameTwiceRule, Diagnose.DkimInvalidRule, Diagnose.OneNameServerRule,
        Diagnose.SerialExhaustedRule, Diagnose.SerialNotRaisedRule, Diagnose.LanPortByNameRule, Diagnose.NameWithoutAddressRule, Diagnose.PolicyNotShownRule,
        Diagnose.PolicyUnreadRule, Diagnose.PolicyByHandRule,

        Diagnose.Http01UnreachableRule, Diagnose.Http01Ipv6Rule, Diagnose.CertificateUnusedRule, Diagnose.VhostWithoutCertificateRule,
        Diagnose.WildcardHttp01Rule, Diagnose.UnknownSolverRule, Diagnose.SolverMissingRule,
        Diagnose.ChallengeWithoutFlowRule, Diagnose.SolverWithoutPortRule, Diagnose.DnsWithoutNameServerRule, Diagnose.DnsWithoutKeyRule,
        Diagnose.KeyWithoutDnsRule, Diagnose.CertificateElsewhereRule, Diagnose.ServerNotSaidRule, Diagnose.StagingCertificateRule,
        Diagnose.NameNotPublicRule, Diagnose.SolverWithCommandRule, Diagnose.CertificateHiddenRule, Diagnose.SeveralSolversRule,
        Diagnose.DnsWithoutFlowRule,

        Diagnose.ImageNotPinnedRule, Diagnose.ImageShortNameRule, Diagnose.HealthMissingRule, Diagnose.SingleBackendRule,
        Diagnose.BalanceModeRule, Diagnose.TooOldPodmanRule, Diagnose.SharedVolumeRule, Diagnose.DeviceCompanionRule,
        Diagnose.PodmanUnsupportedRule, Diagnose.ValueNotWritableRule, Diagnose.MountTakenRule, Diagnose.BalanceToItselfRule,
        Diagnose.BalancePortRule, Diagnose.BalanceWithoutTlsRule,

        Diagnose.BalanceWithoutTargetRule, Diagnose.UnknownServerRule, Diagnose.AllDrainedRule, Diagnose.RouteUnreadableRule,
        Diagnose.NeedsHttpRule, Diagnose.MailWithoutProxyRule, Diagnose.ProxyPortExposedRule, Diagnose.StatisticsExposedRule,
        Diagnose.StatisticsMisplacedRule, Diagnose.RedirectWithoutTlsRule, Diagnose.ServerTwiceRule, Diagnose.RouteWithoutCertificateRule, Diagnose.RedirectBesidePoolRule,
        Diagnose.VfioWithoutInterfaceRule, Diagnose.DeviceOwnerRule, Diagnose.AttachParentRule, Diagnose.AttachUnenforcedRule,
        Diagnose.AttachFlowRule, Diagnose.AttachRootlessRule, Diagnose.AttachPortRule, Diagnose.AttachAddressRule,
        Diagnose.AttachWirelessRule, Diagnose.PassthruSharedRule,

        Diagnose.TemplateUnknownRule, Diagnose.TemplateInvalidRule, Diagnose.TemplateUnreadableRule,

        Diagnose.TimerUnreadableRule, Diagnose.BackupInsideRule, Diagnose.BackupSharedRule, Diagnose.DumpImpossibleRule,
        Diagnose.BackupTwiceRule, Diagnose.BackupOfFolderRule, Diagnose.BackupTornRule,

        Diagnose.ReportUnreadableRule, Diagnose.NotAReportRule, Diagnose.ReportFormatRule, Diagnose.ReportDamagedRule,
        Diagnose.ReportUnknownHostRule, Diagnose.ReportTwiceRule, Diagnose.ReportTooLargeRule, Diagnose.ReportMissingRule,
        Diagnose.ReportElsewhereRule,

        Diagnose.SysctlNotNamespacedRule, Diagnose.SysctlNotInheritedRule, Diagnose.ForwardingOffRule, Diagnose.UnusedHostRule,
        Diagnose.SysctlUnknownRule, Diagnose.SysctlValueRule, Diagnose.SysctlDoubtfulRule, Diagnose.SysctlCommaRule,
        Diagnose.UplinkUnknownRule, Diagnose.LowPortsForAllRule,

        Diagnose.ImportNotCarriedRule, Diagnose.ImportFormRule, Diagnose.ImportNotComposeRule, Diagnose.ImportVariableRule, Diagnose.ImportSecretRule,
        Diagnose.ImportAdaptedRule, Diagnose.ImportNotNetworksRule, Diagnose.ImportRefusedRule,

        Diagnose.OutputEditedRule, Diagnose.OutputForeignRule, Diagnose.OutputOutdatedRule, Diagnose.ManifestConflictRule,
        Diagnose.ManifestNewerRule, Diagnose.OutputUnwritableRule, Diagnose.OutputUnreadableRule, Diagnose.OutputBlockedRule,
        Diagnose.OutputLinkRule, Diagnose.OutputBusyRule,
    ];
}
