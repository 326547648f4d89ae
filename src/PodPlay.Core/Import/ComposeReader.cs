using PodPlay.Diagnostics;
using PodPlay.Syntax;

namespace PodPlay.Import;

/// <summary>Reads nodes of a compose file; what is of another form than compose takes is an error with its place.</summary>
internal sealed class ComposeReader(DiagnosticBag diagnostics)
{
    public DiagnosticBag Diagnostics => diagnostics;

    /// <summary>A scalar with its variables put in; null for nothing, and after an error.</summary>
    public string? Text(SpecNode node, string what)
    {
        if (node is SpecScalar scalar)
            return scalar.IsNull ? null : ComposeVariables.Expand(scalar, diagnostics);
        Form(node, what, "a single value");
        return null;
    }

    /// <summary>Entries of a map, extensions left out; none for nothing, and after an error.</summary>
    public IEnumerable<SpecEntry> Map(SpecNode? node, string what)
    {
        if (node is SpecMapping map)
            return map.Entries.Where(e => !e.Key.Text.StartsWith("x-", StringComparison.Ordinal));
        if (node is not (null or SpecScalar { IsNull: true }))
            Form(node, what, "a map");
        return [];
    }

    /// <summary>Items of a list, or the one value that may stand for it.</summary>
    public IEnumerable<SpecNode> List(SpecNode node, string what)
    {
        if (node is SpecSequence list)
            return list.Items;
        if (node is SpecMapping)
            Form(node, what, "a list");
        return node is SpecScalar { IsNull: false } ? [node] : [];
    }

    /// <summary>Compose's two spellings of a map: <c>KEY: value</c>, and a list of <c>KEY=value</c>. Value null: taken from the environment.</summary>
    public IEnumerable<(SpecScalar Key, string Name, SpecScalar? Value)> Pairs(SpecNode node, string what)
    {
        if (node is SpecMapping map)
        {
            foreach (var entry in map.Entries)
            {
                if (entry.Value is SpecScalar value)
                    yield return (entry.Key, entry.Key.Text, value.IsNull ? null : value);
                else
                    Form(entry.Value, $"{what}.{entry.Key.Text}", "a single value");
            }
            yield break;
        }
        foreach (var item in List(node, what))
        {
            if (item is not SpecScalar scalar)
                Form(item, what, "KEY=value");
            else if (scalar.Text.Split('=', 2) is [var name, var text])
                yield return (scalar, name, scalar with { Text = text });
            else
                yield return (scalar, scalar.Text, null);
        }
    }

    public void Form(SpecNode node, string what, string expected) => diagnostics.Report(Diagnose.ImportForm(node.Span, what, expected));

    public void NotCarried(SpecNode node, string what, string instead = "") => diagnostics.Report(Diagnose.ImportNotCarried(node.Span, what, instead));
}
