using PodPlay.Diagnostics;
using PodPlay.Model.Resolve;

namespace PodPlay.Model.Checks;

/// <summary>Is the network as a whole possible and sensible? Each check looks at one kind of thing and goes on after a finding.</summary>
internal static class NetworkChecker
{
    public static void Check(Network network, SpecPlaces places, DiagnosticBag diagnostics)
    {
        SubnetChecks.Check(network, places, diagnostics);
        DualStackChecks.Check(network, places, diagnostics);
        // Where nobody knows which host something is on it was put on any: what hosts have for themselves would be told of the wrong one.
        var arePlaced = !diagnostics.Contains(Diagnose.UnknownHostRule) && !diagnostics.Contains(Diagnose.HostUnclearRule);
        if (arePlaced)
            HostPortChecks.Check(network, places, diagnostics);
        PortMeaningChecks.Check(network, places, diagnostics);
        RouterChecks.Check(network, places, diagnostics);
        MailChecks.Check(network, places, diagnostics);
        if (arePlaced)
            RootlessChecks.Check(network, places, diagnostics);
        FlowChecks.Check(network, places, diagnostics);
        ZoneChecks.Check(network, places, diagnostics);
        DomainChecks.Check(network, places, diagnostics);
        ResolverChecks.Check(network, places, diagnostics);
        NameChecks.Check(network, places, diagnostics);
        CertificateChecks.Check(network, places, diagnostics);
        IssueChecks.Check(network, places, diagnostics);
        ServiceChecks.Check(network, places, diagnostics);
        TimerChecks.Check(network, places, diagnostics);
        BackupChecks.Check(network, places, diagnostics);
        BalanceChecks.Check(network, places, diagnostics);
        LimitChecks.Check(network, places, diagnostics);
        LowPortChecks.Check(network, places, diagnostics);
        DeviceChecks.Check(network, places, diagnostics);
        AttachmentChecks.Check(network, places, diagnostics);
        PoolChecks.Check(network, places, diagnostics);
    }
}
