using System.Collections.Immutable;
using PodPlay.Diagnostics;
using PodPlay.Syntax;
using PodPlay.Text;

namespace PodPlay.Spec;

/// <summary>SpecNode to typed spec: the shape is checked against the key table, then read.</summary>
internal static class SpecBinder
{
    /// <returns>Null for a newer format, of which nothing may be interpreted.</returns>
    public static PodPlaySpec? Bind(SpecMapping root, DiagnosticBag diagnostics)
    {
        if (root["podplay"] is SpecScalar { Text: var format } place && Rules.Number(format) > 1)
        {
            diagnostics.Report(Diagnose.NewerFormat(place.Span, format));
            return null;
        }
        SecretScan.Check(root, diagnostics);
        root = ShapeChecker.Check(root, SpecShapes.Root, diagnostics);
        if (root.Find("hosts") is { Value: SpecMapping { Entries.IsEmpty: true } or SpecScalar { IsNull: true } } hosts)
            diagnostics.Report(Diagnose.NoHost(hosts.Key));
        var fields = new Fields(root, SpecShapes.Root);
        return new PodPlaySpec
        {
            Name = fields.Text("name"),
            Domain = fields.Text("domain"),
            Router = fields.Has("router") ? RouterOf(fields.Map("router")) : null,
            Sources = [.. fields.Named("sources").Select(s => new SourceSpec(s.Name, Fields.ListOf(s.Value, s.Shape)))],
            Defaults = DefaultsOf(fields.Map("defaults")),
            Hosts = [.. fields.Named("hosts").Select(h => HostOf(h.Name, new Fields(h.Value, h.Shape)))],
            Zones = [.. fields.Named("zones").Select(z => ZoneOf(z.Name, new Fields(z.Value, z.Shape)))],
            Services = [.. fields.Named("services").Select(s => ServiceBinder.Bind(s.Name, new Fields(s.Value, s.Shape), diagnostics))],
            Certificates = [.. fields.Named("certificates").Select(c => CertificateOf(c.Name, new Fields(c.Value, c.Shape)))],
            Domains = [.. fields.Named("domains").Select(d => DomainBinder.Bind(d.Name, new Fields(d.Value, d.Shape)))],
            Flows = [.. fields.Named("flows").Select(f => FlowOf(f.Name, f.Value, f.Shape))],
            Statements = StatementBinder.Bind(fields.Map("assert")),
            Lint = [.. fields.Named("lint").Select(l => LevelOf(l.Name, l.Value, l.Shape)).OfType<LintLevel>()],
        };
    }

    internal static ImmutableArray<SettingSpec> Settings(Fields fields, string key) =>
    [
        .. fields.Named(key)
            .Select(s => (s.Name, Value: Fields.ScalarOf(s.Value, s.Shape)))
            .Where(s => s.Value is not null)
            .Select(s => new SettingSpec(s.Name, s.Value!.Value)),
    ];

    private static RouterSpec RouterOf(Fields fields)
    {
        var interfaces = fields.Map("interfaces");
        return new(fields.Texts("address"), fields.Texts("lan"), fields.Texts("public"), fields.Text("kind"), interfaces.Text("wan"), interfaces.Text("lan"));
    }

    private static DefaultsSpec DefaultsOf(Fields fields) => new(fields.Text("host"), fields.Text("userns"), fields.Texts("dns"));

    private static HostSpec HostOf(Spanned<string> name, Fields fields) => new()
    {
        Name = name,
        Addresses = fields.Texts("address"),
        Podman = fields.Text("podman"),
        Rootless = RootlessOf(fields),
        Uplink = fields.Text("uplink"),
        Ssh = fields.Map("admin").Text("ssh"),
        AdminFrom = fields.Map("admin").Text("from"),
        Tuning = fields.Text("tuning"),
        Sysctl = Settings(fields, "sysctl"),
    };

    private static RootlessSpec? RootlessOf(Fields fields)
    {
        if (fields.Text("rootless") is { } user)
            return new(user, null, IsShort: true);
        var map = fields.Map("rootless");
        return map.Text("user") is { } name ? new(name, map.Number("uid"), IsShort: false) : null;
    }

    private static ZoneSpec ZoneOf(Spanned<string> name, Fields fields) =>
        new(name, fields.Entry("subnets")?.Value is not (null or SpecSequence { Items.IsEmpty: true } or SpecScalar { IsNull: true }), fields.Texts("subnets"), EgressOf(fields), fields.Text("host"), fields.Text("attach"), fields.Text("parent"));

    // Of one that cannot be read nothing is said that follows from a closed zone.
    private static Spanned<string>? EgressOf(Fields fields) =>
        fields.Text("egress") ?? (fields.Entry("egress") is { Value: not SpecScalar { IsNull: true } } unread ? new("internet", unread.Value.Span) : null);

    private static CertificateSpec CertificateOf(Spanned<string> name, Fields fields) =>
        new(name, fields.Texts("names"), fields.Text("challenge"), fields.Text("solver"), fields.Text("server"), fields.Text("email"), fields.Text("key"), fields.Texts("deploy"));

    private static FlowSpec FlowOf(Spanned<string> key, SpecNode value, Shape shape)
    {
        var syntax = FlowSyntax.Parse(key.Value)!;
        var map = new Fields(value, shape);
        var ports = value is SpecMapping ? map.Texts("ports") : Fields.ListOf(value, shape);
        return new(key, key.Part(0, syntax.From.Length), key.Part(syntax.ToStart, syntax.To.Length), ports, TermOf(map));
    }

    /// <summary>The keys of a long form; of a short one, none.</summary>
    internal static TermSpec TermOf(Fields fields) => new(fields.Text("until"), fields.Text("owner"));

    private static LintLevel? LevelOf(Spanned<string> key, SpecNode value, Shape shape)
    {
        if (Fields.ScalarOf(value, shape) is { } level)
            return new(key, level, null);
        return new Fields(value, shape).Text("allow") is { } reason ? new(key, new("allow", reason.Span), reason.Value) : null;
    }
}
