using System.Globalization;
using PodPlay.Model;
using PodPlay.Model.Resolve;
using PodPlay.Syntax;
using PodPlay.Text;

namespace PodPlay.Projections;

/// <summary>
/// The spec as it is understood: includes in one, anchors written out, defaults and chosen host numbers filled in. It is a spec again, and
/// makes the same trees. Comments are lost, and with them what they allow.
/// </summary>
internal static class FullSpec
{
    // What the spec does not say has no place in it.
    private static readonly SourceText Nowhere = new("defaults", "");

    public static SpecMapping Of(Compilation compilation)
    {
        var (root, network) = (compilation.Root!, compilation.Network!);
        var filled = With(root, ("name", Plain(network.Name)), ("domain", Plain(network.Domain)));
        filled = EachOf(filled, "hosts", network.Hosts.ToDictionary(h => h.Name), OfHost);
        filled = EachOf(filled, "zones", network.Zones.ToDictionary(z => z.Name), OfZone);
        filled = EachOf(filled, "services", network.Services.ToDictionary(s => s.Name), (map, service) => OfService(map, service, compilation.Lock));
        return EachOf(filled, "certificates", network.Certificates.ToDictionary(c => c.Name), (map, c) => With(map, ("server", Quoted(c.Server.ToString()))));
    }

    private static SpecMapping OfHost(SpecMapping map, Host host)
    {
        var ssh = host.Admin is { } admin ? Plain(Number(admin.SshPort)) : null;
        var access = map["admin"] as SpecMapping ?? new SpecMapping(Nowhere.Span(0, 0), []);
        if (ssh is not null)
            map = Replace(map, "admin", With(access, ("ssh", ssh)));
        return With(map, ("podman", Quoted(host.Podman.ToString())));
    }

    private static SpecMapping OfZone(SpecMapping map, Zone zone) =>
        With(map, ("host", Plain(zone.Host.Name)), zone.Attachment is null ? ("egress", Plain(zone.HasEgress ? "internet" : "none")) : null);

    private static SpecMapping OfService(SpecMapping map, Service service, AddressLock numbers) => With(
        map,
        ("host", Plain(service.Host.Name)),
        service.Zone is { } zone && numbers.NumberOf(zone.Name, service.Name) is { } number ? ("at", Plain(Number(number))) : null,
        ("replicas", Plain(Number(service.Replicas.Length))),
        ("userns", Plain(service.HasOwnUserNamespace ? "auto" : "host")),
        service.Timer is { } timer ? ("timer", Quoted(timer)) : null,
        service.Dns.IsEmpty ? null : ("dns", new SpecSequence(Nowhere.Span(0, 0), [.. service.Dns.Select(a => Quoted(a.ToString()))])));

    private static SpecMapping EachOf<T>(SpecMapping root, string section, Dictionary<string, T> items, Func<SpecMapping, T, SpecMapping> fill) =>
        root[section] is not SpecMapping map ? root : Replace(root, section, map with
        {
            Entries = [.. map.Entries.Select(e => items.TryGetValue(e.Key.Text, out var item) && e.Value is SpecMapping value ? e with { Value = fill(value, item) } : e)],
        });

    private static SpecMapping With(SpecMapping map, params ReadOnlySpan<(string Key, SpecNode Value)?> defaults)
    {
        var entries = map.Entries.ToBuilder();
        foreach (var one in defaults)
        {
            if (one is { } said && map.Find(said.Key) is null)
                entries.Add(new(Plain(said.Key), said.Value));
        }
        return map with { Entries = entries.ToImmutable() };
    }

    private static SpecMapping Replace(SpecMapping map, string key, SpecNode value) => map.Find(key) is null
        ? With(map, (key, value))
        : map with { Entries = [.. map.Entries.Select(e => e.Key.Text == key ? e with { Value = value } : e)] };

    private static SpecScalar Plain(string text) => new(Nowhere.Span(0, 0), text, IsPlain: true);

    private static SpecScalar Quoted(string text) => new(Nowhere.Span(0, 0), text, IsPlain: false);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
