using System.Text.RegularExpressions;
using PodPlay.Testing;
using PodPlay.Testing.Tools;
using PodPlay.Text;

namespace PodPlay.Cli;

/// <summary>
/// The program itself, on real files and real mounts: whatever it is given, exit code 1 or 2, exactly one finding, no crash, and the
/// output of an earlier run stays as it was.
/// </summary>
public sealed class BadInputProgramTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("podplay-program-").FullName;

    private string Spec => Path.Combine(_folder, "podplay.yaml");

    public BadInputProgramTests() => File.Copy(Repository.PathOf("samples/quickstart/podplay.yaml"), Spec);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [ProgramTheory]
    [MemberData(nameof(BadSpecs.Names), MemberType = typeof(BadSpecs))]
    public void A_bad_spec_costs_nothing_of_an_earlier_output(string what)
    {
        PodPlayProgram.Script(_folder, "podplay gen");
        File.WriteAllBytes(Spec, BadSpecs.BytesOf(what));
        Refuses(BadSpecs.ExitCodeOf(what), BadSpecs.CodeOf(what), "podplay gen");
    }

    [ProgramTheory]
    [InlineData("by its name", "podplay gen -f none.yaml")]
    [InlineData("in a folder that is not there", "podplay gen -f no/such/podplay.yaml")]
    [InlineData("a folder", "podplay gen -f .")]
    // Root reads everything, unless it may not override permissions.
    [InlineData("not readable", "chmod 000 podplay.yaml; export -f podplay; setpriv --bounding-set=-dac_override,-dac_read_search bash -c 'podplay gen'; code=$?; chmod 644 podplay.yaml; exit $code")]
    [InlineData("an endless device", "podplay gen -f /dev/zero")]
    public void A_spec_that_cannot_be_read_is_one_finding(string what, string script) =>
        Refuses(2, what == "an endless device" ? "PP118" : "PP116", script);

    [ProgramTheory]
    [InlineData("PP907", "chmod 000 output/*/etc; export -f podplay; setpriv --bounding-set=-dac_override,-dac_read_search bash -c 'podplay gen'; code=$?; chmod 755 output/*/etc; exit $code")]
    [InlineData("PP149", "d=$(mktemp -d); ln -s \"$(command -v dotnet)\" \"$d\"; PATH=$d podplay diff --against main; code=$?; rm -r \"$d\"; exit $code")]
    public void What_it_needs_and_cannot_have_is_one_finding(string code, string script)
    {
        PodPlayProgram.Script(_folder, "podplay gen");
        Refuses(2, code, script);
    }

    [ProgramFact]
    public void Standard_input_that_never_ends_is_one_finding() => Refuses(2, "PP118", "yes '# podplay' 2>/dev/null | podplay gen -f - -o output");

    [ProgramFact]
    public void Binary_from_standard_input_is_one_finding() => Refuses(2, "PP117", "head -c 100000 /dev/urandom | podplay gen -f - -o output");

    [ProgramFact]
    public void Without_any_spec_it_says_how_to_start_one()
    {
        File.Delete(Spec);
        // The search ends at a repository's root, whatever else lies above.
        Directory.CreateDirectory(Path.Combine(_folder, ".git"));
        var run = PodPlayProgram.Script(_folder, "podplay gen");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("podplay init", run.Error, StringComparison.Ordinal);
    }

    [ProgramFact]
    public void A_read_only_file_system_takes_nothing_and_loses_nothing() => Refuses(2, "PP906", """
        mkdir m; mount -t tmpfs tmpfs m; cp podplay.yaml m; cd m
        podplay gen >/dev/null; sed -i s/2.8.4/2.9.0/ podplay.yaml; find . -type f -exec sha256sum {} + >/tmp/podplay-before.$$
        mount -o remount,ro "$PWD"; cd "$PWD"
        podplay gen; code=$?
        sha256sum --quiet -c /tmp/podplay-before.$$ >&2; rm /tmp/podplay-before.$$
        exit $code
        """);

    [ProgramFact]
    public void A_read_only_file_system_without_any_output_stays_empty() => Refuses(2, "PP906", """
        mkdir m; mount -t tmpfs tmpfs m; cp podplay.yaml m; cd m; mount -o remount,ro "$PWD"; cd "$PWD"
        podplay gen; code=$?
        [ "$(ls)" = podplay.yaml ] || echo "something else is there: $(ls)" >&2
        exit $code
        """);

    [ProgramFact]
    public void A_read_only_file_system_can_be_checked_and_is_left_alone_when_nothing_changes()
    {
        var run = PodPlayProgram.Script(_folder, """
            mkdir m; mount -t tmpfs tmpfs m; cp podplay.yaml m; cd m; podplay gen >/dev/null; mount -o remount,ro "$PWD"; cd "$PWD"
            podplay gen && podplay gen --check && podplay check
            """);
        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Matches(@"^output/ is up to date \(\d+ files\)\n$", run.Output);
    }

    [ProgramFact]
    public void A_disk_that_is_full_takes_nothing_and_loses_nothing() => Refuses(2, "PP906", """
        mkdir m; mount -t tmpfs -o size=1m tmpfs m; cp podplay.yaml m; cd m
        podplay gen >/dev/null; sed -i s/2.8.4/2.9.0/ podplay.yaml; dd if=/dev/zero of=filler bs=4k 2>/dev/null
        find . -type f -exec sha256sum {} + >/tmp/podplay-before.$$
        podplay gen; code=$?
        sha256sum --quiet -c /tmp/podplay-before.$$ >&2; rm /tmp/podplay-before.$$
        exit $code
        """);

    [ProgramFact]
    public void An_output_that_is_a_file_is_left_alone()
    {
        File.WriteAllText(Path.Combine(_folder, "output"), "precious");
        Refuses(2, "PP908", "podplay gen");
        Refuses(2, "PP908", "podplay gen --force");
    }

    [ProgramFact]
    public void A_link_out_of_the_tree_is_not_followed()
    {
        File.WriteAllText(Path.Combine(_folder, "precious.nft"), "precious");
        PodPlayProgram.Script(_folder, "podplay gen; ln -sf ../../../../precious.nft output/home/etc/nftables.d/podplay.nft");
        Refuses(2, "PP909", "podplay gen");
        Refuses(2, "PP909", "podplay gen --force");
    }

    [ProgramFact]
    public void A_folder_that_became_a_link_is_not_followed()
    {
        PodPlayProgram.Script(_folder, "podplay gen; mkdir elsewhere; mv output/home/etc elsewhere; ln -s ../../elsewhere/etc output/home/etc");
        Refuses(2, "PP909", "podplay gen --force");
    }

    private void Refuses(int exitCode, string code, string script)
    {
        var before = Tree();
        var run = PodPlayProgram.Script(_folder, script);
        Assert.True(run.ExitCode == exitCode, run.ToString());
        Assert.StartsWith($"error[{code}] ", run.Error, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(run.Error, @"^(error|warning)\[", RegexOptions.Multiline));
        Assert.Matches(@"\n1 error\n(nothing was written\n)?$", run.Error);
        Assert.DoesNotContain("Exception", run.Error + run.Output, StringComparison.Ordinal);
        Assert.Equal("", run.Output);
        Assert.Equal(before, Tree());
    }

    /// <summary>Every file with what is in it, links with their target.</summary>
    private List<string> Tree() =>
    [
        .. Directory.EnumerateFiles(_folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None })
            .Order(StringComparer.Ordinal)
            .Select(f => $"{f} {new FileInfo(f).LinkTarget} {Sha256.Hex(File.ReadAllBytes(f))}"),
    ];
}
