using System.Collections.Immutable;

namespace PodPlay.Projections;

/// <summary>The spec as it is understood, in three forms. Only for a compilation without errors.</summary>
public static class SpecProjection
{
    /// <summary>A spec again: defaults filled in, includes and anchors written out.</summary>
    public static string Yaml(Compilation compilation) => SpecYaml.Print(FullSpec.Of(compilation));

    /// <summary>Format 1; the spec stands under <c>spec</c>.</summary>
    public static string Json(Compilation compilation) => SpecYaml.PrintJson(FullSpec.Of(compilation));

    /// <summary>One line for each value, with the path that <c>where</c> takes.</summary>
    public static Projection Paths(Compilation compilation) => Projection.Of(
        ["path", "value"], SpecYaml.Leaves(FullSpec.Of(compilation)).Select(l => (ImmutableArray<string>)[l.Path, l.Value]));
}
