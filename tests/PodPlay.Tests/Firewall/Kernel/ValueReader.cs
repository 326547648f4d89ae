using System.Text.Json;
using PodPlay.Firewall.Packets;
using PodPlay.Model;

namespace PodPlay.Firewall.Kernel;

/// <summary>Right sides: numbers, addresses, names of interfaces; single, as prefix, range or list.</summary>
internal sealed class ValueReader(Family family, Interfaces interfaces)
{
    /// <summary>The one member of an object: its kind.</summary>
    public static (string Kind, JsonElement Body) Only(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
            return ("", element);
        var member = element.EnumerateObject().Single();
        return (member.Name, member.Value);
    }

    /// <summary>Elements with a comment or a time-out are wrapped.</summary>
    public static JsonElement Unwrap(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty("elem", out var inner) ? inner.GetProperty("val") : element;

    public ValueSet Number(JsonElement value) => Read(value, v => v.GetUInt32());

    public ValueSet Address(JsonElement value) => Read(value, AddressValue);

    public ValueSet Interface(JsonElement value)
    {
        var (kind, body) = Only(Unwrap(value));
        return kind switch
        {
            "" when body.ValueKind == JsonValueKind.Array => ValueSet.Union(body.EnumerateArray().Select(Interface)),
            "" => interfaces.Named(body.GetString()!),
            "set" => ValueSet.Union(body.EnumerateArray().Select(Interface)),
            // nft 1.1.3 prints a set with a star as the range "" to "".
            _ => throw new NotSupportedException($"interface: {value}"),
        };
    }

    private ValueSet Read(JsonElement value, Func<JsonElement, UInt128> single)
    {
        var (kind, body) = Only(Unwrap(value));
        switch (kind)
        {
            case "" when body.ValueKind == JsonValueKind.Array:
            case "set":
                return ValueSet.Union(body.EnumerateArray().Select(v => Read(v, single)));
            case "":
                return ValueSet.Range(single(body), single(body));
            case "range":
                return ValueSet.Range(single(body[0]), single(body[1]));
            case "prefix":
                var prefix = new Prefix(PodPlay.Model.Address.Parse(body.GetProperty("addr").GetString()!)!.Value, body.GetProperty("len").GetInt32());
                return ValueSet.Range(prefix.First.Value, prefix.Last.Value);
            default:
                throw new NotSupportedException($"value: {value}");
        }
    }

    private UInt128 AddressValue(JsonElement value) =>
        PodPlay.Model.Address.Parse(value.GetString()!) is { } address && address.Family == family
            ? address.Value
            : throw new NotSupportedException($"address of {family}: {value}");
}
