"""The peer of podplay in python3 + jinja2 + PyYAML. Usage: jinja2_peer.py SPECS VIEWS TEMPLATES OUT [COMPILED]

Reads the spec, every file in SPECS, as YAML and the decided values (VIEWS: JSON, or YAML when its name says so), renders every file, writes the manifests.
COMPILED: a folder where jinja2 keeps its compiled templates from run to run.
"""
import hashlib
import json
import os
import sys

import jinja2
import yaml

specs, views, templates, out = sys.argv[1:5]
for spec in sorted(os.listdir(specs)):
    if spec.endswith(".yaml"):
        with open(os.path.join(specs, spec), encoding="utf-8") as file:
            yaml.load(file, yaml.CSafeLoader)
with open(views, encoding="utf-8") as file:
    data = yaml.load(file, yaml.CSafeLoader) if views.endswith(".yaml") else json.load(file)
env = jinja2.Environment(
    loader=jinja2.FileSystemLoader(templates), undefined=jinja2.StrictUndefined, keep_trailing_newline=True, auto_reload=False,
    bytecode_cache=jinja2.FileSystemBytecodeCache(sys.argv[5]) if len(sys.argv) > 5 else None,
    block_start_string="@%", block_end_string="%@", variable_start_string="@{", variable_end_string="}@", comment_start_string="@#", comment_end_string="#@")
made = set()
manifests = {}


def write(path, text):
    full = os.path.join(out, path)
    folder = os.path.dirname(full)
    if folder not in made:
        os.makedirs(folder, exist_ok=True)
        made.add(folder)
    with open(full, "xb") as target:
        target.write(text)


hosts = set(data["hosts"])
for file in data["files"]:
    text = env.get_template(file["template"]).render(file["view"]).encode()
    top, _, rest = file["path"].partition("/")
    host, path = (top, rest) if rest and top in hosts else ("", file["path"])
    manifests.setdefault(host, []).append((path, hashlib.sha256(text).hexdigest()))
    write(file["path"], text)
for host, entries in manifests.items():
    lines = "".join(f"{digest}  {path}\n" for path, digest in sorted(entries))
    write(f"{host}/etc/podplay/MANIFEST" if host else "MANIFEST", f"# podplay manifest 1\n{lines}".encode())
