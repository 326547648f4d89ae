using System.Globalization;
using System.Text.RegularExpressions;
using PodPlay.Diagnostics;
using PodPlay.Spec;
using PodPlay.Syntax;

namespace PodPlay.Import;

/// <summary>One service of a compose file. Every key is carried, passed over because it changes nothing, or reported.</summary>
internal sealed partial class ComposeServiceReader(string project, ComposeReader reader)
{
    public void Read(DraftService service, IEnumerable<SpecEntry> entries)
    {
        foreach (var entry in entries)
            ReadKey(service, entry, $"{service.Compose}.{entry.Key.Text}");
        if (service.Image.Length == 0)
            reader.Form(service.Place, service.Compose, "image: or build:");
        if (service is { Replicas: > 1 } && service.Ports.Exists(p => p.Scope == "lan"))
            MakePrivate(service, "several containers cannot share a port of the host", "a service with balance: in front of it, with the port");
        if (service.OnHostNetwork)
            service.Ports.Clear();
    }

    private void ReadKey(DraftService service, SpecEntry entry, string what)
    {
        var value = entry.Value;
        switch (entry.Key.Text)
        {
            case "image": service.Image = FullImage(reader.Text(value, what) ?? "", value); break;
            case "build": Build(service, entry); break;
            case "container_name": AddAlias(service, reader.Text(value, what)); break;
            case "command": service.Command = Harmless(entry, what, value is SpecSequence ? CommandWords.Join(Texts(value, what)) : CommandWords.OneLine(reader.Text(value, what))); break;
            case "environment": ComposeEnvironment.Read(service, value, reader); break;
            case "secrets": ComposeEnvironment.ReadSecrets(service, value, reader); break;
            case "ports": ComposePorts.Read(service, value, reader); break;
            case "expose": ComposePorts.ReadExposed(service, value, reader); break;
            case "volumes": new ComposeVolumes(project, reader).Read(service, value); break;
            case "healthcheck": service.Health = Harmless(entry, what, ComposeHealth.Read(service, value, reader)); break;
            case "networks": Networks(service, value, what); break;
            case "network_mode": NetworkMode(service, entry, what); break;
            case "depends_on": DependsOn(service, value, what); break;
            case "deploy": Deploy(service, value, what); break;
            case "scale": service.Replicas = Count(value, what); break;
            case "devices": Devices(service, value, what); break;
            case "cap_add": Capabilities(service, value, what); break;
            case "sysctls": Sysctls(service, value, what); break;
            case "user": User(service, entry, what); break;
            case "read_only": service.ReadOnly = reader.Text(value, what) == "true"; break;
            case "dns": Dns(service, value, what); break;
            case "stop_grace_period": StopTimeout(service, entry, what); break;
            case "restart": Restart(entry, what); break;
            case "profiles": break;
            case var key when ComposeUncarried.IsSilent(key): break;
            default: reader.NotCarried(entry.Key, what, ComposeUncarried.Instead(entry.Key.Text)); break;
        }
    }

    private string? Harmless(SpecEntry entry, string what, string? command)
    {
        if (command is null || !CommandWords.HoldSecret(command))
            return command;
        reader.Diagnostics.Report(Diagnose.ImportNotCarried(entry.Key.Span, what, "it holds what looks like a secret: let the program read it from a file, secrets: puts it at /run/secrets/NAME") with { Mask = [entry.Value.Span] });
        return null;
    }

    // Docker reads a short name as one of its own registry.
    private string FullImage(string image, SpecNode node)
    {
        var parts = image.Split('/');
        var full = parts.Length == 1 && image.Length > 0 ? $"docker.io/library/{image}"
            : parts.Length > 1 && !parts[0].Contains('.', StringComparison.Ordinal) && !parts[0].Contains(':', StringComparison.Ordinal) && parts[0] != "localhost" ? $"docker.io/{image}" : image;
        if (full.Length == 0 || Rules.Image.IsValid(full))
            return full;
        reader.Form(node, "image", Rules.Image.Expected);
        return "";
    }

    private void Build(DraftService service, SpecEntry entry)
    {
        var context = entry.Value is SpecMapping map ? map["context"] : entry.Value;
        var path = context is SpecScalar scalar ? ComposeVariables.Expand(scalar, reader.Diagnostics) : ".";
        if (service.Image.Length == 0)
            service.Image = $"localhost/{service.Name}:1.0.0";
        reader.Diagnostics.Report(Diagnose.ImportAdapted(entry.Key.Span, $"podplay builds no images: {service.Compose} is built from {path}", "to be built outside", $"podman build -t {service.Image} {path}   on its host"));
    }

    private static void AddAlias(DraftService service, string? name)
    {
        if (name is not null && ImportNames.Label(name) is var label && label != service.Name && !service.Aliases.Contains(label))
            service.Aliases.Add(label);
    }

    private void Networks(DraftService service, SpecNode node, string what)
    {
        foreach (var (name, place, settings) in node is SpecMapping map ? map.Entries.Select(e => (e.Key.Text, (SpecNode)e.Key, e.Value)) : reader.List(node, what).OfType<SpecScalar>().Select(s => (s.Text, (SpecNode)s, (SpecNode)s)))
        {
            string? address = null;
            foreach (var entry in settings is SpecMapping ? reader.Map(settings, what) : [])
            {
                if (entry.Key.Text == "aliases")
                    Texts(entry.Value, what).ToList().ForEach(a => AddAlias(service, a));
                else if (entry.Key.Text == "ipv4_address")
                    address = reader.Text(entry.Value, what);
                else
                    reader.NotCarried(entry.Key, $"{what}.{name}.{entry.Key.Text}", entry.Key.Text == "ipv6_address" ? "at: gives a service the same number in both families" : "");
            }
            service.Networks.Add((name, place, address));
        }
    }

    private void NetworkMode(DraftService service, SpecEntry entry, string what)
    {
        if (reader.Text(entry.Value, what) is "host")
            service.OnHostNetwork = true;
        else
            reader.NotCarried(entry.Key, what, "a service stands in a zone, or on its host's network");
    }

    private void DependsOn(DraftService service, SpecNode node, string what)
    {
        foreach (var (name, place) in node is SpecMapping map ? map.Entries.Select(e => (e.Key.Text, (SpecNode)e.Key)) : reader.List(node, what).OfType<SpecScalar>().Select(s => (s.Text, (SpecNode)s)))
            service.Calls.Add((name, place));
    }

    private void Deploy(DraftService service, SpecNode node, string what)
    {
        foreach (var entry in reader.Map(node, what))
        {
            if (entry.Key.Text == "replicas")
                service.Replicas = Count(entry.Value, $"{what}.replicas");
            else if (entry.Key.Text is not ("mode" or "endpoint_mode"))
                reader.NotCarried(entry.Key, $"{what}.{entry.Key.Text}", entry.Key.Text == "resources" ? "a drop-in of the unit can say MemoryMax= and CPUQuota= below [Service]" : "");
        }
    }

    private int Count(SpecNode node, string what)
    {
        if (reader.Text(node, what) is { } text && Rules.Number(text) is >= 1 and <= 99 and var count)
            return count;
        reader.Form(node, what, "a whole number from 1 to 99");
        return 1;
    }

    private void Devices(DraftService service, SpecNode node, string what)
    {
        foreach (var item in reader.List(node, what))
        {
            if (item is not SpecMapping && reader.Text(item, what)?.Split(':') is [var device, .. var rest] && (rest.Length == 0 || rest[0] == device) && Rules.Path.IsValid(device))
                service.Devices.Add(device);
            else
                reader.NotCarried(item, what, "devices: takes nodes of the host, at the same path in the container");
        }
    }

    private void Capabilities(DraftService service, SpecNode node, string what)
    {
        foreach (var item in reader.List(node, what))
        {
            var name = reader.Text(item, what)?.ToUpperInvariant() ?? "";
            name = name.StartsWith("CAP_", StringComparison.Ordinal) ? name[4..] : name;
            if (name == "ALL" || !Rules.Capability.IsValid(name))
                reader.NotCarried(item, $"{what} {name}", "name the capabilities that it needs");
            else
                service.Capabilities.Add(name);
        }
    }

    private void Sysctls(DraftService service, SpecNode node, string what)
    {
        foreach (var (key, name, value) in reader.Pairs(node, what))
        {
            if (value is null || !Rules.SysctlKey.IsValid(name))
                reader.NotCarried(key, $"{what}.{name}");
            else
                service.Sysctl[name] = ComposeVariables.Expand(value, reader.Diagnostics);
        }
    }

    private void User(DraftService service, SpecEntry entry, string what)
    {
        if (reader.Text(entry.Value, what) is { } user && Rules.ContainerUser.IsValid(user))
            service.User = user;
        else
            reader.NotCarried(entry.Key, what, Rules.ContainerUser.Expected);
    }

    private void Dns(DraftService service, SpecNode node, string what)
    {
        foreach (var item in reader.List(node, what))
        {
            if (reader.Text(item, what) is { } text && Model.Address.Parse(text) is not null)
                service.Dns.Add(text);
            else
                reader.NotCarried(item, what, "an address");
        }
    }

    private void StopTimeout(DraftService service, SpecEntry entry, string what)
    {
        var match = Duration().Match(reader.Text(entry.Value, what) ?? "");
        var seconds = (Part("h") * 3600) + (Part("m") * 60) + Part("s");
        if (match.Success && seconds is >= 1 and <= 3600)
            service.StopTimeout = seconds;
        else
            reader.NotCarried(entry.Key, what, "stop-timeout: whole seconds, at most 3600");

        int Part(string name) => int.TryParse(match.Groups[name].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }

    private void Restart(SpecEntry entry, string what)
    {
        if (reader.Text(entry.Value, what) is not (null or "always" or "unless-stopped"))
            reader.NotCarried(entry.Key, what, "services restart always; what runs once and stops is timer:");
    }

    private void MakePrivate(DraftService service, string because, string instead)
    {
        reader.Diagnostics.Report(Diagnose.ImportAdapted(service.Place.Span, $"{service.Compose}: {because}", "its ports become private", instead));
        for (var at = 0; at < service.Ports.Count; at++)
            service.Ports[at] = service.Ports[at] with { Scope = "private", Host = "" };
    }

    private IEnumerable<string> Texts(SpecNode node, string what) => reader.List(node, what).Select(i => reader.Text(i, what)).OfType<string>();

    [GeneratedRegex("^((?<h>[0-9]{1,4})h)?((?<m>[0-9]{1,4})m)?((?<s>[0-9]{1,5})s)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Duration();
}
