using PodPlay.Samples;
using PodPlay.Text;

namespace PodPlay.Hostile;

/// <summary>Nothing secret leaves: a marker under a key that looks like a secret is in no message of any command in any format, whatever else is wrong there.</summary>
public sealed class SecretTests : IDisposable
{
    private const string Marker = "hunter2-s3cr3t-marker";

    private static readonly string[] Formats = ["text", "short", "json", "github", "sarif"];

    private readonly string _folder = Directory.CreateTempSubdirectory("podplay-secret-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private const string Head = """
        podplay: 1
        hosts: { main: { address: [192.168.1.100] } }
        zones: { dmz: { subnets: [172.20.1.0/24], egress: internet } }
        services:
          app:
            image: localhost/w:1.0.0
            zone: dmz

        """;

    /// <summary>What follows the head of a spec, each with something wrong at the secret itself.</summary>
    public static TheoryData<string> Errors =>
    [
        $"    environment: {{ DB_PASSWORD: {Marker} }}\n",
        $"    environment: {{ A: b, \"DB_PASSWORD\": \"{Marker}\", C: d }}\n",
        $"    environment:\n      DB_PASSWORD: |\n        one {Marker}\n        two {Marker}\n",
        $"    environment:\n      DB_PASSWORD: one\n        {Marker}\n",
        $"    environment:\n      DB_PASSWORD:\n        {Marker}\n",
        $"    environment:\n      DB_PASSWORD:\n        - {Marker}\n",
        $"    environment:\n      DB_PASSWORD: \"{Marker}\n",
        $"    environment:\n      DB_PASSWORD: '{Marker}\n",
        $"    environment:\n      DB_PASSWORD: {Marker}: x\n",
        $"    environment:\n      DB_PASSWORD: [{Marker}\n",
        $"    environment:\n      DB_PASSWORD: !x {Marker}\n",
        $"    environment:\n      DB_PASSWORD: @{Marker}\n",
        $"    environment:\n      DB_PASSWORD: \"\\q{Marker}\"\n",
        $"    environment:\n      DB_PASSWORD: {Marker}\u200b\n",
        $"    environment:\n      DB_PASSWORD: \"{Marker}\\u202e\"\n",
        $"    environment:\n\t  DB_PASSWORD: {Marker}\n",
        $"    environment:\n      DB_PASSWORD: {Marker}\n      DB_PASSWORD: {Marker}\n",
        $"    environment:\n      db-password: {Marker}\n",
        $"    environment:\n      - DB_PASSWORD={Marker}\n",
        $"    environment:\n      - \"DB_PASSWORD={Marker}\"\n      - DB_PASSWORD: {Marker}\n",
        $"    environment: DB_PASSWORD={Marker}\n",
        $"    environment: {{ URL: \"postgres://app:{Marker}@db/app\" }}\n",
        $"    environment: {{ URL: [\"postgres://app:{Marker}@db/app\"] }}\n",
        $"    environment: {{ DB_PASSWORD: {{ value: {Marker} }} }}\n",
        $"    db-password: {Marker}\n",
        $"    password: {Marker}\n    at: 1\n    at: 2\n",
        $"    secrets: {{ db-password: {Marker} }}\n",
        $"    secrets:\n      db-password: {Marker}\n",
        $"    command: run --password={Marker} \"open\n",
        $"    timer: \"%token={Marker}\"\n",
        $"    at: \"password={Marker}\"\n",
        $"token: {Marker}\n",
        $"x-env: &env {{ API_TOKEN: {Marker} }}\nx-b: [*env, *none]\n",
        $"include: [\"https://app:{Marker}@host/x.yaml\"]\n",
    ];

    [Theory]
    [MemberData(nameof(Errors))]
    public void No_message_shows_it(string rest)
    {
        File.WriteAllText(PathOf("podplay.yaml"), Head + rest);
        foreach (var command in new[] { new[] { "check" }, ["gen"], ["gen", "--diff"], ["gen", "--check"], ["diff", "--against", _folder], ["plan", "--against", _folder], ["can", "app", "internet"] })
        {
            foreach (var format in command[0] is "check" or "gen" ? Formats : ["text"])
            {
                string[] args = command[0] is "check" or "gen" ? [.. command, "--verbose", "--color", "always", "--format", format] : command;
                var run = CliRun.Of([.. args, "-f", PathOf("podplay.yaml")]);
                Assert.NotEqual(0, run.ExitCode);
                Assert.Contains("PP", run.Out + run.Error, StringComparison.Ordinal);
                Assert.DoesNotContain(Marker, run.Out + run.Error, StringComparison.Ordinal);
                Assert.DoesNotContain("s3cr3t", run.Out + run.Error, StringComparison.Ordinal);
            }
        }
    }

    /// <summary>An allowed secret is in the files, which is what was allowed; it is in no message about them.</summary>
    [Fact]
    public void No_patch_and_no_plan_shows_one_that_is_allowed()
    {
        var spec = $"{Head}    # podplay: allow PP112 - for the demonstration\n    environment: {{ DB_PASSWORD: \"{Marker}\", URL: x }}\n";
        Directory.CreateDirectory(PathOf("before"));
        File.WriteAllText(PathOf("before/podplay.yaml"), spec.Replace(Marker, $"old-{Marker}", StringComparison.Ordinal));
        File.WriteAllText(PathOf("podplay.yaml"), spec);
        string[] file = ["-f", PathOf("podplay.yaml")];
        AllHide(["gen", "--diff", .. file], ["diff", "--against", PathOf("before"), .. file], ["plan", "--against", PathOf("before"), .. file], ["diff", "--against", PathOf("before"), "--format", "json", .. file]);

        Assert.Equal(0, CliRun.Of(["gen", .. file]).ExitCode);
        var unit = PathOf("output/main/etc/containers/systemd/app.container");
        Assert.Contains(Marker, File.ReadAllText(unit), StringComparison.Ordinal);
        // Edited by hand: the finding shows the edit as a patch.
        File.AppendAllText(unit, $"Environment=OTHER_TOKEN={Marker}\n");
        AllHide([.. Formats.Select(f => (string[])["gen", "--format", f, .. file]), ["gen", "--diff", .. file], ["gen", "--check", .. file], ["gen", "--force", "--diff", .. file]]);
    }

    [Theory]
    [InlineData("secrets: { db-password: DB_PASSWORD }", "secrets: { db-password: DB_PASSWORD }")]
    [InlineData("web -> token: http", "web -> token: http")]
    [InlineData("  token:\n    image: x", "  token:\n    image: x")]
    [InlineData("private: { token: 8080 }", "private: { token: 8080 }")]
    [InlineData("POSTGRES_PASSWORD_FILE: /run/secrets/x", "POSTGRES_PASSWORD_FILE: /run/secrets/x")]
    [InlineData("Environment=\"A_TOKEN=x y\" B=c", "Environment=\"A_TOKEN=*******\" B=c")]
    [InlineData("+Environment=A_TOKEN=x", "+Environment=A_TOKEN=*******")]
    [InlineData("{ A_TOKEN: x, B: y }", "{ A_TOKEN: *******, B: y }")]
    [InlineData("A_TOKEN: x # y", "A_TOKEN: ******* # y")]
    public void What_only_looks_like_one_stays(string text, string shown) => Assert.Equal(shown, SecretText.Hide(text));

    private static void AllHide(params string[][] commands) => Assert.All(commands, c =>
    {
        var run = CliRun.Of(c);
        Assert.NotEmpty(run.Out + run.Error);
        Assert.DoesNotContain(Marker, run.Out + run.Error, StringComparison.Ordinal);
    });

    private string PathOf(string path) => Path.Combine(_folder, path);
}
