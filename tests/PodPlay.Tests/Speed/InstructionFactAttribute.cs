using PodPlay.Samples;
using PodPlay.Testing.Tools;

namespace PodPlay.Speed;

/// <summary>Needs the published binary and valgrind; skipped, visibly, without them, and failing under CI.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class InstructionFactAttribute : FactAttribute
{
    public InstructionFactAttribute() => Skip = Published.WhatIsMissing ?? new MachineToolFactAttribute("valgrind").Skip;
}
