using System.Globalization;

namespace PodPlay.Import;

/// <summary>Names for ports, and the ports of images that everybody knows. Only names: whoever reads the spec sees the number beside it.</summary>
internal static class KnownPorts
{
    private static readonly Dictionary<int, string> Names = new()
    {
        [22] = "ssh", [25] = "smtp", [53] = "dns", [80] = "http", [110] = "pop3", [143] = "imap", [389] = "ldap", [443] = "https", [465] = "smtps", [587] = "submission",
        [636] = "ldaps", [993] = "imaps", [995] = "pop3s", [1883] = "mqtt", [3306] = "mysql", [5432] = "postgres", [5672] = "amqp", [6379] = "redis", [8080] = "http-alt",
        [8443] = "https-alt", [8883] = "mqtts", [9090] = "prometheus", [9200] = "elasticsearch", [11211] = "memcached", [27017] = "mongo",
    };

    private static readonly Dictionary<string, int> OfImage = new(StringComparer.Ordinal)
    {
        ["postgres"] = 5432, ["postgis"] = 5432, ["mysql"] = 3306, ["mariadb"] = 3306, ["redis"] = 6379, ["valkey"] = 6379, ["memcached"] = 11211, ["mongo"] = 27017,
        ["rabbitmq"] = 5672, ["elasticsearch"] = 9200, ["nginx"] = 80, ["httpd"] = 80, ["eclipse-mosquitto"] = 1883,
    };

    /// <summary>A port's name; <c>port-8000</c> where it has no usual one.</summary>
    public static string NameOf(int port) => Names.TryGetValue(port, out var name) ? name : string.Create(CultureInfo.InvariantCulture, $"port-{port}");

    /// <param name="image"><c>docker.io/library/postgres:16.4</c></param>
    public static int? PortOf(string image)
    {
        var name = image[(image.LastIndexOf('/') + 1)..].Split(':', '@')[0];
        return OfImage.TryGetValue(name, out var port) ? port : null;
    }
}
