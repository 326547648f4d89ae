using System.Collections.Immutable;
using PodPlay.Syntax;
using PodPlay.Text;

namespace PodPlay.Diagnostics;

/// <summary>PP820 to PP827: what is met when a first spec is made from files of other tools. They speak of those files, so that no spec can allow them.</summary>
public static partial class Diagnose
{
    public static readonly DiagnosticRule ImportNotCarriedRule = new("PP820", "import-not-carried", Severity.Warning, Allowable: false);
    public static readonly DiagnosticRule ImportFormRule = DiagnosticRule.Error("PP821", "import-form");
    public static readonly DiagnosticRule ImportNotComposeRule = DiagnosticRule.Error("PP822", "import-not-compose");
    public static readonly DiagnosticRule ImportVariableRule = new("PP823", "import-variable", Severity.Warning, Allowable: false);
    public static readonly DiagnosticRule ImportSecretRule = new("PP824", "import-secret", Severity.Warning, Allowable: false);
    public static readonly DiagnosticRule ImportAdaptedRule = new("PP825", "import-adapted", Severity.Warning, Allowable: false);
    public static readonly DiagnosticRule ImportNotNetworksRule = DiagnosticRule.Error("PP826", "import-not-networks");
    public static readonly DiagnosticRule ImportRefusedRule = DiagnosticRule.Error("PP827", "import-refused");

    /// <param name="what"><c>web.healthcheck.interval</c>.</param>
    internal static Diagnostic ImportNotCarried(SourceSpan place, string what, string instead) =>
        new(ImportNotCarriedRule, $"{what} is not carried over")
        {
            Primary = new(place, "left out"),
            Fixes = instead.Length == 0 ? [] : [instead],
        };

    internal static Diagnostic ImportForm(SourceSpan place, string what, string expected) =>
        new(ImportFormRule, $"{what} is not what compose expects there")
        {
            Primary = new(place, $"expected {expected}"),
            Fixes = ["docker compose config says what is wrong with the file"],
        };

    internal static Diagnostic ImportNotCompose(string path, SourceSpan place) =>
        new(ImportNotComposeRule, $"{path} has no services")
        {
            Primary = new(place, "no key services with a service below it"),
            Fixes = ["name the compose file: compose.yaml or docker-compose.yml", "or podplay import network for podman network inspect"],
        };

    internal static Diagnostic ImportVariable(SourceSpan place, string name, string used) =>
        new(ImportVariableRule, $"the value of ${{{name}}} is not known here")
        {
            Primary = new(place, $"{used} stands in its place"),
            Why = ["compose takes it from the environment or .env; podplay reads neither: the same spec means the same everywhere"],
            Fixes = ["docker compose config --no-interpolate shows what is asked for; write the value into the spec"],
        };

    internal static Diagnostic ImportSecret(SourceSpan place, string what, string secret, SourceSpan value) =>
        new(ImportSecretRule, $"{what} becomes the podman secret {secret}")
        {
            Primary = new(place, "looks like a secret (value hidden)"),
            Mask = [value],
            Why = ["the spec and everything made from it live in git"],
            Fixes = [$"on the host: podman secret create {secret} -"],
        };

    /// <param name="how">What became of it.</param>
    internal static Diagnostic ImportAdapted(SourceSpan place, string what, string how, params ImmutableArray<string> fixes) =>
        new(ImportAdaptedRule, what)
        {
            Primary = new(place, how),
            Fixes = fixes,
        };

    internal static Diagnostic ImportNotNetworks(SpecNode node, string expected) =>
        new(ImportNotNetworksRule, "this is not what podman network inspect prints")
        {
            Primary = new(node.Span, $"expected {expected}"),
            Fixes = ["podman network inspect $(podman network ls -q) > networks.json"],
        };

    internal static Diagnostic ImportRefused(string path, ImmutableArray<Diagnostic> errors) =>
        new(ImportRefusedRule, $"the spec made from {path} has {Number(errors.Length)} {(errors.Length == 1 ? "error" : "errors")}")
        {
            Path = path,
            Why = [.. errors.Take(5).Select(e => $"{e.Message} ({e.Code})")],
            Fixes = ["it is printed all the same: podplay check says where, and how to mend it"],
        };
}
