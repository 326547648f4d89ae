using PodPlay.Testing.Tools;

namespace PodPlay.Tools;

public class ApacheCheckTests
{
    private const string Name = "ServerName test\n";

    private static Verdict Check(Debian debian, string ports)
    {
        using var tree = TempTree.Of(("etc/apache2/ports.conf", Name + ports));
        return ApacheCheck.Check(debian, tree.Root, ApacheCheck.DebianConfiguration, ApacheCheck.BothFamilies(80));
    }

    [ToolTheory]
    [InlineData(Debian.Bookworm)]
    [InlineData(Debian.Trixie)]
    public void One_Listen_serves_both_families(Debian debian) => Check(debian, "Listen 80\n").MustAccept();

    /// <summary>The pair of the original description: "Syntax OK", and yet it cannot start.</summary>
    [ToolTheory]
    [InlineData(Debian.Bookworm)]
    [InlineData(Debian.Trixie)]
    public void The_pair_of_Listen_lines_does_not_start(Debian debian) =>
        Check(debian, "Listen 80\nListen [::]:80\n").MustReject("the server ended with exit code 1");

    [ToolFact]
    public void One_family_alone_is_noticed() =>
        Check(Debian.Trixie, "Listen 0.0.0.0:80\n").MustReject("nothing listens on ::1 port 80");

    [ToolFact]
    public void A_directive_that_does_not_exist_is_rejected() =>
        Check(Debian.Trixie, "Lisen 80\n").MustReject("Invalid command 'Lisen'");
}
