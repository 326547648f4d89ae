using System.Text;
using System.Text.Json;
using PodPlay.Changes;
using PodPlay.Drift;
using PodPlay.Samples;
using PodPlay.Testing;
using PodPlay.Text;

namespace PodPlay.Cli;

/// <summary><c>podplay drift</c> on reports of samples/seed.</summary>
public sealed class DriftTests : IDisposable
{
    private static readonly string Seed = Repository.PathOf("samples/seed/podplay.yaml");

    private static readonly ChangeSide Rendered = HostSays.Spec("seed");

    private readonly string _folder = Directory.CreateTempSubdirectory("podplay-drift-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_clean_host_is_exit_0_and_one_line_and_hosts_without_a_report_are_named()
    {
        var run = Drift("--from", Save("main"));
        Assert.Equal((0, "main: as the spec says\nfast: no report\n", ""), (run.ExitCode, run.Out, run.Error));
        Assert.Equal("main: as the spec says\n", Drift("--from", Save("main"), "--host", "main").Out);
    }

    [Fact]
    public void Drift_is_exit_1_grouped_by_kind_with_place_and_cure()
    {
        var run = Drift("--from", Save("main", Break), "--host", "main");
        Assert.Equal(1, run.ExitCode);
        Assert.Equal("""
            main: 2 deviations from the spec

              changed on the host
                unit db.service is inactive
                  spec: services.db (PLACE)
                  do:   systemctl start db.service

              unknown extra
                table inet other has no chain that the kernel calls
                  spec: hosts.main (PLACE)
                  do:   nft list table inet other shows it; nft delete table inet other


            """, System.Text.RegularExpressions.Regex.Replace(run.Out, @"\([^()]*samples/seed/podplay\.yaml:\d+\)", "(PLACE)"));
    }

    [Fact]
    public void What_is_known_may_stay()
    {
        Assert.Equal(1, Drift("--from", Save("main", Break), "--known", "table inet other").ExitCode);
        Assert.Equal(1, Drift("--from", Save("main", Break), "--known", "unit *").ExitCode);
        Assert.Equal(0, Drift("--from", Save("main", Break), "--known", "table inet *", "--known", "unit db.service").ExitCode);
    }

    [Fact]
    public void Programs_read_the_same_as_json()
    {
        var run = Drift("--from", Save("main", Break), "--format", "json");
        Assert.Equal(1, run.ExitCode);
        var answer = JsonDocument.Parse(run.Out).RootElement;
        Assert.Equal((1, false, "fast"), (answer.GetProperty("format").GetInt32(), answer.GetProperty("clean").GetBoolean(), answer.GetProperty("unreported")[0].GetString()));
        var unit = answer.GetProperty("hosts")[0].GetProperty("deviations")[0];
        Assert.Equal(("changed", "unit db.service", "services.db", "systemctl start db.service"),
            (unit.GetProperty("kind").GetString(), unit.GetProperty("subject").GetString(), unit.GetProperty("path").GetString(), unit.GetProperty("do").GetString()));
        Assert.EndsWith("samples/seed/podplay.yaml", unit.GetProperty("file").GetString(), StringComparison.Ordinal);
        Assert.True(unit.GetProperty("line").GetInt32() > 1);
    }

    [Fact]
    public void Reports_come_from_several_files_from_one_and_from_standard_input()
    {
        const string both = "fast: as the spec says\nmain: as the spec says\n";
        Assert.Equal(both, Drift("--from", Save("main"), "--from", Save("fast")).Out);
        var together = Text("main") + Text("fast");
        Assert.Equal(both, Drift("--from", Write("both", together)).Out);
        Assert.Equal(both, CliRun.Of(["drift", "-f", Seed, "--from", "-"], CliRun.Utf8(together)).Out);
    }

    [Fact]
    public void A_file_that_is_no_report_of_the_spec_is_exit_2_and_one_finding()
    {
        Refuses("PP760", "--from", Path.Combine(_folder, "none"));
        Refuses("PP760", "--from", _folder);
        Refuses("PP761", "--from", Write("binary", "\0\u0001\u0002"));
        Refuses("PP762", "--from", Write("newer", "podplay report 2\n"));
        Refuses("PP763", "--from", Write("half", Text("main")[..5000]));
        Refuses("PP764", "--from", Save("main", s => s.Edit("host", "name\tmain", "name\tmian")));
        Refuses("PP764", "--from", Save("main"), "--host", "mian");
        Refuses("PP765", "--from", Save("main"), "--from", Write("again", Text("main")));
        Refuses("PP766", "--from", "/dev/zero");
        Refuses("PP767", "--from", Save("main"), "--host", "fast");
        Refuses("PP768", "--from", Save("main", s => s["host"].RemoveAll(l => l.StartsWith("address", StringComparison.Ordinal))));
    }

    [Fact]
    public void One_bad_report_among_good_ones_keeps_all_answers_back() => Refuses("PP761", "--from", Save("main"), "--from", Write("bad", "x"));

    [Fact]
    public void Without_reports_it_is_wrong_usage() => Assert.Equal(2, Drift().ExitCode);

    [Fact]
    public void A_spec_with_errors_is_exit_1_as_for_every_command() => Assert.Equal(1, CliRun.Of("drift", "-f", Repository.PathOf("samples/seed-literal.yaml"), "--from", Save("main")).ExitCode);

    [Fact]
    public void Words_of_a_host_cannot_move_the_cursor()
    {
        var run = Drift("--from", Save("main", s => s["found"].Add("/etc/podplay/\u001b[2J")));
        Assert.Equal(1, run.ExitCode);
        Assert.DoesNotContain('\u001b', run.Out);
    }

    [Fact]
    public void A_serial_goes_on_from_what_gen_wrote()
    {
        // What was written by an earlier spec counts on: the host has what gen writes, and not what a first gen would.
        var output = Path.Combine(_folder, "output");
        var spec = Write("podplay.yaml", InMemory.Text("seed").Replace("at: 11", "at: 15", StringComparison.Ordinal));
        Assert.Equal(0, CliRun.Of("gen", "-q", "-f", spec, "-o", output).ExitCode);
        Assert.Equal(0, CliRun.Of("gen", "-q", "-f", Seed, "-o", output).ExitCode);
        var zone = Directory.EnumerateFiles(output, "podplay.internal.zone", SearchOption.AllDirectories).Single();
        var path = Path.GetRelativePath(Path.Combine(output, "main"), zone);
        var written = Sha256.Hex(File.ReadAllBytes(zone));
        void Numbered(HostSays says)
        {
            var line = says["files"].Single(l => l.EndsWith(path, StringComparison.Ordinal)).Split('\t')[1];
            Assert.NotEqual(written, line);
            says.Edit("files", line, written);
            says.Edit("manifest", line, written);
        }
        Assert.DoesNotContain("podplay.internal.zone", Drift("--from", Save("main", Numbered), "-o", output).Out, StringComparison.Ordinal);
        Assert.Contains("podplay.internal.zone", Drift("--from", Save("main", Numbered), "-o", _folder).Out, StringComparison.Ordinal);
    }

    private static void Break(HostSays says)
    {
        says.Edit("units", "db.service\tloaded\tactive", "db.service\tloaded\tinactive");
        says["tables"].Add("table\tinet\tother\t-\t-\t-");
    }

    private static CliRun Drift(params string[] arguments) => CliRun.Of(["drift", "-f", Seed, .. arguments]);

    private static void Refuses(string code, params string[] arguments)
    {
        var run = Drift(arguments);
        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.StartsWith($"error[{code}] ", run.Error, StringComparison.Ordinal);
        Assert.EndsWith("\n1 error\n", run.Error, StringComparison.Ordinal);
    }

    private static string Text(string host, Action<HostSays>? edit = null)
    {
        var says = new HostSays(Rendered, host);
        edit?.Invoke(says);
        return says.ToString();
    }

    private string Save(string host, Action<HostSays>? edit = null) => Write($"{host}.report", Text(host, edit));

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text, new UTF8Encoding(false));
        return path;
    }
}
