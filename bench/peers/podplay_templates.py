"""Reads podplay's templates. They print, loop, ask a boolean and include, and do nothing else (tests/PodPlay.Tests/Templating)."""
import os
import re
import sys

# {{~ takes the blanks before it, {{- all white space; ~}} the blanks behind it and the end of the line; {%{ }%} is text.
TAG = re.compile(r"\{%\{(?P<raw>.*?)\}%\}|(?:[ \t]*\{\{~|\s*\{\{-|(?P<plain>\{\{))(?P<words>.*?)(?P<near>~)?\}\}(?(near)[ \t]*\n?)", re.S)


def read(folder, name):
    with open(os.path.join(folder, name), encoding="utf-8") as file:
        return file.read()


def tokens(text):
    """("text", t, "") and ("tag", words, indent); white space around tags is gone as their signs want it."""
    at = 0
    while match := TAG.search(text, at):
        yield "text", text[at:match.start()] + (match["raw"] or ""), ""
        at = match.end()
        if match["raw"] is None:
            # What stands before the tag on its own line, where that is white space and stays.
            line = text[text.rfind("\n", 0, match.start()) + 1:match.start()]
            yield "tag", match["words"].strip(), line if match["plain"] and not line.strip() else ""
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
