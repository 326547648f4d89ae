using System.Text.Json;

namespace PodPlay.Testing.Tools;

/// <summary>The npm package ajv: documents against a JSON Schema.</summary>
internal static class JsonSchemaCheck
{
    /// <summary>Faults of each document, none where it fits.</summary>
    /// <param name="schema">A file; <c>sarif</c>: that of SARIF 2.1.0.</param>
    /// <param name="closed">A field that the schema does not name is a fault too.</param>
    public static IReadOnlyList<IReadOnlyList<string>> Faults(string schema, IEnumerable<string> documents, bool closed = false)
    {
        string[] arguments = closed ? [schema, "--closed"] : [schema];
        using var answer = JsonDocument.Parse(NodePackages.Run("tests/schema/validate.mjs", JsonSerializer.Serialize(documents), arguments));
        return [.. answer.RootElement.EnumerateArray().Select(IReadOnlyList<string> (d) => [.. d.EnumerateArray().Select(f => f.GetString()!)])];
    }
}
