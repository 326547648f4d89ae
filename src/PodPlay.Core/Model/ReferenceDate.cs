namespace PodPlay.Model;

/// <summary>The date against which <c>until</c> is judged: given, never the clock's.</summary>
/// <param name="From">Who gave it: <c>--today</c>, or <c>the commit of HEAD</c>.</param>
public sealed record ReferenceDate(DateOnly Date, string From);
