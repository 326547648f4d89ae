using PodPlay.Artefacts.Handoff;
using PodPlay.Artefacts.Quadlet;
using PodPlay.Changes.Rendering;
using PodPlay.Testing;

namespace PodPlay.Changes;

/// <summary>
/// What <c>podplay diff</c> announces is what HOST.apply.sh decides on a host that runs the earlier spec. The rule of the script (<c>compare</c> and
/// <c>decide</c> in templates/handoff) is told here once more, from its own table of files; the booted hosts run the script itself.
/// </summary>
public sealed class EffectAgreementTests
{
    public static TheoryData<string> Titles => [.. Edits.All.Select(e => e.Title)];

    [Theory]
    [MemberData(nameof(Titles))]
    public void An_edit_is_announced_as_the_script_does_it(string title) =>
        Compare(ChangeSide.Of(InMemory.Compile(Scene.Text)), ChangeSide.Of(InMemory.Compile(Edits.All.Single(e => e.Title == title).After)));

    /// <summary>Every sample from nothing, and a change of all of its images.</summary>
    [Theory]
    [MemberData(nameof(InMemory.All), MemberType = typeof(InMemory))]
    public void So_is_a_sample(string sample)
    {
        var side = ChangeSide.Of(InMemory.Compile(InMemory.Text(sample), InMemory.Lock(sample)));
        Compare(ChangeSide.NothingBefore(side), side);
        Compare(side, side);
    }

    /// <summary>Every file of a sample alone.</summary>
    [Theory]
    [InlineData("seed")]
    [InlineData("no-haproxy")]
    [InlineData("rootless")]
    public void So_is_each_file_alone(string sample)
    {
        var side = ChangeSide.Of(InMemory.Compile(InMemory.Text(sample), InMemory.Lock(sample)));
        var units = QuadletUnits.Of(side.Network).Select(u => u.FilePath).ToHashSet();
        foreach (var path in side.Files.Keys.Where(p => side.Network.Hosts.Any(h => p.StartsWith($"{h.Name}/", StringComparison.Ordinal)) && !units.Contains(p)))
            Compare(side, side with { Files = side.Files.ToDictionary(f => f.Key, f => f.Key == path ? [.. f.Value, .. "another = line\n"u8] : f.Value) });
    }

    /// <summary>
    /// What an artefact says of its file fits the way in which containers get to see it: one that is mounted by itself stays the old one
    /// until they are made anew, and a folder is read again only where there is an ExecReload=.
    /// </summary>
    [Theory]
    [MemberData(nameof(InMemory.All), MemberType = typeof(InMemory))]
    public void An_effect_fits_the_mounts(string sample)
    {
        var network = InMemory.Compile(InMemory.Text(sample), InMemory.Lock(sample)).Network!;
        var units = QuadletUnits.Of(network).Where(u => u.IsRunningContainer()).ToList();
        foreach (var file in Artefacts.ArtefactCatalog.Plan(network))
        {
            var readers = (
                from unit in units
                from source in unit.Values("Volume").Select(v => unit.Host.Name + v.Split(':')[0])
                where file.Path == source || file.Path.StartsWith($"{source}/", StringComparison.Ordinal)
                select (Unit: unit.ServiceName(), CanRead: file.Path != source && unit.Values("ExecReload").Any())).ToList();
            if (readers.Count == 0)
                continue;
            Assert.Equal(readers.Select(r => r.Unit).Distinct().Order(StringComparer.Ordinal), file.Effect.Units.Order(StringComparer.Ordinal));
            Assert.True(file.Effect.Kind == Artefacts.EffectKind.Restart || (file.Effect.Kind == Artefacts.EffectKind.Reload && readers.All(r => r.CanRead)), $"{file.Path}: {file.Effect.Kind}");
        }
    }

    private static void Compare(ChangeSide before, ChangeSide after)
    {
        foreach (var host in ChangeSet.Between(before, after).Hosts.Where(h => !h.IsGone))
            Assert.Equal(ByScript(host.Host, before, after), Announced(host));
    }

    private static List<string> Announced(HostChange host) =>
    [
        .. host.Units.Where(u => u.Name.EndsWith(".service", StringComparison.Ordinal) && !u.Name.StartsWith("systemd-", StringComparison.Ordinal)
                && u.Name != Artefacts.Nftables.NftablesArtefact.Unit && !u.Name.StartsWith("podplay-certificates", StringComparison.Ordinal))
            .Select(u => $"{ChangeSummary.Word(u.Action)} {u.Name}")
            .Concat(host.Networks.Where(n => n.Fate == NetworkFate.MadeAnew).Select(n => $"anew {n.Unit}"))
            .Order(StringComparer.Ordinal),
    ];

    private static List<string> ByScript(string host, ChangeSide before, ChangeSide after)
    {
        var (was, now) = (Units(host, before), Units(host, after));
        var up = was.Values.Where(u => u.IsRunningContainer()).Select(u => u.ServiceName()).ToHashSet();
        var hostNow = after.Network.Hosts.Single(h => h.Name == host);
        var todo = HostFiles.Of(hostNow, Artefacts.ArtefactCatalog.Plan(after.Network))
            .Where(f => IsChanged($"{host}/{f.Path}"))
            .SelectMany(f => f.Effect.Units.DefaultIfEmpty("-").Select(u => (Effect: ApplyView.Word(f.Effect.Kind), Unit: u))).ToList();
        var stop = was.Where(u => !now.ContainsKey(u.Key) && u.Value.IsRunningContainer()).Select(u => u.Value.ServiceName()).ToHashSet();
        var renew = todo.Where(t => t.Effect == "network" && was.Values.Any(u => u.ServiceName() == t.Unit)).Select(t => t.Unit).ToHashSet();
        var all = now.Values.Where(u => u.IsRunningContainer()).Select(u => u.ServiceName()).ToList();
        var requiring = was.Values.Where(u => u.Values("Network").Any(n => renew.Contains($"{n.Split(':')[0].Replace(".network", "-network.service", StringComparison.Ordinal)}"))).Select(u => u.ServiceName());
        var restart = requiring.Concat(todo.Any(t => t.Effect == "restart-all") ? all : todo.Where(t => t.Effect == "restart").Select(t => t.Unit))
            .Where(u => up.Contains(u) && !stop.Contains(u) && all.Contains(u)).ToHashSet();
        var reload = todo.Where(t => t.Effect == "reload" && up.Contains(t.Unit) && !restart.Contains(t.Unit) && all.Contains(t.Unit)).Select(t => t.Unit).ToHashSet();
        return
        [
            .. stop.Select(u => $"stop {u}").Concat(renew.Select(u => $"anew {u}")).Concat(restart.Select(u => $"restart {u}"))
                .Concat(reload.Select(u => $"reload {u}")).Concat(all.Where(u => !up.Contains(u)).Select(u => $"start {u}")).Order(StringComparer.Ordinal),
        ];

        // `meaning` of the script: what counts in a file.
        bool IsChanged(string path)
        {
            var (old, text) = (before.Files.GetValueOrDefault(path), after.Files[path]);
            return was.TryGetValue(path, out var unit) && now.TryGetValue(path, out var other)
                ? !UnitDifference.Reasons(unit, other).IsEmpty
                : new ChangedFile("", old, text, Artefacts.Effect.None).HasEffect;
        }
    }

    private static Dictionary<string, Unit> Units(string host, ChangeSide side) =>
        QuadletUnits.Of(side.Network).Where(u => u.Host.Name == host).ToDictionary(u => u.FilePath);
}
