using System.Collections.Immutable;
using PodPlay.Model;

namespace PodPlay.Spec;

/// <summary>The stages of a port as written: <c>80 -> 8080 -> 80/tcp</c>, from the outside in.</summary>
/// <param name="Stages">One to three.</param>
/// <param name="Protocols">tcp unless the text names others; in the order tcp, udp.</param>
internal sealed record PortSyntax(ImmutableArray<PortStage> Stages, ImmutableArray<Protocol> Protocols)
{
    private const string Arrow = "->";

    /// <summary>Null when the text is not a port.</summary>
    public static PortSyntax? Parse(string text)
    {
        if (text.StartsWith(' '))
            return null;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var protocols = slash < 0 ? [Protocol.Tcp] : ProtocolsOf(text[(slash + 1)..]);
        if (protocols is not { } known)
            return null;
        var stages = ImmutableArray.CreateBuilder<PortStage>();
        var numbers = slash < 0 ? text : text[..slash];
        if (numbers.EndsWith(' '))
            return null;
        for (var start = 0; ;)
        {
            var arrow = numbers.IndexOf(Arrow, start, StringComparison.Ordinal);
            var part = arrow < 0 ? numbers[start..] : numbers[start..arrow];
            if (RangeOf(part.Trim(' ')) is not { } range)
                return null;
            stages.Add(new(range, start + part.Length - part.TrimStart(' ').Length, part.Trim(' ').Length));
            if (arrow < 0)
                break;
            start = arrow + Arrow.Length;
        }
        return stages.Count <= 3 ? new(stages.ToImmutable(), known) : null;
    }

    /// <summary>One stage with an optional protocol: <c>443</c>, <c>53/udp</c>.</summary>
    public static PortSyntax? ParseStage(string text) => Parse(text) is { Stages.Length: 1 } port ? port : null;

    private static ImmutableArray<Protocol>? ProtocolsOf(string text) => text switch
    {
        "tcp" => [Protocol.Tcp],
        "udp" => [Protocol.Udp],
        "tcp+udp" or "udp+tcp" => [Protocol.Tcp, Protocol.Udp],
        _ => null,
    };

    private static PortRange? RangeOf(string text)
    {
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        var first = Rules.Number(dash < 0 ? text : text[..dash]);
        var last = dash < 0 ? first : Rules.Number(text[(dash + 1)..]);
        return first is >= 1 && last is <= 65535 && first <= last ? new PortRange(first.Value, last.Value) : null;
    }
}

/// <summary>One number or range of a port, and where it stands in the text.</summary>
internal readonly record struct PortStage(PortRange Range, int Start, int Length);
