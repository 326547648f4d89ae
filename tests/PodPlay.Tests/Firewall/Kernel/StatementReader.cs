using System.Collections.Immutable;
using System.Text.Json;
using PodPlay.Firewall.Packets;
using PodPlay.Model;

namespace PodPlay.Firewall.Kernel;

/// <summary>The statements of one rule. What is not modelled may match or not; a statement of an unknown kind is an exception.</summary>
internal sealed class StatementReader(Family family, Interfaces interfaces, IReadOnlyDictionary<string, KernelSet> sets)
{
    private static readonly Step.Match Never = new(Region.Everything, [], false);

    private readonly OperandReader _operands = new(family, interfaces);

    /// <summary>Null: nothing that decides.</summary>
    public Step? Read(JsonElement statement)
    {
        var (kind, body) = ValueReader.Only(statement);
        switch (kind)
        {
            case "match":
                return Match(body);
            case "vmap":
                return VerdictMap(body);
            case "accept" or "drop" or "reject" or "jump" or "goto" or "return" or "continue":
                return new Step.Go(VerdictOf(statement));
            case "counter" or "log" or "comment":
                return null;
            case "limit" or "ct count" or "quota":
                return new Step.Undecided(kind);
            case "set":
                return Added(body);
            case "dnat":
                return new Step.Translate(body.GetProperty("addr").GetString(), body.TryGetProperty("port", out var port) ? port.GetInt32() : null);
            case "redirect":
                return new Step.Translate(null, body.ValueKind == JsonValueKind.Object && body.TryGetProperty("port", out var own) ? own.GetInt32() : null);
            default:
                throw new NotSupportedException($"statement: {statement}");
        }
    }

    // A packet of the other family has no such key; one that finds the set full, or itself over the limit, does not go on.
    private Step? Added(JsonElement body)
    {
        var key = ValueReader.Unwrap(body.GetProperty("elem"));
        OperandsOf(ValueReader.Only(key) is ("&", var sides) ? sides[0] : key, out var neverApplies);
        if (neverApplies)
            return Never;
        return body.TryGetProperty("stmt", out var inner) && inner.EnumerateArray().Any(s => Read(s) is not null)
            ? new Step.Undecided($"@{body.GetProperty("set").GetString()}")
            : null;
    }

    private Step Match(JsonElement body)
    {
        var (op, left, right) = (body.GetProperty("op").GetString()!, body.GetProperty("left"), body.GetProperty("right"));
        var (kind, inner) = ValueReader.Only(left);
        if (kind == "&")
            return Masked(op, inner, right);
        if (kind == "exthdr")
            return LaterFragment(op, inner, right);
        if (kind == "ct" && inner.GetProperty("key").GetString() == "status")
            return op == "in" && right.ValueKind == JsonValueKind.Number && right.GetInt32() == 32 ? Field(PodPlay.Firewall.Packets.Field.Translated, 1) : new Step.Undecided($"{left}");
        if (kind == "meta" && inner.GetProperty("key").GetString() == "nfproto")
            return (right.GetInt32() == (family == Family.IPv4 ? 2 : 10)) == (op == "==") ? new Step.Match(Region.Everything, [Region.Everything], false) : Never;
        if (OperandsOf(left, out var neverApplies) is not { } operands)
            return new Step.Undecided($"{left}");
        if (neverApplies)
            return Never;
        var applies = operands.Aggregate(Region.Everything, (region, o) => region.And(o.Applies));
        if (op == "in" && operands is [{ Field: PodPlay.Firewall.Packets.Field.Flags }])
            return new Step.Match(applies, [Region.Everything.With(PodPlay.Firewall.Packets.Field.Flags, Universe.Flags(f => (f & right.GetInt32()) != 0))], false);
        if (op is not ("==" or "!=" or "in"))
            return new Step.Undecided($"{op} {left}");
        if (right.ValueKind == JsonValueKind.String && right.GetString() is ['@', .. var name])
        {
            return sets[name] is { IsDynamic: false } set
                ? new Step.Match(applies, Merge(set.Elements.Select(e => KeyOf(e.Key, operands)), operands), op == "!=")
                : new Step.Undecided($"@{name}");
        }
        var values = operands.Length == 1 ? [right] : ValueReader.Only(right) is ("set", var list) ? list.EnumerateArray().ToArray() : [right];
        return new Step.Match(applies, Merge(values.Select(v => KeyOf(ValueReader.Unwrap(v), operands)), operands), op == "!=");
    }

    private Step VerdictMap(JsonElement body)
    {
        if (OperandsOf(body.GetProperty("key"), out var neverApplies) is not { } operands)
            throw new NotSupportedException($"verdict map over {body.GetProperty("key")}");
        if (neverApplies)
            return Never;
        var data = body.GetProperty("data");
        var elements = data.ValueKind == JsonValueKind.String
            ? sets[data.GetString()![1..]].Elements
            : [.. data.GetProperty("set").EnumerateArray().Select(e => (ValueReader.Unwrap(e[0]), e[1]))];
        return new Step.Choose(
            operands.Aggregate(Region.Everything, (region, o) => region.And(o.Applies)),
            [.. elements.Select(e => (KeyOf(e.Item1, operands), VerdictOf(e.Item2)))]);
    }

    // Flags of TCP by trying all 256; the offset of IPv4's fragments, which tells the first from the others.
    private Step Masked(string op, JsonElement sides, JsonElement right)
    {
        var (kind, payload) = ValueReader.Only(sides[0]);
        if (kind != "payload" || op is not ("==" or "!="))
            return new Step.Undecided($"{sides}");
        var (mask, value) = (Bits(sides[1]), Bits(right));
        switch (payload.GetProperty("protocol").GetString(), payload.GetProperty("field").GetString())
        {
            case ("tcp", "flags"):
                var operand = _operands.Read(sides[0], out _)!;
                return new Step.Match(operand.Applies, [Region.Everything.With(operand.Field, Universe.Flags(f => (f & mask) == value))], op == "!=");
            case ("ip", "frag-off") when mask == 0x1fff && value == 0:
                return family == Family.IPv4 ? Field(PodPlay.Firewall.Packets.Field.Fragment, op == "==" ? 0 : 1) : Never;
            default:
                return new Step.Undecided($"{sides}");
        }
    }

    private Step LaterFragment(string op, JsonElement header, JsonElement right) =>
        header.GetProperty("name").GetString() == "frag" && header.GetProperty("field").GetString() == "frag-off" && op == "!=" && right.GetInt32() == 0
            ? family == Family.IPv6 ? Field(PodPlay.Firewall.Packets.Field.Fragment, 1) : Never
            : new Step.Undecided($"{header}");

    private static Step.Match Field(Field field, int value) => new(Region.Everything, [Region.Everything.With(field, value)], false);

    private static int Bits(JsonElement value) => ValueReader.Only(value) switch
    {
        ("|", var parts) => parts.EnumerateArray().Aggregate(0, (sum, p) => sum | Bits(p)),
        (_, var number) => number.GetInt32(),
    };

    private ImmutableArray<Operand>? OperandsOf(JsonElement left, out bool neverApplies)
    {
        neverApplies = false;
        var operands = ImmutableArray.CreateBuilder<Operand>();
        foreach (var part in ValueReader.Only(left) is ("concat", var parts) ? parts.EnumerateArray().ToArray() : [left])
        {
            if (_operands.Read(part, out var never) is not { } operand)
                return null;
            neverApplies |= never;
            operands.Add(operand);
        }
        return operands.ToImmutable();
    }

    private static Region KeyOf(JsonElement key, ImmutableArray<Operand> operands)
    {
        if (operands.Length == 1)
            return Region.Everything.With(operands[0].Field, operands[0].Read(key));
        var parts = key.GetProperty("concat").EnumerateArray().ToArray();
        return operands.Zip(parts).Aggregate(Region.Everything, (region, pair) => region.With(pair.First.Field, pair.First.Read(pair.Second)));
    }

    // Many values of one field are one set of values.
    private static ImmutableArray<Region> Merge(IEnumerable<Region> keys, ImmutableArray<Operand> operands) => operands.Length == 1
        ? [Region.Everything.With(operands[0].Field, ValueSet.Union(keys.Select(k => k[operands[0].Field]!)))]
        : [.. keys];

    private static Verdict VerdictOf(JsonElement element) => ValueReader.Only(element) switch
    {
        ("accept", _) => Verdict.Accept,
        ("drop" or "reject", _) => Verdict.Drop,
        ("return", _) => new(VerdictKind.Return),
        ("continue", _) => new(VerdictKind.Continue),
        ("jump", var body) => new(VerdictKind.Jump, body.GetProperty("target").GetString()),
        ("goto", var body) => new(VerdictKind.Goto, body.GetProperty("target").GetString()),
        _ => throw new NotSupportedException($"verdict: {element}"),
    };
}
