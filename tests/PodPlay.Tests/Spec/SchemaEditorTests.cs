using PodPlay.Testing;
using PodPlay.Testing.Tools;

namespace PodPlay.Spec;

/// <summary>What people see in their editor: the real YAML language server with podplay's schema.</summary>
public sealed class SchemaEditorTests
{
    private static readonly SortedDictionary<string, (string Old, string New, string Finding)> Mistakes = new(StringComparer.Ordinal)
    {
        ["an unknown key"] = ("    zone: dmz", "    zone: dmz\n    device: [/dev/fuse]", "10:5: Property device is not allowed."),
        ["a key at the wrong level"] = ("hosts:", "image: caddy\nhosts:", "2:1: Property image is not allowed."),
        ["a missing key"] = ("    image: docker.io/library/caddy:2.8.4\n", "", "7:3: Missing property \"image\"."),
        ["a word that is no choice"] = ("egress: internet", "egress: all", "5:44: expected none or internet"),
        ["a port as compose spells it"] = ("80 -> 8080 -> 80", "\"8080:80\"", "11:13: expected a port: 80, 53/tcp+udp, 6000-6010, or with arrows 80 -> 8080 -> 80"),
        ["a port that is none"] = ("80 -> 8080 -> 80", "80 -> 80800 -> 80", "11:13: expected a port: 80, 53/tcp+udp, 6000-6010, or with arrows 80 -> 8080 -> 80"),
        ["text for a number"] = ("    zone: dmz", "    zone: dmz\n    replicas: three", "10:15: expected a whole number from 1 to 99"),
        ["a number that is too large"] = ("    zone: dmz", "    zone: dmz\n    replicas: 100", "10:15: Value is above the maximum of 99."),
        ["text for a truth"] = ("    zone: dmz", "    zone: dmz\n    read-only: maybe", "10:16: expected true or false"),
        ["one subnet for a list"] = ("[172.20.1.0/24]", "172.20.1.0/24", "5:19: expected a list"),
        ["an address for a subnet"] = ("172.20.1.0/24", "172.20.1.0", "5:20: expected a subnet such as 172.20.1.0/24"),
        ["an address that is none"] = ("192.168.1.100", "192.168.1.256", "3:21: expected an IP address"),
        ["a version that is a number to others"] = ("\"5.4\"", "5.4", "3:45: expected a version such as \"5.4\""),
        ["a name with a capital"] = ("  web:", "  Web:", "7:3: expected a name of lower-case letters, digits and inner hyphens, at most 63"),
        ["a flow without its arrow"] = ("services:", "flows: { web to db: http }\nservices:", "6:10: expected client -> server"),
        ["a statement without its arrow"] = ("services:", "assert: { never: [internet to web] }\nservices:", "6:19: expected client -> server, or client -> service.port"),
        ["a day that is none"] = ("80 -> 8080 -> 80", "{ port: 80 -> 8080 -> 80, until: 2027-02-30 }", "11:46: expected a day such as 2027-01-31"),
        ["a newer format"] = ("podplay: 1", "podplay: 2", "1:10: Value is above the maximum of 1."),
    };

    // One run of the server for all: it takes longer to start than to answer.
    private static readonly Lazy<IReadOnlyDictionary<string, IReadOnlyList<string>>> Answers = new(() => LanguageServer.Ask(
        SchemaWriter.Write(),
        InMemory.Names.Select(n => (n, InMemory.Text(n)))
            .Append(("seed-literal", File.ReadAllText(Repository.PathOf("samples/seed-literal.yaml"))))
            .Concat(Mistakes.Select(m => (m.Key, Spoiled(m.Value.Old, m.Value.New))))));

    public static TheoryData<string> Samples => InMemory.All;

    public static TheoryData<string> Planted => [.. Mistakes.Keys];

    [NodeTheory]
    [MemberData(nameof(Samples))]
    public void A_sample_shows_no_mistake(string name) => Assert.Empty(Answers.Value[name]);

    [NodeTheory]
    [MemberData(nameof(Planted))]
    public void A_planted_mistake_is_shown_in_a_sentence_at_its_place(string mistake) => Assert.Equal([Mistakes[mistake].Finding], Answers.Value[mistake]);

    [NodeFact]
    public void Of_the_literal_transcription_it_finds_what_a_schema_can_find() => Assert.Equal(["41:5: Property device is not allowed."], Answers.Value["seed-literal"]);

    // The editor must not be stricter or laxer than the compiler.
    [Theory]
    [MemberData(nameof(Planted))]
    public void The_compiler_finds_the_same_mistake(string mistake)
    {
        var found = InMemory.Compile(Spoiled(Mistakes[mistake].Old, Mistakes[mistake].New)).Findings;

        Assert.True(found.HasErrors);
    }

    private static string Spoiled(string old, string @new)
    {
        var text = InMemory.Text("quickstart");
        Assert.Contains(old, text);
        return text.Replace(old, @new, StringComparison.Ordinal);
    }
}
