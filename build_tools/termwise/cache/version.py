"""Which program this is: its own files, and the versions of all that is installed beside it."""

import hashlib
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).parents[1]


@cache
def program_version() -> str:
    """A digest that is another one after any change to the program or what it may be made of.

    Packages are known by the folders `<name>-<version>.dist-info` beside them.
    """
    found = hashlib.blake2b(sys.version.encode(), digest_size=16)
    for path in sorted(_PACKAGE.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            found.update(f"\0{path.relative_to(_PACKAGE).as_posix()}\0".encode())
            found.update(path.read_bytes())
    for folder in sys.path:
        with suppress(OSError):
            names = sorted(path.name for path in Path(folder or ".").glob("*.dist-info"))
            found.update("\0".join(names).encode())
    return found.hexdigest()
