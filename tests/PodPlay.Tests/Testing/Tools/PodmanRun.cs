namespace PodPlay.Testing.Tools;

/// <summary>Runs a container of podman 5.4.2 (Debian 13) whose image is busybox alone: nothing is pulled.</summary>
internal static class PodmanRun
{
    // crun looks at /sys/fs/cgroup even where it makes no cgroup.
    private const string Script = """
        mount -t cgroup2 cgroup2 /sys/fs/cgroup || exit
        mkdir -p /tmp/image/bin && for name in sh cat true; do cp /bin/busybox /tmp/image/bin/$name; done
        tar -C /tmp/image -c . | podman --storage-driver vfs import - localhost/test:1 >/dev/null 2>&1 || exit
        options=(); while [ "$1" != -- ]; do options+=("$1"); shift; done; shift
        exec podman --storage-driver vfs --cgroup-manager cgroupfs run --rm --cgroups disabled "${options[@]}" localhost/test:1 "$@"
        """;

    /// <param name="tree">The tree of a host, for podman's own configuration.</param>
    public static ToolResult InContainer(string? tree, IReadOnlyList<string> options, params IReadOnlyList<string> command) =>
        InRoot.Script(Debian.Trixie, tree, Script, [.. options, "--", .. command]);
}
