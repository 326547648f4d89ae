using System.Text;
using System.Text.Json;
using PodPlay.Changes;
using PodPlay.Connectivity.Answers.Rendering;
using PodPlay.Testing;

namespace PodPlay.Connectivity.Answers;

/// <summary>What is answered to questions about samples/seed, and whether the advice is true.</summary>
public sealed class AnswerTests
{
    private static readonly (string From, string To)[] Questions =
    [
        ("internet", "haproxy:http"), ("haproxy", "apache:80"), ("dmz", "db"), ("internet", "dns:53"), ("admin", "monitoring"), ("certbot", "internet"),
        ("main", "db:postgres"), ("internet", "db:postgres"), ("lan", "config:ui"), ("mail", "cache"), ("haproxy", "apache:5432"), ("apache", "db:postgrse"),
        ("router", "main:22"), ("db", "internet:443"), ("api", "accelerated:rpc"), ("admin", "db"), ("monitoring", "lan"), ("lan", "internal"),
    ];

    [Fact]
    public void Text() => TextSnapshot.Verify(this, string.Concat(Questions.Select(q => $"$ podplay can {q.From} {q.To}\n{Ask(InMemory.Text("seed"), q.From, q.To)}\n")));

    [Fact]
    public void Json()
    {
        var text = new StringBuilder();
        foreach (var (from, to) in new[] { ("internet", "haproxy:http"), ("db", "internet:443") })
        {
            var compilation = InMemory.Compile(InMemory.Text("seed"));
            var json = AnswerJsonRenderer.Render(Answer.To(Question.Of(from, to), compilation.Network!), compilation.Places);
            using var document = JsonDocument.Parse(json);
            Assert.Equal(from == "db" ? "no" : "yes", document.RootElement.GetProperty("answer").GetString());
            text.Append(json);
        }
        TextSnapshot.Verify(this, text.ToString());
    }

    /// <summary>Every pair of names, in every sample: yes where the matrix has a line, and a no is never without a reason.</summary>
    [Theory]
    [MemberData(nameof(InMemory.All), MemberType = typeof(InMemory))]
    public void Every_pair_of_names_has_an_answer(string sample)
    {
        var network = InMemory.Compile(InMemory.Text(sample), InMemory.Lock(sample)).Network!;
        var matrix = Matrix.Of(network);
        var names = Question.NamesOf(network).Distinct().ToList();
        foreach (var question in from f in names from t in names select Question.Of(f, t))
        {
            var answer = Answer.To(question, network);
            Assert.Equal(question.Among(matrix).Any(), answer.Refusal is null);
            Assert.Equal(answer.Routes.IsEmpty, answer.Refusal is not null);
            Assert.True(answer.Refusal is not { Reason.Length: 0 }, $"{question}");
            // Folding loses nothing and adds nothing.
            Assert.Equal(
                question.Among(matrix).Select(c => (c.From.Name, c.To.Name, c.Protocol, c.Family, c.Ports, c.Because)).ToHashSet(),
                (from r in answer.Routes from c in r.Callers from d in r.Called from p in r.Protocols from f in r.Families select (c, d, p, f, r.Ports, r.Because)).ToHashSet());
        }
    }

    /// <summary>What is to be written makes a yes of the no.</summary>
    [Theory]
    [InlineData("mail", "cache")]
    [InlineData("apache", "mail:smtp")]
    [InlineData("internet", "worker:rpc")]
    [InlineData("lan", "db:postgres")]
    [InlineData("admin", "db:postgres")]
    [InlineData("lan", "monitoring:grafana")]
    [InlineData("apache", "worker:rpc")]
    [InlineData("cache", "internet:443")]
    public void The_advice_is_true(string from, string to)
    {
        // What a whole zone may do already is no question.
        var spec = Scene.Text.Replace("  dmz -> cache: redis\n", "", StringComparison.Ordinal);
        var question = Question.Of(from, to);
        var refusal = Answer.To(question, InMemory.Compile(spec).Network!).Refusal!;
        Assert.NotEmpty(refusal.Fixes);
        foreach (var fix in refusal.Fixes)
            spec = Written(spec, fix);
        var compilation = InMemory.Compile(spec);
        Assert.False(compilation.Findings.HasErrors, InMemory.Findings(compilation));
        Assert.Null(Answer.To(question, compilation.Network!).Refusal);
    }

    [Fact]
    public void A_family_that_one_side_lacks_is_told()
    {
        var spec = Scene.Text.Replace("172.20.1.0/24, fd3c:9a41:77e2:1::/64", "172.20.1.0/24", StringComparison.Ordinal);
        Assert.Contains("note: not by IPv6: zone dmz has no IPv6 subnet", Ask(spec, "apache", "db:postgres"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_yes_under_conditions_says_so()
    {
        var spec = Scene.Edit(("    volumes: { spool: /var/mail }", "    limits: { rate: 20, burst: 40 }\n    volumes: { spool: /var/mail }"));
        Assert.Contains("tcp/25 by IPv4, rate-limited", Ask(spec, "internet", "mail:smtp"), StringComparison.Ordinal);
    }

    /// <summary>The page shows what is printed.</summary>
    [Theory]
    [InlineData("internet", "haproxy:http")]
    [InlineData("db", "internet:443")]
    public void The_page_shows_what_is_printed(string from, string to)
    {
        var path = Repository.PathOf("docs/connectivity.md");
        var page = File.ReadAllText(path);
        var command = $"$ podplay can {from} {to}\n";
        var start = page.IndexOf(command, StringComparison.Ordinal) + command.Length;
        var end = page.IndexOf("```", start, StringComparison.Ordinal);
        var printed = Ask(InMemory.Text("seed"), from, to);
        if (Environment.GetEnvironmentVariable(TextSnapshot.AcceptVariable) == "1" && Environment.GetEnvironmentVariable("CI") is null)
            File.WriteAllText(path, page = page[..start] + printed + page[end..]);
        Assert.Contains($"{command}{printed}```", page, StringComparison.Ordinal);
    }

    private static string Ask(string spec, string from, string to)
    {
        var compilation = InMemory.Compile(spec);
        return AnswerTextRenderer.Render(Answer.To(Question.Of(from, to), compilation.Network!), compilation.Places);
    }

    // Flows stand last in the text; ports of a service stand in a map of one line.
    private static string Written(string spec, Fix fix)
    {
        if (fix.Section == "flows")
            return $"{spec}  {fix.Line}\n";
        var service = spec.IndexOf($"  {fix.Section["services.".Length..]}:\n", StringComparison.Ordinal);
        var start = spec.IndexOf($"    {fix.Instead.Split('.')[0]}: {{ {fix.Instead.Split('.')[1]}: ", service, StringComparison.Ordinal);
        return spec[..start] + $"    {fix.Line}" + spec[spec.IndexOf('\n', start)..];
    }
}
