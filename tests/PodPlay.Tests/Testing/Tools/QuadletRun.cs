namespace PodPlay.Testing.Tools;

/// <summary>What the Quadlet generator made of a tree.</summary>
internal sealed record QuadletRun(Verdict Verdict, IReadOnlyList<QuadletUnit> Units)
{
    public QuadletUnit Unit(string name) => Units.Single(unit => unit.Name == name);
}
