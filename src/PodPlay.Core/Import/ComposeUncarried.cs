namespace PodPlay.Import;

/// <summary>Keys of a compose service that a spec has nothing for, and what to do instead.</summary>
internal static class ComposeUncarried
{
    private static readonly Dictionary<string, string> OfService = new(StringComparer.Ordinal)
    {
        ["env_file"] = "podplay reads no other files: write what is no secret under environment:, the rest as secrets:",
        ["entrypoint"] = "a drop-in of the unit can say it: SERVICE.container.d/entrypoint.conf with Entrypoint=",
        ["labels"] = "podplay makes HAProxy's configuration itself: balance: on a service of that image",
        ["logging"] = "the journal has it: journalctl -u SERVICE",
        ["privileged"] = "devices: and capabilities: name what it needs",
        ["cap_drop"] = "units have NoNewPrivileges and a user namespace of their own",
        ["security_opt"] = "units have NoNewPrivileges already",
        ["configs"] = "a file of the host: volumes: { /srv/NAME/FILE: /path }",
        ["extends"] = "write the keys here, or share them by an anchor",
        ["extra_hosts"] = "aliases: of the service that is meant",
        ["tmpfs"] = "a drop-in of the unit can say Tmpfs=",
        ["links"] = "a flow; callers find a service by its name",
        ["working_dir"] = "a drop-in of the unit can say WorkingDir=",
        ["ulimits"] = "a drop-in of the unit can say Ulimit=",
        ["mem_limit"] = "a drop-in of the unit can say MemoryMax= below [Service]",
        ["cpus"] = "a drop-in of the unit can say CPUQuota= below [Service]",
        ["shm_size"] = "a drop-in of the unit can say ShmSize=",
        ["volumes_from"] = "name the volumes in both services",
        ["pid"] = "containers do not share their host's processes",
        ["ipc"] = "containers do not share their host's memory",
    };

    /// <summary>What changes nothing that a spec could say: podman's own ways are as good.</summary>
    private static readonly HashSet<string> Silent = ["init", "tty", "stdin_open", "pull_policy", "platform", "hostname", "domainname", "attach", "annotations", "develop"];

    public static bool IsSilent(string key) => Silent.Contains(key);

    /// <summary>A <c>fix:</c> line; empty where there is nothing to say.</summary>
    public static string Instead(string key) => OfService.GetValueOrDefault(key, "");
}
