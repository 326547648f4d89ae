using BenchmarkDotNet.Running;
using PodPlay.Benchmarks;

// views SPEC FILE: the values that the templates print, for the peers of bench/run. Anything else: arguments of BenchmarkDotNet.
if (args is ["views", var spec, var file])
{
    ViewsFile.Write(spec, file);
    return;
}
// In this process: BenchmarkDotNet would compile a project of its own for each run, under this repository's rules.
BenchmarkSwitcher.FromTypes([typeof(Stages), typeof(Writing)]).Run([.. args, "--inProcess"]);
