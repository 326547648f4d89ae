using PodPlay.Testing;
using PodPlay.Testing.Tools;

namespace PodPlay.Tests.Output;

/// <summary>
/// The real program on exFAT, which takes <c>A</c> and <c>a</c> for one name and keeps the capitals of the first, as a Mac's and Windows' disks do. Its driver is a
/// program (FUSE): kernels of test machines often have neither vfat nor the casefold option of ext4 and tmpfs.
/// </summary>
public sealed class CaseInsensitiveDiskTests : IDisposable
{
    // The mount and the loop device go with the namespace of the script.
    private const string Mount = """
        set -eu
        truncate -s 16M image; mkfs.exfat image >/dev/null
        device=$(losetup --find --show image); mkdir disk
        mount.exfat-fuse "$device" disk >/dev/null; losetup --detach "$device"
        trap 'cd "$OLDPWD"; umount disk' EXIT
        cp podplay.yaml disk; cd disk
        touch Probe; [ -e pROBE ] && [ "$(ls | grep -i probe)" = Probe ]; rm Probe
        sums() { find output -type f -exec sha256sum {} +; }
        podplay gen -q

        """;

    private readonly TempTree _folder = TempTree.Of(("podplay.yaml", File.ReadAllText(Repository.PathOf("samples/quickstart/podplay.yaml"))));

    public void Dispose() => _folder.Dispose();

    [ProgramFact("mount.exfat-fuse", "mkfs.exfat")]
    public void What_is_written_is_whole_and_nothing_is_left_over() => Silent("""
        podplay gen --check -q
        diff -r output "$OLDPWD/expected"
        [ ! -e output/.podplay-run ]
        touch marker; podplay gen -q; [ -z "$(find output -newer marker)" ]
        (cd output/home && sha256sum --quiet --strict -c ETC/podplay/manifest)
        """, "podplay gen -q; mv output expected");

    [ProgramFact("mount.exfat-fuse", "mkfs.exfat")]
    public void What_the_spec_no_longer_wants_goes_and_an_edit_stays() => Silent("""
        sed -i 's/home:/house:/' podplay.yaml
        podplay gen -q; podplay gen --check -q
        [ ! -e output/home ]
        echo mine >>output/HOUSE/etc/podplay/HOSTS; sums >before
        podplay gen -q 2>said && echo 'an edit was overwritten'
        grep -q '^error\[PP901\]' said || cat said
        sums | diff before -
        """);

    [ProgramTheory("mount.exfat-fuse", "mkfs.exfat")]
    [InlineData("output/home/etc/podplay/MANIFEST", "output/home/etc/podplay/Manifest")]
    [InlineData("output/NETWORK.md", "output/Network.md")]
    [InlineData("output/home", "output/Home")]
    [InlineData("output/home/etc/containers/systemd", "output/home/etc/containers/Systemd")]
    public void Other_capitals_are_told_and_nothing_is_written(string path, string other) => Silent($"""
        mv {path} aside; mv aside {other}; sed -i 's/:443/:444/; s/caddy:[0-9.]*/caddy:9.9.9/' podplay.yaml; sums >before
        for force in "" --force; do
            podplay gen -q $force 2>said && echo "it was written: $force"
            grep -qF 'error[PP908] output-blocked: {other} is in the way: this file system takes it for {path}' said || cat said
            [ "$(grep -c '^error' said)" = 1 ] || cat said
            sums | diff before -
        done
        """);

    private void Silent(string script, string before = "")
    {
        var run = PodPlayProgram.Script(_folder.Root, $"{before}\n{Mount}{script}", TimeSpan.FromMinutes(2));

        Assert.Equal((0, "", ""), (run.ExitCode, run.Output, run.Error));
    }
}
