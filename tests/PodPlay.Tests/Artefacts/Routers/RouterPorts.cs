using System.Globalization;

namespace PodPlay.Tests.Artefacts.Routers;

/// <summary>Port numbers as all formats write them.</summary>
internal static class RouterPorts
{
    /// <summary><c>80</c> or <c>6000-6010</c>.</summary>
    public static bool IsPorts(string text) => text.Split('-') switch
    {
        [var one] => IsPort(one),
        [var first, var last] => IsPort(first) && IsPort(last) && Number(first) < Number(last),
        _ => false,
    };

    private static bool IsPort(string text) => text.Length is > 0 and <= 5 && text.All(char.IsAsciiDigit) && text[0] != '0' && Number(text) <= 65535;

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
