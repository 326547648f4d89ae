using System.Collections.Immutable;
using PodPlay.Diagnostics;
using PodPlay.Spec;
using PodPlay.Text;

namespace PodPlay.Model.Resolve;

/// <summary>
/// Gives each replica its addresses: the numbers that the spec says, then those that the lock remembers, then free ones. The order
/// of the spec has no say, so that inserting a service moves no other.
/// </summary>
internal static class AddressAllocator
{
    // Chosen numbers begin here, so that the low ones stay free for people.
    private const int FirstChosen = 100;

    /// <returns>The lock with what was chosen; services that are gone or now say <c>at:</c> are dropped from it.</returns>
    public static AddressLock Allocate(PodPlaySpec spec, ImmutableArray<Service> services, AddressLock remembered, DiagnosticBag diagnostics)
    {
        var specs = spec.Services.ToDictionary(s => s.Name.Value, StringComparer.Ordinal);
        var chosen = new List<(string, string, int)>();
        foreach (var zone in services.Where(s => s.Zone is not null).GroupBy(s => s.Zone!))
        {
            var taken = new SortedDictionary<int, Service>();
            var rest = new List<Service>();
            var wanted = zone.SelectMany(s => specs[s.Name].At is { } at ? Enumerable.Range(at.Value, CountOf(specs[s.Name])) : []).ToHashSet();
            foreach (var service in zone)
            {
                if (specs[service.Name].At is { } at)
                    PlaceAt(service, at, specs, taken, wanted, diagnostics);
                else
                    rest.Add(service);
            }
            // Those that have a number keep it before any other chooses. From the highest down: a service that has grown into the
            // numbers of the next one is the one to move.
            var choosing = new List<Service>();
            foreach (var service in rest.OrderByDescending(s => remembered.NumberOf(zone.Key.Name, s.Name) ?? 0))
            {
                if (remembered.NumberOf(zone.Key.Name, service.Name) is { } kept)
                    CheckKept(service, kept, specs, taken, wanted, diagnostics);
                if (remembered.NumberOf(zone.Key.Name, service.Name) is { } old && IsFree(zone.Key, old, CountOf(specs[service.Name]), taken))
                    Take(service, old);
                else
                    choosing.Add(service);
            }
            foreach (var service in choosing.OrderBy(s => s.Name, StringComparer.Ordinal))
            {
                if (FreeNumber(zone.Key, CountOf(specs[service.Name]), taken) is { } found)
                {
                    Take(service, found);
                    continue;
                }
                diagnostics.Report(Diagnose.ZoneFull(specs[service.Name].Name, zone.Key));
                service.Replicas = [.. Replicas(service, FirstChosen, CountOf(specs[service.Name])).Select(r => r with { Addresses = [] })];
            }

            void Take(Service service, int number)
            {
                Place(service, number, CountOf(specs[service.Name]), taken);
                chosen.Add((zone.Key.Name, service.Name, number));
            }
        }
        foreach (var service in services.Where(s => s.Zone is null))
            service.Replicas = Replicas(service, 0, CountOf(specs[service.Name]));
        return AddressLock.Of(chosen);
    }

    private static int CountOf(ServiceSpec spec) => spec.Replicas?.Value ?? 1;

    private static void PlaceAt(
        Service service, Spanned<int> at, Dictionary<string, ServiceSpec> specs, SortedDictionary<int, Service> taken, HashSet<int> wanted, DiagnosticBag diagnostics)
    {
        var count = CountOf(specs[service.Name]);
        var zone = service.Zone!;
        for (var number = at.Value; number < at.Value + count; number++)
        {
            if (zone.Subnets.Any(s => s.HostAddress(number) == s.Gateway))
                diagnostics.Report(Diagnose.GatewayAddress(at, zone));
            else if (zone.Subnets.FirstOrDefault(s => s.HostAddress(number) is null) is { } tooSmall)
                diagnostics.Report(Diagnose.AddressOutsideSubnet(at, number, tooSmall, zone));
            else if (zone.Subnets.FirstOrDefault(s => s.DynamicRange.Contains(s.HostAddress(number)!.Value)) is { } pool)
                diagnostics.Report(Diagnose.AddressInDynamicRange(at, number, pool, zone));
            else if (taken.TryGetValue(number, out var other))
                diagnostics.Report(Diagnose.DuplicateAddress(at, number, NameAt(service, number - at.Value, count), ReplicaAt(other, number), service, specs[other.Name].At?.Span, Free(zone, wanted)));
            else
                continue;
            break;
        }
        Place(service, at.Value, count, taken);
    }

    private static string NameAt(Service service, int index, int count) =>
        count > 1 ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{service.Name}-{index + 1}") : service.Name;

    private static string ReplicaAt(Service service, int number) =>
        service.Replicas.FirstOrDefault(r => service.Zone!.Subnets.Any(s => s.HostAddress(number) is { } a && r.Addresses.Contains(a)))?.Name ?? service.Name;

    private static IEnumerable<int> Free(Zone zone, HashSet<int> wanted) =>
        Enumerable.Range(2, 1000).Where(n => !wanted.Contains(n) && zone.Subnets.All(s => s.HostAddress(n) is { } a && !s.DynamicRange.Contains(a)));

    // The lock is a promise to the service that was there first: nobody may take one of its numbers by `at:`.
    private static void CheckKept(Service service, int kept, Dictionary<string, ServiceSpec> specs, SortedDictionary<int, Service> taken, HashSet<int> wanted, DiagnosticBag diagnostics)
    {
        var count = CountOf(specs[service.Name]);
        foreach (var number in Enumerable.Range(kept, count).Where(taken.ContainsKey))
        {
            var other = taken[number];
            if (specs[other.Name].At is not { } at)
                continue;
            var finding = Diagnose.DuplicateAddress(at, number, ReplicaAt(other, number), NameAt(service, number - kept, count), other, null, Free(service.Zone!, [.. wanted, .. taken.Keys]));
            diagnostics.Report(finding with { Fixes = [.. finding.Fixes, $"or delete the line of {service.Name} from {Compiler.LockName}: it gets another number"] });
            return;
        }
    }

    private static void Place(Service service, int first, int count, SortedDictionary<int, Service> taken)
    {
        for (var number = first; number < first + count; number++)
            taken.TryAdd(number, service);
        service.Replicas = Replicas(service, first, count);
    }

    private static ImmutableArray<Replica> Replicas(Service service, int first, int count) =>
    [
        .. Enumerable.Range(0, count).Select(i => new Replica(
            service,
            service.IsReplicated ? $"{service.Name}-{i + 1}" : service.Name,
            i + 1,
            [.. service.Zone?.Subnets.Select(s => s.HostAddress(first + i)).OfType<Address>() ?? []])),
    ];

    private static int? FreeNumber(Zone zone, int count, SortedDictionary<int, Service> taken)
    {
        if (zone.Subnets.IsEmpty)
            return FirstChosen;
        foreach (var start in new[] { FirstChosen, 2 })
        {
            for (var number = start; number < 65535 && zone.Subnets.All(s => s.HostAddress(number) is not null); number++)
            {
                if (IsFree(zone, number, count, taken))
                    return number;
            }
        }
        return null;
    }

    private static bool IsFree(Zone zone, int first, int count, SortedDictionary<int, Service> taken) =>
        Enumerable.Range(first, count).All(n => !taken.ContainsKey(n) && zone.Subnets.All(s =>
            s.HostAddress(n) is { } address && address != s.Gateway && !s.DynamicRange.Contains(address)));
}
