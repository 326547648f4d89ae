using System.Text.Encodings.Web;
using System.Text.Json;
using PodPlay.Artefacts;
using PodPlay.Output;

namespace PodPlay.Benchmarks;

/// <summary>
/// What podplay has decided before it prints: <c>{"hosts": [NAME], "files": [{"path": P, "template": T, "view": {...}}]}</c>. A peer
/// that reads it has only to render and to write.
/// </summary>
internal static class ViewsFile
{
    public static void Write(string spec, string file)
    {
        var compilation = Compiler.Compile(spec, new DiskSpecFiles());
        if (compilation.Network is not { } network || compilation.Findings.HasErrors)
            throw new InvalidOperationException($"{spec} has errors: podplay check");
        using var stream = File.Create(file);
        // Not \u0027 for a quote: the peers would pay for it.
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        Value(json, "hosts", network.Hosts.Select(h => h.Name).ToArray());
        json.WriteStartArray("files");
        foreach (var planned in ArtefactCatalog.Plan(network))
        {
            json.WriteStartObject();
            json.WriteString("path", planned.Path);
            json.WriteString("template", planned.Template);
            Value(json, "view", planned.View);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Value(Utf8JsonWriter json, string name, object value)
    {
        json.WritePropertyName(name);
        Value(json, value);
    }

    private static void Value(Utf8JsonWriter json, object value)
    {
        switch (value)
        {
            case string text:
                json.WriteStringValue(text);
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case View view:
                json.WriteStartObject();
                foreach (var (name, member) in view)
                    Value(json, name, member);
                json.WriteEndObject();
                break;
            case IEnumerable<object> list:
                json.WriteStartArray();
                foreach (var item in list)
                    Value(json, item);
                json.WriteEndArray();
                break;
            default:
                throw new InvalidOperationException($"a view holds a {value.GetType().Name}");
        }
    }
}
