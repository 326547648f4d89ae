using System.Globalization;

namespace PodPlay.Model;

/// <summary>
/// systemd's calendar expressions, systemd.time(7): <c>daily</c>, <c>Mon..Fri *-*-* 02:30:00 Europe/Berlin</c>. A timer whose expression
/// systemd cannot read never runs, and says so in a journal that nobody reads. A table of both kinds is held against systemd-analyze.
/// </summary>
public static class Calendar
{
    private static readonly string[] Words =
        ["minutely", "hourly", "daily", "weekly", "monthly", "yearly", "annually", "quarterly", "semiannually", "semi-annually", "biannually", "bi-annually"];

    private static readonly string[] Weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    // The areas of the time zone database; which places it knows is the host's own affair.
    private static readonly string[] Areas = ["Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Etc", "Indian", "Pacific"];

    /// <summary>One word of systemd's, which leaves the minute open.</summary>
    public static bool IsWord(string text) => Words.Contains(text, StringComparer.OrdinalIgnoreCase);

    public static bool IsValid(string text)
    {
        var space = text.LastIndexOf(' ');
        if (space > 0 && IsTimeZone(text[(space + 1)..]))
            text = text[..space];
        return IsWord(text) || IsMoment(text);
    }

    // Days of the week, a date, a time of day: each may be left out, but not all of them.
    private static bool IsMoment(string text)
    {
        if (text.Length == 0 || text[0] == ' ' || text[^1] == ' ')
            return false;
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).AsSpan();
        if (AreWeekdays(parts[0]))
            parts = parts[1..];
        if (parts is [['@', .. var seconds]])
            return IsDecimal(seconds);
        if (parts is [var date, ..] && IsDate(date))
            parts = parts[1..];
        return parts.Length == 0 || (parts.Length == 1 && IsTime(parts[0]));
    }

    private static bool AreWeekdays(string text) => text.TrimEnd(',') is { Length: > 0 } list && list.Length >= text.Length - 1 && list.Split(',').All(item =>
        item.Contains("..", StringComparison.Ordinal)
            ? item.Split("..") is [var from, var to] && AreInOrder(from, to)
            : item.Split('-') is [var first, var last] ? AreInOrder(first, last) : WeekdayOf(item) >= 0);

    private static bool AreInOrder(string from, string to) => WeekdayOf(from) is >= 0 and var first && WeekdayOf(to) >= first;

    private static int WeekdayOf(string text) =>
        Array.FindIndex(Weekdays, d => d.Equals(text, StringComparison.OrdinalIgnoreCase) || d[..3].Equals(text, StringComparison.OrdinalIgnoreCase));

    // The last separator may be a tilde: the day counts from the month's end, and the last three cannot be counted in every month.
    private static bool IsDate(string text)
    {
        var end = text.LastIndexOfAny(['-', '~']);
        if (end < 0 || !IsField(text[(end + 1)..], 1, text[end] == '~' ? 28 : 31))
            return false;
        return text[..end].Split('-') switch
        {
            [var month] => IsField(month, 1, 12),
            [var year, var month] => IsField(year, 1970, 2199, YearOf) && IsField(month, 1, 12),
            _ => false,
        };
    }

    private static bool IsTime(string text) => text.Split(':') switch
    {
        [var hour, var minute] => IsField(hour, 0, 23) && IsField(minute, 0, 59),
        [var hour, var minute, var second] => IsField(hour, 0, 23) && IsField(minute, 0, 59) && IsSeconds(second),
        _ => false,
    };

    // Fractions of a second are allowed there: judged by their whole part, which is all that the limits are about.
    private static bool IsSeconds(string text)
    {
        var whole = new System.Text.StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '.' && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]) && i > 0 && char.IsAsciiDigit(text[i - 1]))
            {
                while (i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]))
                    i++;
                // 0.1.2 has two points.
                if (i + 1 < text.Length && text[i + 1] == '.' && !text[(i + 1)..].StartsWith("..", StringComparison.Ordinal))
                    return false;
            }
            else
            {
                whole.Append(text[i]);
            }
        }
        return IsField(whole.ToString(), 0, 59);
    }

    private static bool IsField(string text, int from, int to, Func<int, int>? meaning = null) =>
        text == "*" || text.Split(',').All(item => IsItem(item, from, to, meaning ?? (n => n)));

    // 5, 1..5, 0/15, 8..18/2: a step must be met at least once before the end.
    private static bool IsItem(string text, int from, int to, Func<int, int> meaning)
    {
        var (range, step) = text.Split('/') switch
        {
            [var alone] => (alone, 1),
            [var stepped, var by] when NumberOf(by) is > 0 and var number => (stepped, number),
            _ => ("", 0),
        };
        var ends = range.Split("..");
        if (ends.Length > 2 || NumberOf(ends[0]) is not { } first || NumberOf(ends[^1]) is not { } last)
            return false;
        (first, last) = (meaning(first), meaning(last));
        return first >= from && last <= to && first <= last && step <= to - from && (ends.Length == 2 || text == range || first + step <= to);
    }

    private static int YearOf(int written) => written switch
    {
        < 70 => 2000 + written,
        < 100 => 1900 + written,
        _ => written,
    };

    private static int? NumberOf(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool IsDecimal(string text) => text.Length is > 0 and <= 18 && text.Split('.') is { Length: <= 2 } parts && parts.All(p => p.Length > 0 && p.All(char.IsAsciiDigit));

    private static bool IsTimeZone(string text) =>
        text.Equals("UTC", StringComparison.OrdinalIgnoreCase) || text == "GMT"
        || (text.Split('/') is { Length: 2 or 3 } parts && Areas.Contains(parts[0]) && parts.All(p => p.Length > 0 && p.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '+')));
}
