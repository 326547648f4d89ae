namespace PodPlay.Fuzz;

/// <summary>Ends a process that hangs, after it has written down on what.</summary>
internal sealed class Watch : IDisposable
{
    // Far above what one input may take of the processor: on the wall's clock a busy machine is slow, too.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Timer _timer;
    private (int Seen, int Ticks) _last;

    public Watch(Fuzzer fuzzer, string folder) => _timer = new(_ => Look(fuzzer, folder), null, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(10));

    public void Dispose() => _timer.Dispose();

    private void Look(Fuzzer fuzzer, string folder)
    {
        _last = _last.Seen == fuzzer.Seen ? (_last.Seen, _last.Ticks + 1) : (fuzzer.Seen, 0);
        if (_last.Ticks * 10 < Patience.TotalSeconds || fuzzer.Current is not { } input)
            return;
        input.WriteTo(Path.Combine(folder, "hang", "as-found"));
        Environment.FailFast($"input {fuzzer.Seen + 1} hangs; it lies in {folder}/hang");
    }
}
