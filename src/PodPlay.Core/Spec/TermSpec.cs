using System.Globalization;
using PodPlay.Model;
using PodPlay.Text;

namespace PodPlay.Spec;

/// <summary>The keys <c>until</c> and <c>owner</c> of a flow or a port.</summary>
internal sealed record TermSpec(Spanned<string>? Until, Spanned<string>? Owner)
{
    public Term Resolve() => new(Until is { } until ? DateOf(until.Value) : null, Owner?.Value);

    /// <summary>Null when the text is no day of the calendar, written as 2027-01-31.</summary>
    public static DateOnly? DateOf(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
