#!/bin/sh
# Sees to it that the tests find a browser: Debian's Chromium where apt and root are there, else what
# is installed, else Playwright's own. Its shell without windows takes a third of the processor's time
# that the whole browser takes.
set -eu
has() {
    for name in "$@"; do
        if command -v "$name" >/dev/null 2>&1; then
            return 0
        fi
    done
    return 1
}

if has chromium-headless-shell; then
    exit 0
fi
if has apt-get && [ "$(id -u)" = 0 ]; then
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq || true
    for package in chromium-headless-shell chromium; do
        if apt-get install -qq -y "$package" >/dev/null; then
            exit 0
        fi
    done
fi
if ! has chromium chromium-browser google-chrome; then
    .venv/bin/python -m playwright install chromium
fi
