using System.Collections.Immutable;
using PodPlay.Diagnostics;
using PodPlay.Model;
using PodPlay.Syntax;
using PodPlay.Text;

namespace PodPlay.Spec;

/// <summary>One service's keys to its typed spec.</summary>
internal static class ServiceBinder
{
    public static ServiceSpec Bind(Spanned<string> name, Fields fields, DiagnosticBag diagnostics) => new()
    {
        Name = name,
        Image = fields.Text("image"),
        Zone = fields.Text("zone"),
        SaysWhere = !fields.IsMap || fields.Has("zone") || fields.Has("network"),
        HostNetwork = fields.Text("network") is not null ? fields.Entry("network")?.Span : null,
        Host = fields.Text("host"),
        At = fields.Number("at"),
        AtEntry = fields.Entry("at")?.Span,
        Aliases = fields.Texts("aliases"),
        Replicas = fields.Number("replicas"),
        ReplicasEntry = fields.Entry("replicas")?.Span,
        Ports =
        [
            .. PortsOf(fields, Exposure.Public, diagnostics),
            .. PortsOf(fields, Exposure.Lan, diagnostics),
            .. PortsOf(fields, Exposure.Private, diagnostics),
        ],
        ListensOnHost = fields.Text("listen") is not null,
        Balances = [.. fields.Named("balance").Where(b => b.Value is SpecMapping).Select(b => BalanceBinder.Bind(b.Name, new Fields(b.Value, b.Shape)))],
        Statistics = fields.Text("statistics"),
        VirtualHosts = VirtualHostsOf(fields),
        Layout = fields.Text("layout"),
        Resolves = fields.Texts("resolves"),
        Forwarders = fields.Texts("forwarders"),
        Command = fields.Text("command"),
        Reload = fields.Text("reload"),
        Health = fields.Text("health"),
        Environment = SpecBinder.Settings(fields, "environment"),
        Volumes = [.. fields.Named("volumes").Select(v => VolumeOf(v.Name, v.Value, v.Shape)).OfType<VolumeSpec>()],
        Secrets = SecretsOf(fields),
        Devices = fields.Texts("devices"),
        Sysctl = SpecBinder.Settings(fields, "sysctl"),
        Capabilities = fields.Texts("capabilities"),
        User = fields.Text("user"),
        UserNamespace = fields.Text("userns"),
        ReadOnly = fields.Flag("read-only"),
        Dns = fields.Has("dns") ? fields.Texts("dns") : null,
        Timer = fields.Text("timer"),
        StopTimeout = fields.Number("stop-timeout"),
        Limits = fields.Has("limits") ? LimitsOf(fields.Map("limits")) : null,
    };

    private static IEnumerable<PortSpec> PortsOf(Fields fields, Exposure exposure, DiagnosticBag diagnostics)
    {
        foreach (var (name, value, shape) in fields.Named(PortSpec.WordOf(exposure)))
        {
            var map = new Fields(value, shape);
            var text = value is SpecMapping ? map.Text("port") : Fields.ScalarOf(value, shape);
            if (text is not { } written || PortSyntax.Parse(written.Value) is not { } syntax)
                continue;
            var port = new PortSpec(name, exposure, written, syntax, map.Text("from"), map.Flag("proxy") is { Value: true }, SpecBinder.TermOf(map));
            if (StagesFit(port, diagnostics))
                yield return port;
        }
    }

    private static bool StagesFit(PortSpec port, DiagnosticBag diagnostics)
    {
        var stages = port.Syntax.Stages;
        var fits = port.Exposure switch
        {
            Exposure.Public => stages.Length is 1 or 3,
            Exposure.Lan => stages.Length is 1 or 2,
            _ => stages.Length is 1,
        };
        if (!fits)
            diagnostics.Report(Diagnose.PortStages(port));
        else if (stages.Any(s => s.Range.Count != stages[0].Range.Count))
            diagnostics.Report(Diagnose.PortRangesDiffer(port));
        else
            return true;
        return false;
    }

    private static ImmutableArray<VirtualHostSpec> VirtualHostsOf(Fields fields)
    {
        if (fields.Entry("vhosts")?.Value is SpecMapping)
        {
            return
            [
                // The keys of a map have no order: shuffled, they must give the same file.
                .. fields.Named("vhosts").OrderBy(v => v.Name.Value, StringComparer.Ordinal).Select(v =>
                {
                    var map = new Fields(v.Value, v.Shape);
                    return new VirtualHostSpec(v.Name, map.Texts("aliases"), map.Text("root"));
                }),
            ];
        }
        return [.. fields.Texts("vhosts").Select(n => new VirtualHostSpec(n, [], null))];
    }

    private static VolumeSpec? VolumeOf(Spanned<string> source, SpecNode value, Shape shape)
    {
        if (Fields.ScalarOf(value, shape) is { } target)
            return new(source, target, false);
        var map = new Fields(value, shape);
        return map.Text("at") is { } at ? new(source, at, map.Flag("read-only")?.Value ?? false, map.Has("backup") ? BackupOf(map.Map("backup")) : null) : null;
    }

    private static BackupSpec? BackupOf(Fields fields) => fields.Text("to") is not { } folder ? null
        : new(folder, fields.Text("timer"), fields.Number("keep"), fields.Text("test"))
        {
            Stop = fields.Flag("stop"),
            Dump = fields.Text("dump"),
            Load = fields.Text("load"),
            Check = fields.Text("check"),
        };

    private static ImmutableArray<SecretSpec> SecretsOf(Fields fields)
    {
        if (fields.Entry("secrets")?.Value is SpecMapping)
            return [.. fields.Named("secrets").Select(s => new SecretSpec(s.Name, Fields.ScalarOf(s.Value, s.Shape)))];
        return [.. fields.Texts("secrets").Select(s => new SecretSpec(s, null))];
    }

    private static LimitsSpec LimitsOf(Fields fields) => new(fields.Number("rate"), fields.Number("burst"), fields.Number("connections"), fields.Number("requests"));
}
