using PodPlay.Spec;

namespace PodPlay.Cli.Manual;

/// <summary>podplay.yaml(5), from the key table.</summary>
internal static class SpecPage
{
    public static ManualPage Of(Shape root) => new("podplay.yaml", 5, "hosts, zones, services, and who may talk to whom",
    [
        new Block.Heading("Description"),
        new Block.Paragraph("A spec is YAML. Anchors and `<<` work; unknown keys are errors, but `x-...` is free everywhere; nothing is taken from the environment. All keys below belong to format 1, which `podplay: 1` says."),
        new Block.Paragraph("A port is one number, or arrows from the outside in: `80 -> 8080 -> 80` is router, host, container. `/udp` and `/tcp+udp` stand at its end."),
        new Block.Heading("Example"),
        new Block.Example("""
            podplay: 1
            hosts:
              home: { address: [192.168.1.100], podman: "5.4" }
            zones:
              dmz: { subnets: [172.20.1.0/24], egress: internet }
            services:
              web:
                image: docker.io/library/caddy:2.8.4
                zone: dmz
                public:
                  http: 80 -> 8080 -> 80
                  https: 443 -> 8443 -> 443
            """),
        new Block.Heading("Keys"),
        .. OfMap(root, ""),
        new Block.Heading("See also"),
        new Block.Paragraph("podplay(1). `podplay schema` prints the same for editors, `podplay explain CODE` what is wrong with a spec."),
    ]);

    // A map and its keys, then the maps below it.
    private static IEnumerable<Block> OfMap(Shape shape, string path)
    {
        if (!shape.Keys.IsEmpty)
        {
            yield return new Block.Subheading(path.Length == 0 ? "The file" : path);
            yield return new Block.Paragraph(shape.Doc);
            foreach (var key in shape.Keys)
                yield return OfKey(key);
        }
        foreach (var key in shape.Keys)
        {
            foreach (var block in OfMap(key.Shape, path.Length == 0 ? key.Name : $"{path}.{key.Name}"))
                yield return block;
        }
        if (shape.Item is { } item)
        {
            foreach (var block in OfMap(item, path))
                yield return block;
        }
        if (shape.Named is { } named)
        {
            foreach (var block in OfMap(named.Value, $"{path}.{named.Value.Noun.ToUpperInvariant()}"))
                yield return block;
        }
    }

    private static Block OfKey(Key key)
    {
        var names = key.Shape.Named is { } named ? $" By name: {named.NameRule.Expected}{(named.Value.Keys.IsEmpty ? $"; each is {named.Value.Expected}" : "")}." : "";
        var items = key.Shape.Item is { Scalar: { } rule } ? $" Each item is {rule.Expected}." : "";
        var required = key.IsRequired ? $" Required: `{key.Example}`." : "";
        return new Block.Term(key.Name, "", $"{key.Shape.Doc} {Capital(key.Shape.Expected)}.{items}{names}{required}");
    }

    private static string Capital(string text) => $"{char.ToUpperInvariant(text[0])}{text[1..]}";
}
