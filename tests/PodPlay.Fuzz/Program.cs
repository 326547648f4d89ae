using System.Diagnostics;
using System.Globalization;
using PodPlay.Diagnostics;
using PodPlay.Fuzz;

// fuzz ROOT FOLDER MINUTES SEED: see scripts/fuzz.
var (root, folder) = (args[0], args[1]);
var minutes = double.Parse(args[2], CultureInfo.InvariantCulture);
var seed = int.Parse(args[3], CultureInfo.InvariantCulture);

var scratch = Directory.CreateTempSubdirectory("podplay-fuzz-").FullName;
var found = new FoundInputs(folder);
var fuzzer = new Fuzzer(Corpus.Of(root), seed, found, scratch);
var clock = Stopwatch.StartNew();
var said = TimeSpan.Zero;
using (new Watch(fuzzer, folder))
{
    while (clock.Elapsed.TotalMinutes < minutes)
    {
        fuzzer.Step();
        if (clock.Elapsed - said > TimeSpan.FromMinutes(1))
        {
            said = clock.Elapsed;
            Say();
        }
    }
}
Directory.Delete(scratch, recursive: true);
Say();
return found.Counts.Count == 0 ? 0 : 1;

void Say()
{
    Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{clock.Elapsed:hh\\:mm\\:ss} seed {seed}: {fuzzer.Seen} inputs, {fuzzer.Sound} without errors, {fuzzer.Codes.Count} of {DiagnosticCatalog.All.Length} codes, {found.Counts.Count} faults{string.Concat(found.Counts.OrderByDescending(c => c.Value).Select(c => $"\n         {c.Value} x {c.Key}"))}"));
    Console.Out.Flush();
}
