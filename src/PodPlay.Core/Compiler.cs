using System.Text;
using PodPlay.Artefacts.Quadlet;
using PodPlay.Diagnostics;
using PodPlay.Model.Checks;
using PodPlay.Model.Resolve;
using PodPlay.Spec;
using PodPlay.Syntax;

namespace PodPlay;

/// <summary>From a spec's path to what it means: parse, bind, resolve, check.</summary>
public static class Compiler
{
    public const string LockName = "podplay.lock";

    /// <summary>Reads files through <paramref name="files"/> only; writes nothing.</summary>
    public static Compilation Compile(string path, ISpecFiles files)
    {
        var diagnostics = new DiagnosticBag();
        if (SpecLoader.Load(path, files, diagnostics) is not { } loaded)
            return new(null, null, AddressLock.Empty, Findings.Of(diagnostics, [], []));
        var places = new SpecPlaces(loaded.Root);
        if (SpecBinder.Bind(loaded.Root, diagnostics) is not { } spec)
            return new(null, places, AddressLock.Empty, Findings.Of(diagnostics, [], loaded.Sources));
        var remembered = ReadLock(LockPathOf(path), files, diagnostics);
        var (network, chosen) = NetworkResolver.Resolve(spec, remembered, diagnostics);
        NetworkChecker.Check(network, places, diagnostics);
        QuadletSupport.Check(network, places.Value, diagnostics);
        return new(network, places, chosen, Findings.Of(diagnostics, spec.Lint, loaded.Sources));
    }

    /// <summary>The lock lies beside the spec.</summary>
    public static string LockPathOf(string specPath) => Path.Combine(Path.GetDirectoryName(specPath) ?? "", LockName);

    private static AddressLock ReadLock(string path, ISpecFiles files, DiagnosticBag diagnostics)
    {
        try
        {
            return files.Read(path) is { } bytes ? AddressLock.Parse(new(path, Encoding.UTF8.GetString(bytes)), diagnostics) : AddressLock.Empty;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            diagnostics.Report(Diagnose.LockNotReadable(path, fault.Message));
            return AddressLock.Empty;
        }
    }
}
