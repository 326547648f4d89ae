namespace PodPlay.Artefacts.Sysctl;

/// <summary>Whose a key is: <c>Sysctl=</c> of a container reaches only what a namespace of its own has.</summary>
internal enum SysctlScope
{
    /// <summary>The machine's alone.</summary>
    Host,

    /// <summary>Each network namespace has its own value.</summary>
    Network,

    /// <summary>Each IPC namespace has its own value.</summary>
    Ipc,
}
