"""podplay's own templates in the peers' languages. Usage: translate.py TEMPLATES OUT

A template of podplay prints, loops, asks a boolean and includes, and does nothing else (tests/PodPlay.Tests/Templating), so that it can be
rewritten word for word: OUT/jinja2/NAME, OUT/go/NAME and OUT/jsonnet/NAME.libsonnet print the same bytes from the same view, and
OUT/ansible/NAME for the units of containers. White space and `include` are resolved here, which spares the peers both.
"""
import json
import os
import re
import sys

TAG = re.compile(r"\{%\{(?P<raw>.*?)\}%\}|[ \t]*\{\{~(?P<near>.*?)(?P<near_end>~?)\}\}|\s*\{\{-(?P<far>.*?)(?P<far_end>~?)\}\}|\{\{(?P<plain>.*?)(?P<plain_end>~?)\}\}", re.S)
# Signs of the peers that no template has in its text. Ansible has only its own: it renders the values as well.
SIGNS = ("@%", "%@", "@{", "}@", "@#", "#@")
ANSIBLE_SIGNS = ("{%", "%}", "{{", "}}", "{#", "#}")


def read(folder, name):
    with open(os.path.join(folder, name), encoding="utf-8") as file:
        return file.read()


def tokens(text):
    """("text", t) and ("tag", words, indent); white space around tags is gone as their signs want it."""
    at = 0
    while match := TAG.search(text, at):
        before = text[at:match.start()]
        at = match.end()
        if match["raw"] is not None:
            yield "text", before + match["raw"], ""
            continue
        kind = next(k for k in ("near", "far", "plain") if match[k] is not None)
        # What stands before the tag on its own line, where that is white space and stays.
        line = text[text.rfind("\n", 0, match.start()) + 1:match.start()]
        indent = line if kind == "plain" and not line.strip() else ""
        yield "text", before, ""
        yield "tag", match[kind].strip(), indent
        if match[kind + "_end"]:
            at += len(re.match(r"[ \t]*\n?", text[at:]).group())
    yield "text", text[at:], ""


def parse(folder, name):
    """A list of ("text", t), ("print", path), ("for", variable, path, body) and ("if", [(path or None, body)])."""
    top = []
    stack = [("top", top)]
    for kind, word, indent in tokens(read(folder, name)):
        body = stack[-1][1]
        if kind == "text":
            body.append(("text", word))
        elif match := re.fullmatch(r"for (\w+) in ([\w.]+)", word):
            own = []
            body.append(("for", match[1], match[2], own))
            stack.append(("for", own))
        elif match := re.fullmatch(r"if ([\w.]+)", word):
            own = []
            body.append(("if", [(match[1], own)]))
            stack.append(("if", own))
        elif match := re.fullmatch(r"else(?: if ([\w.]+))?", word):
            stack.pop()
            own = []
            stack[-1][1][-1][1].append((match[1], own))
            stack.append(("if", own))
        elif word == "end":
            stack.pop()
        elif match := re.fullmatch(r"include '([\w./-]+)'", word):
            body.extend(indented(parse(folder, match[1]), indent))
        elif re.fullmatch(r"\w+(\.\w+)?", word):
            body.append(("print", word))
        else:
            sys.exit(f"{name}: cannot translate {{{{ {word} }}}}")
    if len(stack) != 1:
        sys.exit(f"{name}: {stack[-1][0]} without end")
    return top


def indented(body, indent):
    """An included part takes the indentation of its include; empty lines get none."""
    if not indent:
        return body
    fresh = False

    def shifted(nodes):
        nonlocal fresh
        for node in nodes:
            if node[0] == "text":
                text = (indent if fresh and node[1][:1] not in ("", "\n") else "") + re.sub(r"\n(?=[^\n])", "\n" + indent, node[1])
                fresh = node[1].endswith("\n") if node[1] else fresh
                yield "text", text
            elif node[0] == "print":
                if fresh:
                    yield "text", indent
                    fresh = False
                yield node
            elif node[0] == "for":
                yield "for", node[1], node[2], list(shifted(node[3]))
            else:
                yield "if", [(path, list(shifted(own))) for path, own in node[1]]
    return list(shifted(body))


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
