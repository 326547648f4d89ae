namespace PodPlay.Testing.Tools;

/// <summary>Podman 5.4.2 (Debian 13) on a container whose image is busybox alone: nothing is pulled.</summary>
internal static class PodmanRun
{
    // crun looks at /sys/fs/cgroup even where it makes no cgroup. 125 is podman's word for its own refusals, and in-root's
    // for not having started; hence 1.
    private const string Script = """
        mount -t cgroup2 cgroup2 /sys/fs/cgroup || exit
        mkdir -p /tmp/image/bin && for name in sh cat true; do cp /bin/busybox /tmp/image/bin/$name; done
        tar -C /tmp/image -c . | podman --storage-driver vfs import - localhost/test:1 >/dev/null 2>&1 || exit 1
        verb=$1; shift
        options=(); while [ "$1" != -- ]; do options+=("$1"); shift; done; shift
        podman --storage-driver vfs --cgroup-manager cgroupfs "$verb" --rm --cgroups disabled "${options[@]}" localhost/test:1 "$@" || { code=$?; exit $((code == 125 ? 1 : code)); }
        """;

    /// <param name="tree">The tree of a host, for podman's own configuration.</param>
    public static ToolResult InContainer(string? tree, IReadOnlyList<string> options, params IReadOnlyList<string> command) =>
        InRoot.Script(Debian.Trixie, tree, Script, ["run", .. options, "--", .. command]);

    /// <summary>Only podman's own checks; nothing is started.</summary>
    public static ToolResult Create(params IReadOnlyList<string> options) =>
        InRoot.Script(Debian.Trixie, null, Script, ["create", .. options, "--", "true"]);
}
