using System.Diagnostics;

namespace PodPlay.Boot;

/// <summary>For what a host does in its own time.</summary>
internal static class Wait
{
    /// <exception cref="Xunit.Sdk.XunitException">It is not so after that time.</exception>
    public static void Until(TimeSpan limit, Func<bool> isSo, string otherwise) => Until(limit, isSo, () => otherwise);

    /// <param name="otherwise">What there is to see then.</param>
    /// <exception cref="Xunit.Sdk.XunitException">It is not so after that time.</exception>
    public static void Until(TimeSpan limit, Func<bool> isSo, Func<string> otherwise)
    {
        for (var clock = Stopwatch.StartNew(); !isSo(); Thread.Sleep(100))
        {
            if (clock.Elapsed > limit)
                Assert.Fail(otherwise());
        }
    }
}
