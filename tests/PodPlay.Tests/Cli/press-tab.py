# Types into an interactive shell, presses Tab, and prints what the shell showed and what then stood on the line.
# usage: press-tab.py bash|zsh SCRIPT LINE...
import os, pty, re, select, shutil, sys, tempfile, time

shell, script, *lines = sys.argv[1:]
folder = tempfile.mkdtemp()
asked = os.path.join(folder, "asked")
open(asked, "w").close()
# podplay, which leaves a mark when it has answered: no guess at how long that takes.
with open(os.path.join(folder, "podplay"), "w") as wrapper:
    wrapper.write(f'#!/bin/sh\n"{shutil.which("podplay")}" "$@"\nrc=$?\necho answered >> "{asked}"\nexit $rc\n')
os.chmod(wrapper.name, 0o755)
os.environ.update(PATH=f"{folder}:{os.environ['PATH']}", TERM="dumb", HISTFILE="/dev/null", COLUMNS="200", LINES="400")
pid, fd = pty.fork()
if pid == 0:
    os.execvp(shell, [shell, "--norc", "--noprofile", "-i"] if shell == "bash" else [shell, "-f", "-i"])


def read(until, seconds=60):
    text, end = "", time.time() + seconds
    while not until(text):
        if time.time() > end:
            sys.exit(f"{shell} did not answer; it showed {text!r}")
        if select.select([fd], [], [], 0.2)[0]:
            text += os.read(fd, 65536).decode(errors="replace")
    return text


def quiet(seconds=0.7):
    text = ""
    while select.select([fd], [], [], seconds)[0]:
        text += os.read(fd, 65536).decode(errors="replace")
    return text


def press_tab():
    before = os.path.getsize(asked)
    os.write(fd, b"\t")
    shown = read(lambda _: os.path.getsize(asked) > before)
    return shown + quiet()


setup = {
    "bash": "bind 'set bell-style none'; bind 'set completion-query-items 0'; bind 'set page-completions off'",
    "zsh": "autoload -Uz compinit; compinit -D; unsetopt beep; unsetopt prompt_sp; LISTMAX=1000; bindkey -e",
}
os.write(fd, f"PS1='READY> '; {setup[shell]}; source '{script}'; echo LOA''DED\n".encode())
read(lambda text: re.search(r"\nLOADED", text))
quiet()
for line in lines:
    os.write(fd, line.encode())
    shown = press_tab()
    # Where one Tab does not decide, a second one lists.
    shown += press_tab() if not shown.endswith(" ") else ""
    os.write(fd, b"\x01echo 'LI''NE: \x05'\n")
    shown += read(lambda text: re.search(r"\nLINE: [^\n]*\n", text))
    shown += quiet()
    sys.stdout.write(shown.replace("\r", ""))
os.write(fd, b"exit\n")
shutil.rmtree(folder)
