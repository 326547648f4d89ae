using System.Text.Json;
using PodPlay.Testing;

namespace PodPlay.Spec;

/// <summary>docs/podplay.schema.json is the key table, printed.</summary>
public sealed class SchemaFileTests
{
    private static readonly string Committed = Repository.PathOf("docs/podplay.schema.json");

    [Fact]
    public void The_committed_schema_is_what_the_key_table_says()
    {
        var schema = SchemaWriter.Write();
        if (Environment.GetEnvironmentVariable(TextSnapshot.AcceptVariable) == "1" && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")))
            File.WriteAllText(Committed, schema);

        Assert.True(File.Exists(Committed) && File.ReadAllText(Committed) == schema, $"differs; if the key table is right: {TextSnapshot.AcceptVariable}=1 dotnet test");
    }

    [Fact]
    public void It_never_says_oneOf_where_a_person_reads_the_error()
    {
        using var schema = JsonDocument.Parse(SchemaWriter.Write());

        Assert.Empty(KeysOf(schema.RootElement).Intersect(["oneOf", "anyOf", "allOf", "not", "if"]));
    }

    [Fact]
    public void Every_key_has_its_sentence()
    {
        using var schema = JsonDocument.Parse(SchemaWriter.Write());

        Assert.All(ShapesOf(schema.RootElement), s => Assert.EndsWith(".", s.GetProperty("description").GetString()));
    }

    [Fact]
    public void Every_map_of_known_keys_refuses_others()
    {
        using var schema = JsonDocument.Parse(SchemaWriter.Write());
        var maps = ShapesOf(schema.RootElement).Where(s => s.TryGetProperty("properties", out var keys) && keys.EnumerateObject().Any()).ToList();

        Assert.NotEmpty(maps);
        Assert.All(maps, m => Assert.Equal(JsonValueKind.False, m.GetProperty("additionalProperties").ValueKind));
    }

    // Where a package comes from is for the machine's own npm to say (npm install --omit-lockfile-registry-resolved).
    [Theory]
    [InlineData("schema")]
    [InlineData("mermaid")]
    [InlineData("markdown")]
    public void A_lock_of_npm_names_no_registry(string folder) =>
        Assert.DoesNotContain("\"resolved\"", File.ReadAllText(Repository.PathOf($"tests/{folder}/package-lock.json")));

    private static IEnumerable<string> KeysOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => KeysOf(p.Value).Prepend(p.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(KeysOf),
        _ => [],
    };

    private static IEnumerable<JsonElement> ShapesOf(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
            return [];
        var own = element.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.Array ? [element] : Array.Empty<JsonElement>();
        return own.Concat(element.EnumerateObject().SelectMany(p => ShapesOf(p.Value)));
    }
}
