"""The peer: the same spec, files of the same kinds, python3 + jinja2 + PyYAML. Usage: render.py SPEC OUT"""
import ipaddress
import os
import sys

import jinja2
import yaml

loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
with open(sys.argv[1], encoding="utf-8") as file:
    spec = yaml.load(file, loader)
out = sys.argv[2]
env = jinja2.Environment(
    loader=jinja2.FileSystemLoader(os.path.join(os.path.dirname(os.path.abspath(__file__)), "templates")),
    undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True)
name, domain, default_host = spec.get("name", "podplay"), spec.get("domain", "podplay.internal"), spec["defaults"]["host"]
zones = {z: {"name": z, "host": v.get("host", default_host), "egress": v.get("egress", "none") == "internet",
             "subnets": [ipaddress.ip_network(s) for s in v["subnets"]]} for z, v in spec["zones"].items()}


def ports(service):
    for exposure in ("public", "lan", "private"):
        for port, text in (service.get(exposure) or {}).items():
            text = str(text["port"] if isinstance(text, dict) else text)
            text, _, protocols = text.partition("/")
            stages = [int(s) for s in text.split("->")]
            yield {"name": port, "exposure": exposure, "container": stages[-1], "protocols": (protocols or "tcp").split("+"),
                   "host": None if exposure == "private" else stages[-2] if len(stages) > 1 else stages[-1]}


services = {}
for key, value in spec["services"].items():
    zone = zones.get(value.get("zone"))
    host = value.get("host", zone["host"] if zone else default_host)
    count, at = value.get("replicas", 1), value.get("at", 0)
    replicas = [{"name": f"{key}-{i + 1}" if count > 1 else key,
                 "addresses": [str(s.network_address + (at + i if s.version == 4 else int(str(at + i), 16))) for s in zone["subnets"]] if zone else []}
                for i in range(count)]
    services[key] = {"name": key, "host": host, "zone": zone, "replicas": replicas, "ports": list(ports(value)), "spec": value}
flows = []
for text, wanted in spec["flows"].items():
    source, target = [e.strip() for e in text.split("->")]
    wanted = [wanted] if isinstance(wanted, str) else wanted
    flows.append({"text": text, "from": source, "to": target, "ports": [p for p in services[target]["ports"] if p["name"] in wanted]})


def callees(service):
    """Flows that start at the service or at its zone."""
    return [f for f in flows if f["to"] != service["name"] and f["from"] in (service["name"], service["zone"]["name"] if service["zone"] else None)]


def write(path, template, **view):
    path = os.path.join(out, path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write(env.get_template(template).render(name=name, domain=domain, **view))


for host, about in spec["hosts"].items():
    own = [s for s in services.values() if s["host"] == host]
    own_zones = [z for z in zones.values() if z["host"] == host]
    for zone in own_zones:
        write(f"{host}/etc/containers/systemd/{zone['name']}.network", "network.j2", zone=zone)
    for service in own:
        for replica in service["replicas"]:
            write(f"{host}/etc/containers/systemd/{replica['name']}.container", "container.j2", service=service, replica=replica,
                  host=about, callees=callees(service), services=services)
        if "balance" in service["spec"]:
            write(f"{host}/etc/podplay/{service['name']}/haproxy.cfg", "haproxy.j2", service=service, services=services)
    write(f"{host}/etc/nftables.d/podplay.nft", "ruleset.j2", host=host, zones=own_zones, services=own, flows=flows, router=spec["router"])
    write(f"{host}/etc/podplay/hosts", "hosts.j2", services=own)
    write(f"{host}/etc/sysctl.d/90-podplay.conf", "sysctl.j2", settings=about.get("sysctl", {}))
