using System.Text.RegularExpressions;
using PodPlay.Model.Resolve;

namespace PodPlay.Provenance;

/// <summary>Finds spec paths in the text of an artefact. A word with dots in it is one only when the spec has it.</summary>
internal static partial class PathScanner
{
    /// <summary>The longest paths, in their order, each as the spec spells it: <c>hosts.main.admin</c> is <c>hosts.main</c> where admin is a default.</summary>
    public static IEnumerable<string> PathsIn(string line, SpecPlaces places)
    {
        foreach (Match match in Candidate().Matches(line))
        {
            var path = match.Value.TrimEnd('.', '-');
            // A section alone is a word of any sentence.
            while (path.Contains('.', StringComparison.Ordinal) && places.Key(path) is null)
                path = path[..path.LastIndexOf('.')];
            if (path.Contains('.', StringComparison.Ordinal))
                yield return path;
        }
    }

    [GeneratedRegex(@"(?<![\w./-])(flows\.[a-z0-9-]+ -> [a-z0-9-]+(\.\w+)?|(services|zones|hosts|certificates|domains|router|sources|assert|defaults)(\.[A-Za-z0-9_*/@-]+)+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Candidate();
}
