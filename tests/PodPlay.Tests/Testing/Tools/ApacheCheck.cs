using System.Net;

namespace PodPlay.Testing.Tools;

/// <summary>Apache 2.4: the syntax check, then a real start with the sockets up on both families.</summary>
internal static class ApacheCheck
{
    /// <summary>What Debian's apache2ctl does before it starts the server: the variables and folders of the packaged configuration.</summary>
    private const string Prepare = """. /etc/apache2/envvars; mkdir -p "$APACHE_RUN_DIR" "$APACHE_LOCK_DIR"; """;

    /// <summary>Debian's own main file, which includes ports.conf and the enabled sites.</summary>
    public const string DebianConfiguration = "/etc/apache2/apache2.conf";

    /// <param name="tree">What the container sees.</param>
    /// <param name="file">Absolute path of the main file; <see cref="DebianConfiguration"/> for <c>layout: debian</c>.</param>
    /// <returns>The words of the syntax check (all but "Syntax OK"), or else those of the start.</returns>
    public static Verdict Check(Debian debian, string tree, string file, params IReadOnlyList<IPEndPoint> listeners)
    {
        var syntax = InRoot.Script(debian, tree, Prepare + """exec apache2 -t -f "$1" """, file);
        var verdict = Verdict.Of(syntax, syntax.ErrorLines.Where(line => line != "Syntax OK"));
        return verdict.Accepted
            ? ServerStart.Run(debian, tree, Prepare, """apache2 -D FOREGROUND -f "$FILE" """, file, listeners)
            : verdict;
    }

    /// <summary>The loopback addresses of both families for each port: what <c>Listen PORT</c> must give.</summary>
    public static IReadOnlyList<IPEndPoint> BothFamilies(params IReadOnlyList<int> ports) =>
        ports.SelectMany(port => new IPEndPoint[] { new(IPAddress.Loopback, port), new(IPAddress.IPv6Loopback, port) }).ToList();
}
