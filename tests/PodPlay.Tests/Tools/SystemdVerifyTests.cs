using PodPlay.Testing.Tools;

namespace PodPlay.Tools;

public class SystemdVerifyTests
{
    private const string Unit = """
        [Unit]
        Description=test
        [Service]
        Type=oneshot
        ExecStart=/usr/sbin/nft -f /etc/nftables.conf
        [Install]
        WantedBy=multi-user.target

        """;

    private static Verdict Check(Debian debian, string unit)
    {
        using var tree = TempTree.Of(("etc/systemd/system/podplay-test.service", unit));
        return SystemdVerify.Check(debian, tree.Root, "/etc/systemd/system/podplay-test.service");
    }

    [ToolTheory]
    [InlineData(Debian.Bookworm)]
    [InlineData(Debian.Trixie)]
    public void A_good_unit_is_accepted(Debian debian) => Check(debian, Unit).MustAccept();

    /// <summary>systemd-analyze ends with 0 here.</summary>
    [ToolTheory]
    [InlineData(Debian.Bookworm)]
    [InlineData(Debian.Trixie)]
    public void An_unknown_directive_is_rejected(Debian debian) =>
        Check(debian, Unit.Replace("Type=", "Tipe=", StringComparison.Ordinal)).MustReject("Tipe");

    [ToolFact]
    public void A_program_that_is_not_there_is_rejected() =>
        Check(Debian.Trixie, Unit.Replace("sbin/nft", "sbin/nfd", StringComparison.Ordinal)).MustReject("/usr/sbin/nfd");
}
