# Shared by the scripts; to be sourced. Says what the scripts agree on, nothing else.
# shellcheck shell=bash

# Where the Debian roots lie: outside the work tree, so that a clean checkout finds them again.
PODPLAY_CACHE=${PODPLAY_CACHE:-/var/cache/podplay}
export PODPLAY_CACHE

say() { printf '%s: %s\n' "${0##*/}" "$*" >&2; }
die() { say "$*"; exit 1; }
usage() { say "$*"; exit 2; }

# as_root CMD...: the same command, through sudo where we are not root already.
as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    else
        sudo -- "$@"
    fi
}
