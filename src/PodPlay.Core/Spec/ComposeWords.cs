namespace PodPlay.Spec;

/// <summary>Keys that people bring along from compose files, and what says the same here.</summary>
internal static class ComposeWords
{
    private static readonly Dictionary<string, string> OfService = new(StringComparer.Ordinal)
    {
        ["ports"] = "public:, lan: or private: says who may come; ports have names there",
        ["expose"] = "private: { NAME: PORT } and one flow for each client",
        ["networks"] = "zone: NAME; a service stands in one zone, and flows reach into others",
        ["depends_on"] = "a flow: who calls another is started after it",
        ["links"] = "a flow: who calls another finds it by its name",
        ["restart"] = "leave it out: services restart always",
        ["container_name"] = "leave it out: the service's name is the container's",
        ["hostname"] = "leave it out: the service's name is its host name; aliases: for more",
        ["build"] = "build the image outside, image: localhost/NAME:TAG",
        ["env_file"] = "environment:, and secrets: for what nobody may read",
        ["healthcheck"] = "health: COMMAND",
        ["cap_add"] = "capabilities: [NAME]",
        ["sysctls"] = "sysctl: { KEY: VALUE }",
        ["read_only"] = "read-only: true",
        ["stop_grace_period"] = "stop-timeout: SECONDS",
        ["deploy"] = "replicas: NUMBER; limits: for connections",
        ["scale"] = "replicas: NUMBER",
        ["network_mode"] = "network: host, or zone: NAME",
        ["privileged"] = "devices: and capabilities: name what it needs; nothing gets everything",
    };

    /// <summary>A <c>fix:</c> line; null for a key that compose does not have either.</summary>
    public static string? MeaningOf(string key, Shape shape) =>
        shape == ServiceShapes.Service ? OfService.GetValueOrDefault(key) : null;
}
