using System.Globalization;
using System.Text;
using System.Text.Json;
using PodPlay.Artefacts;
using PodPlay.Diagnostics.Rendering;
using PodPlay.Syntax;

namespace PodPlay.Projections;

/// <summary>A spec's nodes as text: maps as blocks, lists of scalars in one line, scalars as plain as the file had them.</summary>
internal static class SpecYaml
{
    private const int Step = 2;

    public static string Print(SpecMapping root)
    {
        var text = new StringBuilder();
        Entries(text, root, 0);
        return text.ToString();
    }

    /// <summary>The same as JSON; every scalar is text, as in the file.</summary>
    public static string PrintJson(SpecMapping root) => JsonText.Of(json =>
    {
        json.WriteNumber("format", 1);
        json.WritePropertyName("spec");
        Write(json, root);
    });

    /// <summary>Every scalar with its path; items of a list are told apart by their number, from 0.</summary>
    public static IEnumerable<(string Path, string Value)> Leaves(SpecNode node, string path = "") => node switch
    {
        SpecMapping map => map.Entries.SelectMany(e => Leaves(e.Value, path.Length == 0 ? e.Key.Text : $"{path}.{e.Key.Text}")),
        SpecSequence list => list.Items.SelectMany((item, at) => Leaves(item, string.Create(CultureInfo.InvariantCulture, $"{path}.{at}"))),
        SpecScalar scalar => [(path, scalar.Text)],
        _ => [],
    };

    private static void Entries(StringBuilder text, SpecMapping map, int indent)
    {
        foreach (var entry in map.Entries)
        {
            // Sections stand apart.
            if (indent == 0 && entry.Value is SpecMapping { Entries.IsEmpty: false } && text.Length > 0)
                text.Append('\n');
            text.Append(' ', indent).Append(Scalar(entry.Key, inFlow: false)).Append(':');
            Value(text, entry.Value, indent + Step);
        }
    }

    private static void Value(StringBuilder text, SpecNode value, int indent)
    {
        switch (value)
        {
            case SpecMapping { Entries.IsEmpty: false } map:
                text.Append('\n');
                Entries(text, map, indent);
                break;
            case SpecMapping:
                text.Append(" {}\n");
                break;
            case SpecSequence list when list.Items.All(i => i is SpecScalar scalar && !NeedsBlock(scalar)):
                text.Append($" [{string.Join(", ", list.Items.Cast<SpecScalar>().Select(i => Scalar(i, inFlow: true)))}]\n");
                break;
            case SpecSequence list:
                text.Append('\n');
                foreach (var item in list.Items)
                    Item(text, item, indent);
                break;
            case SpecScalar scalar when NeedsBlock(scalar):
                text.Append(' ');
                Block(text, scalar.Text, indent);
                break;
            case SpecScalar { IsNull: true }:
                text.Append('\n');
                break;
            default:
                text.Append(' ').Append(Scalar((SpecScalar)value, inFlow: false)).Append('\n');
                break;
        }
    }

    private static void Item(StringBuilder text, SpecNode item, int indent)
    {
        text.Append(' ', indent).Append('-');
        if (item is SpecMapping { Entries.IsEmpty: false } map)
        {
            // The first entry stands behind the dash, which takes the place of its indentation.
            var below = new StringBuilder();
            Entries(below, map, indent + Step);
            text.Append(' ').Append(below.ToString().AsSpan(indent + Step));
        }
        else
            Value(text, item, indent + Step);
    }

    // Between quotes these would have to be escapes, which specs may not have.
    private static bool NeedsBlock(SpecScalar scalar) => scalar.Text.AsSpan().ContainsAny('\n', '\t');

    private static void Block(StringBuilder text, string value, int indent)
    {
        var chomping = !value.EndsWith('\n') ? "-" : value.EndsWith("\n\n", StringComparison.Ordinal) || value == "\n" ? "+" : "";
        text.Append(CultureInfo.InvariantCulture, $"|{(value[0] is ' ' or '\n' ? Step.ToString(CultureInfo.InvariantCulture) : "")}{chomping}\n");
        foreach (var line in (value.EndsWith('\n') ? value[..^1] : value).Split('\n'))
            text.Append(line.Length == 0 ? "" : new string(' ', indent)).Append(line).Append('\n');
    }

    private static string Scalar(SpecScalar scalar, bool inFlow) =>
        scalar.IsPlain && !(inFlow && scalar.Text.AsSpan().ContainsAny(",[]{}")) && !scalar.Text.StartsWith('-') ? scalar.Text : Quote.Yaml(scalar.Text);

    private static void Write(Utf8JsonWriter json, SpecNode node)
    {
        switch (node)
        {
            case SpecMapping map:
                json.WriteStartObject();
                foreach (var entry in map.Entries)
                {
                    json.WritePropertyName(entry.Key.Text);
                    Write(json, entry.Value);
                }
                json.WriteEndObject();
                break;
            case SpecSequence list:
                json.WriteStartArray();
                foreach (var item in list.Items)
                    Write(json, item);
                json.WriteEndArray();
                break;
            default:
                json.WriteStringValue(((SpecScalar)node).Text);
                break;
        }
    }
}
