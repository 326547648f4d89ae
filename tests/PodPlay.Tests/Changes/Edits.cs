namespace PodPlay.Changes;

/// <summary>The changes that the snapshots show.</summary>
internal static class Edits
{
    public static IReadOnlyList<(string Title, string After)> All { get; } =
    [
        ("a new public port", Scene.Edit(("smtp: 25,", "smtp: 25, sieve: 4190,"))),
        ("a public port with another number on the host", Scene.Edit(("public: { http: 80 -> 8080 -> 80 }", "public: { http: 80 -> 8080 -> 80, stats: 8404 -> 8405 -> 8404 }"))),
        ("a new flow", Scene.Edit(("  mail -> db: postgres\n", "  mail -> db: postgres\n  apache -> mail: smtp\n"))),
        ("a flow for the whole zone", Scene.Edit(("  mail -> db: postgres\n", "  dmz -> db: postgres\n"), ("  apache -> db: postgres\n", ""))),
        ("a removed service", Scene.Edit(("  monitoring:\n    image: docker.io/grafana/grafana:11.2.0\n    zone: internal\n    at: 12\n    lan: { grafana: { port: 3000, from: admin } }\n", ""))),
        ("a fourth replica", Scene.Edit(("replicas: 3", "replicas: 4"))),
        ("another subnet", Scene.Edit(("172.20.2.0/24", "172.20.9.0/24"))),
        ("a service on the other host", Scene.Edit(
            ("    image: localhost/mail:2.1.0\n    zone: dmz\n    at: 11\n", "    image: localhost/mail:2.1.0\n    zone: accel\n    at: 11\n"), ("  mail -> db: postgres\n", ""))),
        ("a wider range", Scene.Edit(("redis: 6379-6380", "redis: 6379-6389"))),
        ("limits", Scene.Edit(("    volumes: { spool: /var/mail }", "    limits: { rate: 20, burst: 40 }\n    volumes: { spool: /var/mail }"))),
        ("egress", Scene.Edit(("internal: { subnets: [172.20.2.0/24, fd3c:9a41:77e2:2::/64] }", "internal: { subnets: [172.20.2.0/24, fd3c:9a41:77e2:2::/64], egress: internet }"))),
        ("a wider source", Scene.Edit(("admin: [192.168.1.10, 192.168.1.11]", "admin: [192.168.1.10/31, 192.168.1.128/25]"))),
        ("a source that nothing names", Scene.Edit(("  admin: [", "  desks: [192.168.1.20]\n  admin: ["))),
        ("other addresses of hosts and the LAN", Scene.Text.Replace("2a0d:3344:1:", "2a0d:3344:2:", StringComparison.Ordinal).Replace("192.168.1.100", "192.168.1.200", StringComparison.Ordinal)),
        ("a renamed service", Scene.Text.Replace("  cache:\n", "  store:\n", StringComparison.Ordinal).Replace("dmz -> cache", "dmz -> store", StringComparison.Ordinal)),
        ("another port behind the same one", Scene.Edit(("http: 80 -> 8080 -> 80", "http: 80 -> 8080 -> 8404"))),
        ("a new service", Scene.Edit(("  worker:\n", "  broker:\n    image: localhost/broker:1.0.0\n    zone: internal\n    at: 14\n    private: { amqp: 5672 }\n  worker:\n"), ("  backup -> db", "  apache -> broker: amqp\n  backup -> db"))),
    ];
}
