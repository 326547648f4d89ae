using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using PodPlay.Diagnostics;
using PodPlay.Spec;
using PodPlay.Text;

namespace PodPlay.Model.Resolve;

/// <summary>
/// The host numbers that podplay chose, by zone and service, so that a new service never moves an old one. Kept in
/// <c>podplay.lock</c> beside the spec and committed.
/// </summary>
public sealed class AddressLock
{
    private const string FirstLine = "# podplay lock 1: host numbers that podplay chose. Commit it; do not edit it.";

    public static AddressLock Empty { get; } = new(ImmutableSortedDictionary<string, int>.Empty);

    private readonly ImmutableSortedDictionary<string, int> _numbers;

    private AddressLock(ImmutableSortedDictionary<string, int> numbers) => _numbers = numbers;

    public bool IsEmpty => _numbers.IsEmpty;

    public int? NumberOf(string zone, string service) => _numbers.TryGetValue(KeyOf(zone, service), out var number) ? number : null;

    internal static AddressLock Of(IEnumerable<(string Zone, string Service, int Number)> numbers) =>
        new(numbers.ToImmutableSortedDictionary(n => KeyOf(n.Zone, n.Service), n => n.Number, StringComparer.Ordinal));

    /// <summary>Reads a lock file; what cannot be read is a diagnostic, since guessing would renumber services.</summary>
    public static AddressLock Parse(SourceText source, DiagnosticBag diagnostics)
    {
        var numbers = ImmutableSortedDictionary.CreateBuilder<string, int>(StringComparer.Ordinal);
        for (var line = 1; line <= source.LineCount; line++)
        {
            var text = source.LineAt(line);
            if (text.Length == 0 || (text[0] == '#' && (line > 1 || text == FirstLine)))
                continue;
            var parts = text.Split(' ');
            var isEntry = parts is [var key, var number] && Rules.Number(number) is > 0 and <= 65534
                && key.Split('/') is [var zone, var service] && Rules.IsLabel(zone) && Rules.IsLabel(service);
            if (!isEntry || !numbers.TryAdd(parts[0], Rules.Number(parts[1])!.Value))
            {
                var start = source.OffsetOf(line, 1);
                diagnostics.Report(Diagnose.LockUnreadable(source.Span(start, start + text.Length), text));
                return Empty;
            }
        }
        return new(numbers.ToImmutable());
    }

    public string Print()
    {
        var text = new StringBuilder(FirstLine).Append('\n');
        foreach (var (key, number) in _numbers)
            text.Append(CultureInfo.InvariantCulture, $"{key} {number}").Append('\n');
        return text.ToString();
    }

    private static string KeyOf(string zone, string service) => $"{zone}/{service}";
}
