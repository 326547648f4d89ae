namespace PodPlay.Testing.Tools;

/// <summary>A service that the Quadlet generator made.</summary>
/// <param name="Name">web.service</param>
/// <param name="Entries">Section, key and value of each line, in the generator's order.</param>
internal sealed record QuadletUnit(string Name, IReadOnlyList<(string Section, string Key, string Value)> Entries)
{
    /// <summary>Options of podman run that Quadlet writes without a value: the word after them is no value of theirs.</summary>
    private static readonly HashSet<string> Bare =
        ["-d", "--rm", "--replace", "--init", "--read-only", "--ignore", "--internal", "--ipv6", "--disable-dns", "--env-host", "--tls-verify"];

    public IReadOnlyList<string> Values(string section, string key) =>
        Entries.Where(e => e.Section == section && e.Key == key).Select(e => e.Value).ToList();

    /// <summary>All words of ExecStart, as they stand: good for what comes after the image.</summary>
    public IReadOnlyList<string> ExecStart => SystemdWords.Split(Values("Service", "ExecStart").Single());

    /// <summary>
    /// The arguments of podman, sorted, an option and its value in one text: <c>--label a=b</c>.
    /// Sorted, because the generator walks Go maps and gives another order at each run.
    /// </summary>
    public IReadOnlyList<string> Arguments
    {
        get
        {
            var words = ExecStart;
            var arguments = new List<string>();
            for (var i = 1; i < words.Count; i++)
            {
                var takesNext = words[i].StartsWith('-') && !words[i].Contains('=', StringComparison.Ordinal)
                    && !Bare.Contains(words[i]) && i + 1 < words.Count && !words[i + 1].StartsWith('-');
                arguments.Add(takesNext ? $"{words[i]} {words[++i]}" : words[i]);
            }

            return arguments.Order(StringComparer.Ordinal).ToList();
        }
    }
}
