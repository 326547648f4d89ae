"""plug.py UNIT: what netavark has to know to join a container to its network and publish its ports, from its unit."""
import hashlib
import json
import re
import sys


def values(path, key):
    with open(path, encoding="utf-8") as unit:
        return [line.rstrip("\n").partition("=")[2] for line in unit if line.startswith(key + "=")]


unit = sys.argv[1]
folder, _, file = unit.rpartition("/")
name = file.removesuffix(".container")
zone, _, options = values(unit, "Network")[0].partition(":")
zone_unit = f"{folder}/{zone}"
network = "podplay-" + zone.removesuffix(".network")
bridge = next(o.partition("=")[2] for o in values(zone_unit, "Options") if o.startswith("com.docker.network.bridge.name="))


def port(line):
    host, published, inside, protocol = re.fullmatch(r"\[?([0-9a-f.:]+?)\]?:(\d+):(\d+)/(\w+)", line).groups()
    return {"host_ip": host, "host_port": int(published), "container_port": int(inside), "protocol": protocol, "range": 1}


json.dump({
    "container_id": hashlib.sha256(name.encode()).hexdigest(),
    "container_name": name,
    "port_mappings": [port(line) for line in values(unit, "PublishPort")],
    "networks": {network: {
        "interface_name": "eth0",
        "static_ips": [o.partition("=")[2] for o in options.split(",") if re.match(r"ip6?=", o)],
    }},
    "network_info": {network: {
        "name": network,
        "id": hashlib.sha256(network.encode()).hexdigest(),
        "driver": "bridge",
        "network_interface": bridge,
        "subnets": [{"subnet": s, "gateway": g} for s, g in zip(values(zone_unit, "Subnet"), values(zone_unit, "Gateway"))],
        "ipv6_enabled": True,
        "internal": False,
        "dns_enabled": False,
        "options": {"isolate": "false"},
        "ipam_options": {"driver": "host-local"},
    }},
}, sys.stdout)
