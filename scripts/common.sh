# shellcheck shell=sh
# What the set-up scripts share. To be read by `.`, in a POSIX shell.

say() {
    printf '%s\n' "$*" >&2
}

fail() {
    say "$@"
    exit 1
}

# Packages are installed only where that asks nobody and surprises nobody:
# as root on Debian, as in a container.
can_install_packages() {
    [ -f /etc/debian_version ] && [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null 2>&1
}

install_packages() {
    apt-get update -q >/dev/null && install_known_packages "$@"
}

# The same, of what was last heard of packages.
install_known_packages() {
    say "Installing $*"
    DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends \
        -o Acquire::Retries=0 "$@" >/dev/null
}
