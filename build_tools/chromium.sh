#!/bin/sh
# Sees to it that the tests find a browser: Debian's package where apt and root are there,
# else what is installed, else Playwright's own.
set -eu
for name in chromium chromium-browser google-chrome; do
    if command -v "$name" >/dev/null 2>&1; then
        exit 0
    fi
done
if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    if apt-get install -qq -y chromium >/dev/null; then
        exit 0
    fi
fi
.venv/bin/python -m playwright install chromium
