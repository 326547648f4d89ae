using System.CommandLine.Parsing;
using System.Globalization;
using System.Text;
using PodPlay.Model;

namespace PodPlay.Cli;

/// <summary>The date against which <c>until</c> is judged: <c>--today</c>, else that of the commit that is checked out. Never the clock's.</summary>
internal static class GivenDate
{
    /// <summary>Null when nobody says which day it is.</summary>
    public static ReferenceDate? Of(DateOnly? today, string specPath)
    {
        if (today is { } date)
            return new(date, "--today");
        var folder = Path.GetDirectoryName(specPath) is { Length: > 0 } parent ? parent : ".";
        return Git.Ask(folder, "log", "-1", "--no-show-signature", "--format=%cs", "HEAD") is { } printed
            && Parse(Encoding.ASCII.GetString(printed).Trim()) is { } committed ? new(committed, "the commit of HEAD") : null;
    }

    /// <summary>For <c>--today</c>.</summary>
    public static DateOnly? Parse(ArgumentResult argument)
    {
        if (Parse(argument.Tokens[0].Value) is { } date)
            return date;
        argument.AddError($"--today takes a day such as 2027-01-31, not {argument.Tokens[0].Value}");
        return null;
    }

    private static DateOnly? Parse(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
