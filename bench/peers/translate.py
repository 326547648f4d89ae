"""podplay's own templates in the peers' languages. Usage: translate.py TEMPLATES OUT

Word for word: OUT/jinja2/NAME, OUT/go/NAME and OUT/jsonnet/NAME.libsonnet print the same bytes from the same view, and OUT/ansible/NAME for
the units of containers. White space and `include` are resolved here, which spares the peers both.
"""
import json
import os
import sys

from podplay_templates import parse

# Signs of the peers that no template has in its text. Ansible has only its own: it renders the values as well.
SIGNS = ("@%", "%@", "@{", "}@", "@#", "#@")
ANSIBLE_SIGNS = ("{%", "%}", "{{", "}}", "{#", "#}")


def place(path, names, of_global, of_name):
    first, *rest = path.split(".")
    return (of_name(first) if first in names else of_global(first)), rest


def jinja(body, names=(), signs=SIGNS):
    block, block_end, variable, variable_end = signs[:4]

    def value(path):
        # Not `a.keys`, which would be the method of the dictionary.
        start, rest = place(path, names, str, str)
        return start + "".join(f'["{r}"]' for r in rest)

    text = ""
    for node in body:
        if node[0] == "text":
            if any(sign in node[1] for sign in signs):
                sys.exit(f"a sign of the peers' in {node[1]!r}")
            text += node[1]
        elif node[0] == "print":
            text += f"{variable} {value(node[1])} {variable_end}"
        elif node[0] == "for":
            text += f"{block} for {node[1]} in {value(node[2])} {block_end}{jinja(node[3], {*names, node[1]}, signs)}{block} endfor {block_end}"
        else:
            for i, (path, own) in enumerate(node[1]):
                text += f"{block} {'if' if i == 0 else 'elif' if path else 'else'} {value(path) if path else ''} {block_end}{jinja(own, names, signs)}"
            text += f"{block} endif {block_end}"
    return text


def go(body, names=()):
    def value(path):
        start, rest = place(path, names, lambda g: "$." + g, lambda n: "$" + n)
        return ".".join([start, *rest])

    text = ""
    for node in body:
        if node[0] == "text":
            text += node[1]
        elif node[0] == "print":
            text += f"@{{{value(node[1])}}}@"
        elif node[0] == "for":
            text += f"@{{range ${node[1]} := {value(node[2])}}}@{go(node[3], {*names, node[1]})}@{{end}}@"
        else:
            for i, (path, own) in enumerate(node[1]):
                text += f"@{{{'if ' + value(path) if i == 0 else 'else if ' + value(path) if path else 'else'}}}@{go(own, names)}"
            text += "@{end}@"
    return text


def jsonnet(body, names=()):
    def value(path):
        # Not the names themselves: some are words of the language.
        start, rest = place(path, names, lambda g: f'view["{g}"]', lambda n: n + "_")
        return start + "".join(f'["{r}"]' for r in rest)

    parts = []
    for node in body:
        if node[0] == "text":
            if node[1]:
                parts.append(json.dumps(node[1], ensure_ascii=False))
        elif node[0] == "print":
            parts.append(f'"" + {value(node[1])}')
        elif node[0] == "for":
            parts.append(f'std.join("", [{jsonnet(node[3], {*names, node[1]})} for {node[1]}_ in {value(node[2])}])')
        else:
            choice = '""'
            for path, own in reversed(node[1]):
                choice = f"if {value(path)} then {jsonnet(own, names)} else {choice}" if path else jsonnet(own, names)
            parts.append(f"({choice})")
    return f'std.join("", [{", ".join(parts)}])'


def main(folder, out):
    names = set()
    for language, form in (("jinja2", jinja), ("go", go), ("jsonnet", jsonnet), ("ansible", lambda body: jinja(body, signs=ANSIBLE_SIGNS))):
        for root, _, files in os.walk(folder):
            for file in files:
                name = os.path.relpath(os.path.join(root, file), folder)
                if language == "ansible" and name != "quadlet/container.sbn":
                    continue
                text = form(parse(folder, name))
                path = os.path.join(out, language, name)
                if language == "jsonnet":
                    # jsonnet ends every file with a line end of its own.
                    path, text = path + ".libsonnet", f"function(view) local text = {text}; std.substr(text, 0, std.length(text) - 1)\n"
                os.makedirs(os.path.dirname(path), exist_ok=True)
                with open(path, "w", encoding="utf-8", newline="\n") as target:
                    target.write(text)
                names.add(name)
    with open(os.path.join(out, "jsonnet", "main.jsonnet"), "w", encoding="utf-8", newline="\n") as target:
        # Imports are lazy: only what a file wants is read.
        target.write("local templates = {\n" + "".join(f'  "{n}": import "{n}.libsonnet",\n' for n in sorted(names)) + "};\n")
        target.write("function(views) {[file.path]: templates[file.template](file.view) for file in views.files}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
