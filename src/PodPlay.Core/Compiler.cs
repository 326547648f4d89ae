using System.Text;
using PodPlay.Artefacts;
using PodPlay.Connectivity;
using PodPlay.Diagnostics;
using PodPlay.Model;
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
    /// <param name="today">The date against which <c>until</c> is judged; asked only when the spec has one.</param>
    public static Compilation Compile(string path, ISpecFiles files, Func<ReferenceDate?>? today = null)
    {
        var diagnostics = new DiagnosticBag();
        if (SpecLoader.Load(path, files, diagnostics) is not { } loaded)
            return new(null, null, AddressLock.Empty, Findings.Of(diagnostics, [], []));
        var places = new SpecPlaces(loaded.Root);
        if (SpecBinder.Bind(loaded.Root, diagnostics) is not { } spec)
            return new(null, places, AddressLock.Empty, Findings.Of(diagnostics, [], AllowComment.In(loaded)));
        var lockOnDisk = ReadLock(LockPathOf(path), files, diagnostics);
        var remembered = lockOnDisk is null ? AddressLock.Empty : AddressLock.Parse(new(LockPathOf(path), Encoding.UTF8.GetString(lockOnDisk)), diagnostics);
        var (network, chosen) = NetworkResolver.Resolve(spec, remembered, diagnostics);
        NetworkChecker.Check(network, places, diagnostics);
        TermChecks.Check(network, places, today ?? (() => null), diagnostics);
        ArtefactChecks.Check(network, places.Value, places.Key, diagnostics);
        AssertionChecks.Check(network, places, diagnostics);
        var findings = Findings.Of(diagnostics, spec.Lint, AllowComment.In(loaded));
        network.Accepted = [.. findings.Accepted.Select(a => new AcceptedWarning(a.Finding.Code, a.Finding.Rule.Name, a.Finding.Message, a.Reason))];
        return new(network, places, chosen, findings) { LockPath = LockPathOf(path), LockOnDisk = lockOnDisk };
    }

    /// <summary>The lock lies beside the spec.</summary>
    public static string LockPathOf(string specPath) => Path.Combine(Path.GetDirectoryName(specPath) ?? "", LockName);

    private static byte[]? ReadLock(string path, ISpecFiles files, DiagnosticBag diagnostics)
    {
        try
        {
            return files.Read(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            diagnostics.Report(Diagnose.LockNotReadable(path, fault.Message));
            return null;
        }
    }
}
