using System.Collections.Immutable;
using PodPlay.Model;

namespace PodPlay.Artefacts.Quadlet;

/// <summary>Names and environment variables of those whom a service calls, and its own environment.</summary>
internal static class ContainerCallees
{
    public static void AddTo(UnitSection section, Service service, Callees callees, NameTable names)
    {
        var found = callees.Of(service).Select(c => (Callee: c, Discovered: Discovery.Of(service, c, names))).ToArray();
        foreach (var (callee, discovered) in found)
        {
            var why = callee.Paths;
            foreach (var host in discovered.Hosts)
            {
                section.Add("AddHost", Quote.SystemdLine(host), callee.Paths[0], why);
                why = [];
            }
        }

        // What the spec sets by hand counts; so does a variable that a secret fills.
        var taken = service.Environment.Select(e => e.Key).Concat(service.Secrets.Select(s => s.Variable).OfType<string>()).ToHashSet(StringComparer.Ordinal);
        foreach (var (callee, discovered) in found)
        {
            var why = callee.Paths;
            foreach (var (name, value) in discovered.Environment.Where(e => taken.Add(e.Key)))
            {
                section.Add("Environment", Quote.SystemdWord($"{name}={value}"), callee.Paths[0], why);
                why = [];
            }
        }
        Own(section, service.Environment, $"services.{service.Name}.environment");
    }

    private static void Own(UnitSection section, ImmutableArray<KeyValuePair<string, string>> environment, string path)
    {
        string[] why = [path];
        foreach (var (name, value) in environment)
        {
            section.Add("Environment", Quote.SystemdWord($"{name}={value}"), $"{path}.{name}", why);
            why = [];
        }
    }
}
