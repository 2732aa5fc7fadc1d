#!/bin/sh
# Makes the lock files anew: hashes only, for every platform, and no addresses.
set -eu
cd "$(dirname "$0")/../.."
lock() {
    uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-emit-find-links --no-header --no-annotate \
        --output-file "$@"
}
lock build_tools/locks/site.txt pyproject.toml build_tools/locks/build.in
lock build_tools/locks/test.txt --extra test pyproject.toml build_tools/locks/build.in
lock build_tools/locks/plugins.txt pyproject.toml build_tools/locks/build.in build_tools/locks/plugins.in
