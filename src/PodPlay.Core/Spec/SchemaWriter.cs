using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PodPlay.Spec;

/// <summary>
/// The key table as a JSON Schema (draft-07) for editors. Flat types with a pattern and a sentence, never <c>oneOf</c>: for that the
/// YAML language server can only say which type it did not find. <c>errorMessage</c> and <c>patternErrorMessage</c> are its own
/// words; other validators pass over them.
/// </summary>
public static class SchemaWriter
{
    /// <summary>The whole schema, two-space indented, with a final newline; the same bytes on every machine.</summary>
    public static string Write()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "http://json-schema.org/draft-07/schema#");
            json.WriteString("title", "podplay spec");
            WriteMembers(json, SpecShapes.Root);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void WriteShape(Utf8JsonWriter json, Shape shape)
    {
        json.WriteStartObject();
        WriteMembers(json, shape);
        json.WriteEndObject();
    }

    private static void WriteMembers(Utf8JsonWriter json, Shape shape)
    {
        json.WriteString("description", shape.Doc);
        json.WriteStartArray("type");
        foreach (var type in TypesOf(shape))
            json.WriteStringValue(type);
        json.WriteEndArray();
        // Where keys are known, the server's own sentence is better: it names the key that is missing or too much.
        if (shape.Keys.IsEmpty)
            json.WriteString("errorMessage", $"expected {shape.Expected}");
        if (shape.Scalar is { } rule)
            WriteScalar(json, rule, !shape.TakesMap && shape.Item is null);
        if (shape.Item is { } item)
        {
            json.WritePropertyName("items");
            WriteShape(json, item);
        }
        if (shape.TakesMap)
            WriteMap(json, shape);
    }

    private static IEnumerable<string> TypesOf(Shape shape)
    {
        if (shape.Scalar is { } rule)
        {
            if (rule.Types.HasFlag(ScalarTypes.Number))
                yield return rule.Types.HasFlag(ScalarTypes.Text) && rule != Rules.Port && rule != Rules.FlowPort && rule != Rules.Ssh ? "number" : "integer";
            if (rule.Types.HasFlag(ScalarTypes.Text))
                yield return "string";
            if (rule.Types.HasFlag(ScalarTypes.Boolean))
                yield return "boolean";
        }
        if (shape.Item is not null)
            yield return "array";
        if (shape.TakesMap)
            yield return "object";
        // A key with nothing behind it is an empty map or list.
        if (shape.Scalar is null && shape.Keys.All(k => !k.IsRequired))
            yield return "null";
    }

    private static void WriteScalar(Utf8JsonWriter json, ScalarRule rule, bool alone)
    {
        if (!rule.Choices.IsEmpty && alone)
        {
            json.WriteStartArray("enum");
            foreach (var choice in rule.Choices)
                json.WriteStringValue(choice);
            json.WriteEndArray();
            return;
        }
        if (rule.Range is { } range)
        {
            json.WriteNumber("minimum", range.Min);
            json.WriteNumber("maximum", range.Max);
        }
        var pattern = rule.Pattern ?? (rule.Choices.IsEmpty ? null : $"^({string.Join('|', rule.Choices)})$");
        if (pattern is null)
            return;
        json.WriteString("pattern", pattern);
        json.WriteString("patternErrorMessage", $"expected {rule.Expected}");
    }

    private static void WriteMap(Utf8JsonWriter json, Shape shape)
    {
        json.WriteStartObject("properties");
        foreach (var key in shape.Keys)
        {
            json.WritePropertyName(key.Name);
            WriteShape(json, key.Shape);
        }
        json.WriteEndObject();
        json.WriteStartObject("patternProperties");
        json.WriteStartObject("^x-");
        json.WriteEndObject();
        json.WriteEndObject();
        if (shape.Named is { } named)
            WriteNames(json, named);
        else
            json.WriteBoolean("additionalProperties", false);
        if (shape.Keys.All(k => !k.IsRequired))
            return;
        json.WriteStartArray("required");
        foreach (var key in shape.Keys.Where(k => k.IsRequired))
            json.WriteStringValue(key.Name);
        json.WriteEndArray();
    }

    // Names are held to their rule by themselves: the sentence then speaks of the name, which "property is not allowed" does not.
    private static void WriteNames(Utf8JsonWriter json, NamedRule named)
    {
        json.WritePropertyName("additionalProperties");
        WriteShape(json, named.Value);
        if (named.NameRule.Pattern is not { } pattern)
            return;
        json.WriteStartObject("propertyNames");
        json.WriteString("pattern", $"^x-|{pattern}");
        json.WriteString("patternErrorMessage", $"expected {named.NameRule.Expected}");
        json.WriteEndObject();
    }
}
