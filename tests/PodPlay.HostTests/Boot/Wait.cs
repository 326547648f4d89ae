using System.Diagnostics;

namespace PodPlay.Boot;

/// <summary>For what a host does in its own time.</summary>
internal static class Wait
{
    /// <exception cref="Xunit.Sdk.XunitException">It is not so after that time.</exception>
    public static void Until(TimeSpan limit, Func<bool> isSo, string otherwise)
    {
        for (var clock = Stopwatch.StartNew(); !isSo(); Thread.Sleep(100))
            Assert.True(clock.Elapsed < limit, otherwise);
    }
}
