"""A spec of any size. Usage: spec.py FOLDER SERVICES [FLOWS [REPLICAS]]

Writes FOLDER/podplay.yaml, and for more than 2,000 services the files that it includes: one file has a limit (docs/limits.md). 20 services a zone, four zones a host, FLOWS flows for each service (2 unless said), half of them with two ports; a port for the LAN on every
tenth service, a statement for every zone. REPLICAS: of each service, each a unit of its own.
"""
import os
import sys

SERVICES_A_FILE = 2000


def spec(count, flows=2, replicas=1):
    """Texts by the names of their files."""
    zones = max(2, count // 20)
    hosts = max(1, zones // 4)
    lines = ["podplay: 1", "router: { address: 10.0.0.1, lan: [10.0.0.0/16, 'fd3c:9a41:77e2:7::/64'] }", "sources: { admin: [10.0.0.10] }", "hosts:"]
    lines += [f"  h{h}: {{ address: [10.0.{1 + h // 250}.{1 + h % 250}, 'fd3c:9a41:77e2:7::1:{h:x}'], podman: \"5.4\" }}" for h in range(hosts)]
    lines += ["zones:"]
    # 172.20.0.0/12 has room for 3,072 zones.
    lines += [f"  z{z}: {{ host: h{z % hosts}, subnets: [172.{20 + z // 256}.{z % 256}.0/24, 'fd5c:1a2b:3c4d:{z:x}::/64']{', egress: internet' if z % 3 == 0 else ''} }}" for z in range(zones)]
    services = []
    for s in range(count):
        at = 10 + (s // zones) * replicas
        exposed = f", lan: {{ admin: {{ port: {10000 + s // 10} -> 9000, from: admin }} }}" if s % 10 == 0 and replicas == 1 else ""
        several = f", replicas: {replicas}" if replicas > 1 else ""
        services += [f"  s{s}: {{ image: localhost/s{s}:1.0.0, zone: z{s % zones}, at: {at}{several}, private: {{ http: 8080, metrics: 9100 }}{exposed} }}"]
    calls = []
    # Those of one host, in zones of its own.
    mates = [[t for t in range(count) if (t % zones) % hosts == h] for h in range(hosts)]
    for s in range(count):
        own = mates[(s % zones) % hosts]
        at = own.index(s) if len(own) < 200 else s
        servers = sorted({own[(at * 7 + 3 + i * 11) % len(own)] for i in range(flows)} - {s})
        calls += [f"  s{s} -> s{t}: {'http' if (s + t) % 2 else '[http, metrics]'}" for t in servers]
    parts = [services[i:i + SERVICES_A_FILE] for i in range(0, count, SERVICES_A_FILE)]
    parts = [["services:", *part, "flows:", *calls[i * SERVICES_A_FILE * flows:(i + 1) * SERVICES_A_FILE * flows]] for i, part in enumerate(parts)]
    lines += parts[0] if len(parts) == 1 else ["include: [part-*.yaml]"]
    # Statements too: they are judged on each run.
    lines += ["assert:", f"  never: [{', '.join(f'internet -> z{z}' for z in range(zones))}]", "  allow: [s0 -> internet]"]
    files = {"podplay.yaml": lines} | ({f"part-{i}.yaml": part for i, part in enumerate(parts)} if len(parts) > 1 else {})
    return {name: "\n".join(own) + "\n" for name, own in files.items()}


def write(folder, texts):
    for name, text in texts.items():
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            file.write(text)


if __name__ == "__main__":
    write(sys.argv[1], spec(*map(int, sys.argv[2:])))
