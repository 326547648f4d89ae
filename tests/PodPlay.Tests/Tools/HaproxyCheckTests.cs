using System.Net;
using PodPlay.Testing.Tools;

namespace PodPlay.Tools;

public class HaproxyCheckTests
{
    private const string Configuration = """
        defaults
            mode http
            timeout connect 5s
            timeout client 30s
            timeout server 30s
        frontend web
            bind 0.0.0.0:80
            bind [2001:db8::5]:80
            default_backend apache
        backend apache
            server apache-1 192.0.2.1:80

        """;

    [ToolTheory]
    [InlineData(Debian.Bookworm)]
    [InlineData(Debian.Trixie)]
    public void A_good_configuration_is_accepted_and_starts(Debian debian)
    {
        using var tree = TempTree.Of(("etc/haproxy/test.cfg", Configuration));
        HaproxyCheck.Check(debian, tree.Root, "/etc/haproxy/test.cfg").MustAccept();
        IPEndPoint[] bound = [IPEndPoint.Parse("127.0.0.1:80"), IPEndPoint.Parse("[2001:db8::5]:80")];
        HaproxyCheck.Start(debian, tree.Root, "/etc/haproxy/test.cfg", bound).MustAccept();
        HaproxyCheck.Start(debian, tree.Root, "/etc/haproxy/test.cfg", [.. bound, IPEndPoint.Parse("[::1]:80")])
            .MustReject("nothing listens on ::1 port 80");
    }

    [ToolTheory]
    [InlineData(Debian.Bookworm)]
    [InlineData(Debian.Trixie)]
    public void A_missing_timeout_is_rejected(Debian debian)
    {
        using var tree = TempTree.Of(
            ("etc/haproxy/test.cfg", Configuration.Replace("    timeout server 30s\n", "", StringComparison.Ordinal)));
        HaproxyCheck.Check(debian, tree.Root, "/etc/haproxy/test.cfg").MustReject("missing timeouts for backend 'apache'");
    }

    /// <summary>A diagnostic alone leaves the exit code 0.</summary>
    [ToolTheory]
    [InlineData(Debian.Bookworm)]
    [InlineData(Debian.Trixie)]
    public void A_diagnostic_is_rejected(Debian debian)
    {
        using var tree = TempTree.Of(("etc/haproxy/test.cfg", Configuration + "global\n    nbthread 1\n"));
        HaproxyCheck.Check(debian, tree.Root, "/etc/haproxy/test.cfg").MustReject("[DIAG]");
    }
}
