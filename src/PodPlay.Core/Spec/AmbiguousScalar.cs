using System.Globalization;
using PodPlay.Syntax;

namespace PodPlay.Spec;

/// <summary>
/// Plain text that readers of YAML 1.1 (Ansible, PyYAML) take for something else. The spec is read by more tools than
/// podplay, so text must mean the same to all of them.
/// </summary>
internal static class AmbiguousScalar
{
    /// <summary>What another reader sees, or null when all agree well enough.</summary>
    public static string? OtherReading(SpecScalar scalar, ScalarRule rule)
    {
        if (!scalar.IsPlain || !rule.Types.HasFlag(ScalarTypes.Text))
            return null;
        var text = scalar.Text;
        if (text.ToLowerInvariant() is "yes" or "on" or "y" or "no" or "off" or "n")
            return text.ToLowerInvariant() is "yes" or "on" or "y" ? "true" : "false";
        if (IsDecimalFraction(text) && decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return number.ToString("0.############", CultureInfo.InvariantCulture) is var read && read != text ? read : rule == Rules.Version ? "a number" : null;
        if (scalar.IsNull && text.Length > 0)
            return "nothing";
        if (text.Contains('_', StringComparison.Ordinal) && char.IsAsciiDigit(text[0]) && text.All(c => char.IsAsciiDigit(c) || c == '_'))
            return text.Replace("_", "", StringComparison.Ordinal);
        if (text.StartsWith("0x", StringComparison.Ordinal) && long.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hexadecimal))
            return hexadecimal.ToString(CultureInfo.InvariantCulture);
        if (text.Length > 1 && text[0] == '0' && text.All(c => c is >= '0' and <= '7'))
            return Convert.ToInt32(text, 8).ToString(CultureInfo.InvariantCulture);
        return Sexagesimal(text) is { } sixty ? sixty.ToString(CultureInfo.InvariantCulture) : null;
    }

    private static bool IsDecimalFraction(string text) =>
        text.Count(c => c == '.') == 1 && text.Length > 2 && text.All(c => char.IsAsciiDigit(c) || c == '.') && text[0] != '.' && text[^1] != '.';

    // 25:25 is 25 * 60 + 25 to PyYAML (measured: 1525); every part but the first must be below 60.
    private static long? Sexagesimal(string text)
    {
        var parts = text.Split(':');
        if (parts.Length < 2 || parts.Any(p => p.Length is 0 or > 4 || !p.All(char.IsAsciiDigit)) || parts[0][0] == '0')
            return null;
        var numbers = parts.Select(p => long.Parse(p, NumberStyles.None, CultureInfo.InvariantCulture)).ToList();
        return numbers.Skip(1).All(n => n < 60) ? numbers.Aggregate(0L, (sum, n) => sum * 60 + n) : null;
    }
}
