using System.Text;
using System.Text.RegularExpressions;
using PodPlay.Diagnostics;
using PodPlay.Syntax;

namespace PodPlay.Import;

/// <summary>Compose's <c>${NAME:-default}</c>, without the environment: defaults count, the rest is not known (interpolation of the compose specification).</summary>
internal static partial class ComposeVariables
{
    /// <summary>Stands for what only the environment knows.</summary>
    public const string Unknown = "CHANGE-ME";

    /// <param name="isSecret">Its value is not wanted, so that nothing need be said of it.</param>
    public static string Expand(SpecScalar scalar, DiagnosticBag diagnostics, bool isSecret = false)
    {
        if (!scalar.Text.Contains('$', StringComparison.Ordinal))
            return scalar.Text;
        var text = new StringBuilder();
        var at = 0;
        foreach (Match match in Reference().Matches(scalar.Text))
        {
            text.Append(scalar.Text, at, match.Index - at);
            at = match.Index + match.Length;
            if (match.Value == "$$")
                text.Append('$');
            else if (match.Groups["default"].Success)
                text.Append(match.Groups["default"].Value);
            else
            {
                if (!isSecret)
                    diagnostics.Report(Diagnose.ImportVariable(scalar.Span, match.Groups["name"].Value, Unknown));
                text.Append(Unknown);
            }
        }
        return text.Append(scalar.Text, at, scalar.Text.Length - at).ToString();
    }

    [GeneratedRegex(@"\$\$|\$(?<name>[A-Za-z_][A-Za-z0-9_]*)|\$\{(?<name>[A-Za-z_][A-Za-z0-9_]*)(:?-(?<default>[^}]*)|:?[?+][^}]*)?\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Reference();
}
