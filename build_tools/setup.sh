#!/bin/sh
# Makes a virtual environment from a lock file: setup.sh LOCK [FOLDER], which is .venv if not given.
# Needs Python 3.11 or newer. Where Debian has split off `venv`, fetches it through apt.
set -eu
lock=$1
folder=${2:-.venv}

find_python() {
    for name in "${PYTHON:-}" python3 python3.14 python3.13 python3.12 python3.11; do
        if [ -n "$name" ] && command -v "$name" >/dev/null 2>&1 &&
            "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
            echo "$name"
            return
        fi
    done
    echo "Termwise needs Python 3.11 or newer; set PYTHON to where it is" >&2
    exit 1
}

python=$(find_python)
if ! "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then
    version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    echo "This Python comes without venv; installing python$version-venv" >&2
    apt-get update -qq && apt-get install -qq -y "python$version-venv"
fi
[ -x "$folder/bin/python" ] || "$python" -m venv --clear "$folder"
pip="env PIP_DISABLE_PIP_VERSION_CHECK=1 $folder/bin/python -m pip install --quiet"
$pip --require-hashes --requirement "$lock"
$pip --no-deps --no-build-isolation --editable .
