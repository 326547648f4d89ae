using PodPlay.Diagnostics;
using PodPlay.Spec;
using PodPlay.Syntax;

namespace PodPlay.Import;

/// <summary>Compose's volumes, short and long.</summary>
/// <param name="project">Where what lay beside the compose file is to lie on the host: <c>/srv/PROJECT</c>.</param>
internal sealed class ComposeVolumes(string project, ComposeReader reader)
{
    public void Read(DraftService service, SpecNode node)
    {
        foreach (var item in reader.List(node, $"{service.Compose}.volumes"))
        {
            if (item is SpecMapping)
                Long(service, item);
            else if (reader.Text(item, $"{service.Compose}.volumes") is { } text)
                Short(service, item, text);
        }
    }

    private void Short(DraftService service, SpecNode item, string text)
    {
        var parts = text.Split(':');
        if (parts.Length > 3)
        {
            reader.Form(item, $"{service.Compose}.volumes", "SOURCE:TARGET or SOURCE:TARGET:MODE");
            return;
        }
        var (source, target) = parts.Length == 1 ? ("", parts[0]) : (parts[0], parts[1]);
        Add(service, item, source, target, parts.Length == 3 && parts[2].Split(',').Contains("ro"));
    }

    private void Long(DraftService service, SpecNode item)
    {
        var (type, source, target, readOnly) = ("volume", "", "", false);
        foreach (var entry in reader.Map(item, $"{service.Compose}.volumes"))
        {
            var what = $"{service.Compose}.volumes.{entry.Key.Text}";
            switch (entry.Key.Text)
            {
                case "type": type = reader.Text(entry.Value, what) ?? type; break;
                case "source" or "src": source = reader.Text(entry.Value, what) ?? ""; break;
                case "target" or "dst" or "destination": target = reader.Text(entry.Value, what) ?? ""; break;
                case "read_only" or "readonly" or "ro": readOnly = reader.Text(entry.Value, what) == "true"; break;
                default: reader.NotCarried(entry.Key, what); break;
            }
        }
        if (type is "volume" or "bind")
            Add(service, item, source, target, readOnly);
        else
            reader.NotCarried(item, $"the {type} at {target} of {service.Compose}", "a drop-in of the unit can say Tmpfs=: SERVICE.container.d/tmpfs.conf");
    }

    private void Add(DraftService service, SpecNode place, string source, string target, bool readOnly)
    {
        var from = source switch
        {
            "" => ImportNames.Label($"{service.Name}-{target}"),
            ['/', ..] => source,
            ['.' or '~', ..] => Moved(service, place, source),
            _ => ImportNames.Label(source),
        };
        if (from.EndsWith("docker.sock", StringComparison.Ordinal))
            reader.NotCarried(place, $"docker's socket in {service.Compose}", "it is root on the host; what needs it would need podman's: /run/podman/podman.sock");
        else if (!Rules.Path.IsValid(target) || !Rules.VolumeSource.IsValid(from))
            reader.NotCarried(place, $"the volume at {target} of {service.Compose}", "paths are absolute, without blanks and colons");
        else if (service.Volumes.Exists(v => v.Source == from || v.Target == target))
            reader.NotCarried(place, $"a second mount of {from} in {service.Compose}", "volumes are by their source: each once");
        else
            service.Volumes.Add((from, target, readOnly));
    }

    private string Moved(DraftService service, SpecNode place, string source)
    {
        var below = string.Join('/', source.Split('/').Where(p => p is not ("" or "." or ".." or "~")));
        var path = below.Length == 0 ? project : $"{project}/{below}";
        reader.Diagnostics.Report(Diagnose.ImportAdapted(place.Span, $"{source} of {service.Compose} lies beside the compose file", $"becomes {path}", $"copy it to the host: rsync -a {source} HOST:{path}"));
        return path;
    }
}
