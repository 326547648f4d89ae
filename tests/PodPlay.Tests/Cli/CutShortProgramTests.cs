using System.Globalization;
using PodPlay.Testing.Tools;

namespace PodPlay.Tests.Cli;

/// <summary>
/// The real program, killed or refused at each of its system calls that changes the disk: strace(1) does it in the kernel's place, so
/// that nothing of the program's own is in between.
/// </summary>
public sealed class CutShortProgramTests : IDisposable
{
    // Every one that podplay or .NET changes a file system with; a run that makes none of a kind is simply whole.
    private const string Calls = "mkdir rename pwrite64 write unlink rmdir fchmod ftruncate";

    // A change of every kind: a host with another name is a tree that goes and one that comes.
    private const string Prepare = """
        set -u
        mkdir old new; cp podplay.yaml old; cp podplay.yaml new; sed -i 's/2.8.4/2.9.0/; s/home:/house:/; s/: 80 ->/: 81 ->/' new/podplay.yaml
        (cd old; podplay gen -q); (cd new; podplay gen -q); cp old/podplay.lock new 2>/dev/null; (cd new; podplay gen -q)
        fresh() { rm -rf now; cp -a old now; cp new/podplay.yaml now; }
        sums() { (cd "$1"; find output -type f ! -path 'output/.podplay-run/*' -exec sha256sum {} +); }
        { sums old; sums new; } >sums
        # Each file is the old one or the new one, never a part.
        whole() { sums now | grep -vxFf sums | sed "s/^/$1: torn: /"; }
        mended() {
            (cd now; podplay gen -q) || echo "$1: the next run fails"
            diff -r now new || echo "$1: the next run does not finish it"
        }
        cut() { (cd now; exec strace -f -qq -o /dev/null -e "trace=$1" -e "inject=$1:$2:when=$3" $program gen >../said 2>&1); }

        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("podplay-").FullName;

    public CutShortProgramTests() => File.WriteAllText(Path.Combine(_folder, "podplay.yaml"), """
        podplay: 1
        hosts:
          home: { address: [192.168.1.100], podman: "5.4" }
        zones:
          dmz: { subnets: [172.20.1.0/24], egress: internet }
        services:
          web:
            image: docker.io/library/caddy:2.8.4
            zone: dmz
            public: { http: 80 -> 8080 -> 80, https: 443 -> 8443 -> 443 }
        """);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [ProgramFact]
    public void Killed_at_each_change_of_the_disk_the_next_run_finishes() => AtEachChange("signal=KILL", """
        [ "$code" = 137 ] || break
        """, least: 60);

    [ProgramFact]
    public void A_disk_that_refuses_each_change_in_turn_is_one_finding_and_the_next_run_finishes() => AtEachChange("error=ENOSPC", """
        # No such call any more. What .NET tries and does not need (a mode, a folder's flush) may fail unseen.
        [ "$code" != 0 ] || { diff -rq now new >/dev/null && { fresh; break; }; }
        [ "$code" = 2 ] || echo "$call $k: exit code $code"
        grep -q '^error\[PP906\]' said || grep -q '^podplay: cannot write the answer: no space left' said || [ $call = write ] || echo "$call $k: $(cat said)"
        ! grep -E 'Exception|   at ' said || echo "$call $k: a stack trace"
        """, least: 50);

    [ProgramTheory]
    [InlineData("podplay explain PP101 >/dev/full", "podplay: cannot write the answer: no space left on the device\n")]
    [InlineData("podplay gen --stdout >/dev/full", "podplay: cannot write the answer: no space left on the device\n")]
    [InlineData("podplay gen --stdout >&-", "podplay: cannot write the answer: it is closed\n")]
    [InlineData("podplay --help >/dev/full", "podplay: cannot write the answer: no space left on the device\n")]
    [InlineData("podplay gen >/dev/full", "podplay: cannot write the answer: no space left on the device\n")]
    [InlineData("podplay check --no-such 2>/dev/full", "")]
    public void An_answer_that_nobody_can_take_is_said_in_one_line(string script, string error)
    {
        var run = PodPlayProgram.Script(_folder, script);

        Assert.Equal((2, error), (run.ExitCode, run.Error));
    }

    [ProgramFact]
    public void A_reader_who_has_seen_enough_is_no_fault()
    {
        var run = PodPlayProgram.Script(_folder, "set -o pipefail; podplay gen --stdout | head -n 1");

        Assert.Equal((0, "==> MANIFEST <==\n", ""), (run.ExitCode, run.Output, run.Error));
    }

    [ProgramFact]
    public void Of_many_runs_at_once_each_finishes_or_says_that_another_is_at_work()
    {
        var run = PodPlayProgram.Script(_folder, """
            for round in 1 2 3; do
                sed -i "s/caddy:.*/caddy:2.9.$round/" podplay.yaml
                for i in 1 2 3 4 5 6; do (podplay gen -q 2>"said.$i"; echo $? >"code.$i") & done; wait
                grep -qx 0 code.* || echo "round $round: none finished: $(cat said.*)"
                for i in 1 2 3 4 5 6; do
                    case $(cat "code.$i") in
                        0) ;;
                        2) grep -q '^error\[PP910\]' "said.$i" || cat "said.$i" ;;
                        *) echo "round $round: exit code $(cat "code.$i"): $(cat "said.$i")" ;;
                    esac
                done
                podplay gen --check -q || echo "round $round: not whole"
                [ ! -e output/.podplay-run ] || echo "round $round: something is left over"
            done
            """);

        Assert.Equal((0, "", ""), (run.ExitCode, run.Output, run.Error));
    }

    // Runs until a call has no k-th time.
    private void AtEachChange(string fault, string judge, int least)
    {
        var run = PodPlayProgram.Script(_folder, Prepare + $$"""
            cuts=0
            for call in {{Calls}}; do
                for ((k = 1; k < 200; k++)); do
                    fresh
                    code=0; cut $call {{fault}} $k 2>/dev/null || code=$?
                    {{judge}}
                    cuts=$((cuts + 1))
                    whole "$call $k"
                    mended "$call $k"
                done
            done 2>/dev/null
            echo $cuts
            """, TimeSpan.FromMinutes(10));
        var lines = run.Output.TrimEnd('\n').Split('\n');
        Assert.True(run.ExitCode == 0 && lines.Length == 1, run.ToString());
        Assert.InRange(int.Parse(lines[0], CultureInfo.InvariantCulture), least, 400);
    }
}
