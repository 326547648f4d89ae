using System.Collections.Immutable;
using PodPlay.Text;

namespace PodPlay.Syntax;

/// <summary>One spec out of one or many files.</summary>
/// <param name="Root">All files as one mapping: the named file's sections first, <c>include</c> itself left out.</param>
/// <param name="Sources">The named file, then the included ones in the order of their reading.</param>
public sealed record LoadedSpec(SpecMapping Root, ImmutableArray<SourceText> Sources);
