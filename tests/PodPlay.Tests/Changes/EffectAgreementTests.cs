using System.Text;
using PodPlay.Artefacts.Quadlet;
using PodPlay.Testing;
using PodPlay.Testing.Tools;

namespace PodPlay.Changes;

/// <summary>What <c>podplay diff</c> announces is what HOST.apply.sh decides on a host that runs the earlier spec, line for line.</summary>
public sealed class EffectAgreementTests
{
    [ToolFact(Debian.Trixie)]
    public void An_edit_is_announced_as_the_script_does_it()
    {
        var before = ChangeSide.Of(InMemory.Compile(Scene.Text));
        Compare([.. Edits.All.Select(e => (e.Title, before, ChangeSide.Of(InMemory.Compile(e.After))))]);
    }

    /// <summary>Every sample from nothing, and again.</summary>
    [ToolFact(Debian.Trixie)]
    public void So_is_a_sample()
    {
        var sides = InMemory.Names.Select(n => (Name: n, Side: ChangeSide.Of(InMemory.Compile(InMemory.Text(n), InMemory.Lock(n))))).ToList();
        Compare([.. sides.SelectMany(s => new[] { (s.Name, ChangeSide.NothingBefore(s.Side), s.Side), ($"{s.Name} again", s.Side, s.Side) })]);
    }

    /// <summary>Every file that is no unit alone, of those with the same effect one; and a comment in all files.</summary>
    [ToolTheory(Debian.Trixie)]
    [InlineData("seed")]
    [InlineData("no-haproxy")]
    [InlineData("rootless")]
    public void So_is_each_file_alone(string sample)
    {
        var side = ChangeSide.Of(InMemory.Compile(InMemory.Text(sample), InMemory.Lock(sample)));
        var units = QuadletUnits.Of(side.Network).Select(u => u.FilePath).ToHashSet();
        var files = side.Network.Hosts.SelectMany(h => side.Files.Keys.Where(p => p.StartsWith($"{h.Name}/", StringComparison.Ordinal) && p != Output.Manifest.PathIn(h.Name))).ToHashSet();
        Compare([
            ("a comment", side, With(files.Contains, "# another comment\n")),
            .. from path in files.Where(f => !units.Contains(f)).DistinctBy(f => (f.Split('/')[0], side.EffectOf(f)!.Kind, string.Join(' ', side.EffectOf(f)!.Units)))
               select (path, side, With(p => p == path, "another = line\n")),
        ]);

        ChangeSide With(Func<string, bool> isMeant, string line) =>
            side with { Files = side.Files.ToDictionary(f => f.Key, f => isMeant(f.Key) ? [.. f.Value, .. Encoding.UTF8.GetBytes(line)] : f.Value) };
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

    private static void Compare(IReadOnlyList<(string Title, ChangeSide Before, ChangeSide After)> changes)
    {
        var cases = changes.SelectMany(c => ChangeSet.Between(c.Before, c.After).Hosts.Where(h => !h.IsGone).Select(h => (c.Title, Change: h, c.Before, c.After))).ToList();
        var reports = ScriptDecisions.Of([.. cases.Select(c => (c.Change.Host, c.Before, c.After))]);
        Assert.Equal(
            cases.Select(c => $"{c.Title} on {c.Change.Host}\n{string.Join('\n', Announced.By(c.Change))}"),
            cases.Zip(reports, (c, r) => $"{c.Title} on {c.Change.Host}\n{string.Join('\n', Announced.By(r))}"));
    }
}
