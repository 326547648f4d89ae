using System.Globalization;

namespace PodPlay.Testing.Tools;

/// <summary>The Quadlet generator of podman 5.4.2 (Debian 13), on the folders where a host has its units.</summary>
/// <remarks>
/// It exits with 1 on any error, but only warns of other things on standard error; both are complaints. No unit found is exit code 0,
/// hence a complaint of our own. A file with a byte order mark is skipped without a word: compare <see cref="QuadletRun.Units"/> with the files.
/// </remarks>
internal static class QuadletGenerator
{
    private const string Generator = "/usr/libexec/podman/quadlet";

    private const string AsUser = $"""
        useradd --uid "$1" --create-home rootless &&
        exec setpriv --reuid "$1" --regid "$1" --clear-groups env HOME=/home/rootless USER=rootless XDG_RUNTIME_DIR="/run/user/$1" \
            {Generator} -dryrun -user
        """;

    /// <summary>The units of root, below etc/containers/systemd of the tree (the generator itself leaves out users/).</summary>
    public static QuadletRun Rootful(string tree) => Read(InRoot.Run(Debian.Trixie, tree, Generator, "-dryrun"));

    /// <summary>The units of one user, below etc/containers/systemd/users/UID of the tree, run as that user.</summary>
    public static QuadletRun Rootless(string tree, int uid) =>
        Read(InRoot.Script(Debian.Trixie, tree, AsUser, uid.ToString(CultureInfo.InvariantCulture)));

    private static QuadletRun Read(ToolResult result)
    {
        var units = Units(result.Output);
        var complaints = result.ErrorLines.Where(line => !line.Contains(": Loading source unit file ", StringComparison.Ordinal)).ToList();
        if (units.Count == 0 && complaints.Count == 0)
        {
            complaints.Add("the generator made no unit");
        }

        return new QuadletRun(Verdict.Of(result, complaints), units);
    }

    /// <summary><c>-dryrun</c> prints each unit after a line <c>---NAME.service---</c>.</summary>
    private static List<QuadletUnit> Units(string output)
    {
        var units = new List<QuadletUnit>();
        var entries = new List<(string, string, string)>();
        var section = "";
        // Not trimmed: a last argument may end with a blank that systemd, which trims ASCII only, keeps.
        foreach (var line in output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.StartsWith("---", StringComparison.Ordinal) && line.EndsWith("---", StringComparison.Ordinal))
            {
                entries = [];
                units.Add(new QuadletUnit(line[3..^3], entries));
            }
            else if (line.StartsWith('[') && line.EndsWith(']'))
            {
                section = line[1..^1];
            }
            else if (line.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals && line[0] is not ('#' or ';'))
            {
                entries.Add((section, line[..equals], line[(equals + 1)..]));
            }
        }

        return units;
    }
}
