"""Mistakes made by chance: the files of a project, changed in one of the ways of `MUTATIONS`.

What an editor, a merge, another program or an attacker might do to a file. The same seed makes
the same mistakes everywhere.
"""

import random
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

Files = Mapping[str, bytes]
"""Contents by path in the project, such as `glossary/terms/rag.yml`."""

Change = Callable[[str, random.Random, Files], str]
"""A text to another, by chance; it may take something from the other files."""


@dataclass(frozen=True)
class Mutation:
    """What was done to which files; None stands for a file that is gone."""

    what: str
    files: Mapping[str, bytes | None]


NASTY = (
    # nothing, words of YAML, and numbers that are none
    "", "~", "null", "true", "no", "''", '""', "' '", "[]", "{}", "[[]]", "{{}}", "-", "- - - x",
    "0", "-0", "-0.0", "-1", "1_000", "0x10", "0o7", "1e999", "-1e999", "1e308", "1e-320", ".nan",
    ".inf", "-.inf", "5.", ".5", "+5", "1e5", "NaN", "Infinity", "9" * 18, "9" * 30, "9" * 5_000,
    "0." + "0" * 400 + "1", "2147483648", "9007199254740993", "١٢٣", "１２",
    # dates
    "2026-02-30", "2026-13-01", "9999-12-31", "0001-01-01", "0000-00-00", "0000", "9999",
    "2026-1-1", "2026", "2026-03", "12:30:45", "2026-03-31T00:00:00Z",
    # ids and addresses
    "rag", "con", "index", "constructor", "__proto__", "a" * 246, "a-" * 40 + "a", "-a", "a--b",
    "A", "é", "../../../etc/passwd", "https://", "http://[", "https://[::1]/", "https://x:99999/",
    "https://é.example/\u202e", "javascript:alert(1)", "https://exa mple/", "mailto:", "//x",
    # lengths and depths
    "x" * 300, "x " * 5_000, "x" * 100_000, "[" * 200, "{a: " * 30 + "1" + "}" * 30,
    "[" * 19 + "]" * 19, "(" * 500 + "1" + ")" * 500, "1" + " + 1" * 400, "- " * 50 + "x",
    # signs
    '"\\ud800"', '"\\udfff x"', '"\\U00110000"', '"\\uFFFE"', '"\\0"', '"\\x1b[31m"', '"\\x85"',
    '"\\N"', '"\\L\\P"', '"\\_"', "\u200b=1+1", "\u202eevil", "\ufeff", "e\u0301\u0301\u0301" * 50,
    "\U0001f9d1\u200d\U0001f4bb", "\u2028", "\u00a0", "ﷺ", "İ", "ß", "ﬁ", "\U000e0001", "�",
    # signs of YAML
    "&a x", "*a", "!!python/object:os.system x", "!x y", "? x", "| x", "|\n  x", ">-9", "%x", "@x",
    "`x`", "x: y: z", "x #y", "#x", "'x", '"x', "---", "...", "--- x", "<<: {a: 1}", "{a: 1, a: 2}",
    "[a, b", "\tx", "x\t", "- x", "{? : }",
    # signs of Markdown and HTML
    "<script>alert(1)</script>", "[[rag]]", "[[rag|]]", "[[none]]", "{{none}}", "[[[[rag]]]]",
    "[x](javascript:1)", "![x](y)", "# x", "| a | b |", "***", "```", "`" * 50, "*" * 999, "\\",
    "&#0;", "&#xD800;", "&#99999999;", "<!--", "]]>", "]](", "$x$", "*[x]: y", "[x]: y",
    # rules and formulas
    "> 5", ">= 1e5", "[1..2)", "(2..1]", "[0..0]", "= 0", "yes", "not-sure", "horizon", "1 / 0",
    "min(1, 2)", "max(", "a - a", "0 * horizon", "USD per month", " per ", "per per per", "times",
    "million", "0 tokens", "1" + "0" * 400 + " tokens", "%", "hour per minute per day", "x\\ny",
)  # fmt: skip
"""What is put in the place of a value."""

NAMES = (
    "con.yml", "index.yml", "a" * 246 + ".yml", "a" * 101 + ".yml", "RAG.yml", "a b.yml", "é.yml",
    "x\ny.yml", "-.yml", ".yml", "x.yaml", "x.YML", "a.b.yml", "\u202ex.yml", "constructor.yml",
)  # fmt: skip
"""What a file is renamed to."""


def load_files(root: Path) -> dict[str, bytes]:
    """The files of a project that are changed: its glossary and its hand-written pages."""
    paths = [path for name in ("glossary", "content") for path in sorted((root / name).rglob("*"))]
    return {
        path.relative_to(root).as_posix(): path.read_bytes() for path in paths if path.is_file()
    }


KEPT = (
    "terms/fine-tuning.yml", "terms/rag.yml", "terms/prompt-engineering.yml", "terms/lora.yml",
    "comparisons/fine-tuning-vs-rag.yml", "decisions/full-fine-tuning-lora-or-hosted.yml",
    "paths/adapt-a-model.yml", "facts/costs.yml", "facts/law.yml", "facts/methods.yml",
    "facts/reckoning.yml", "sources.yml", "taxonomy.yml",
)  # fmt: skip
"""What a small project has of a large one: a file of each kind, and what they name."""

_ITEM = re.compile(r"^  - term: ([a-z0-9-]+)\n(?:    .*\n)*", re.MULTILINE)
"""An item of a list that names a term, such as a step or what is related."""

_EMPTIED = re.compile(r"^[a-z_]+:\n(?=[a-z]|\Z)", re.MULTILINE)
"""A list without items."""

_NAMES = {
    "terms": r"(?<=\[\[)[a-z0-9-]+(?=[|\]])|(?<=term: )[a-z0-9-]+",
    "comparisons": r"(?<=  - )(?=[a-z0-9-]*-vs-)[a-z0-9-]+(?=\n)",
    "decisions": r"(?<=\ndecision: )[a-z0-9-]+",
    "facts": r"(?<=\{\{)[a-z0-9-]+(?=\}\})|(?<=fact: )[a-z0-9-]+",
}
"""Where texts name what is in each folder."""


def small(files: Files) -> Files:
    """A project of few files, in which all that is named exists.

    It is checked in a third of the time; what it names instead of what is gone fits no more.
    """
    kept = {path: text for path, text in files.items() if path.startswith("content/")}
    kept |= {f"glossary/{path}": files[f"glossary/{path}"] for path in KEPT}
    known = {
        folder: [name.rpartition("/")[2][:-4] for name in KEPT if name.startswith(folder)]
        for folder in ("terms", "comparisons", "decisions")
    }
    known["facts"] = re.findall(r"(?<=- id: )[a-z0-9-]+", _facts(kept))
    return {path: _naming(raw.decode(), known).encode() for path, raw in kept.items()}


def _naming(text: str, known: Mapping[str, list[str]]) -> str:
    """The text without items on unknown terms, a known name in the place of each unknown one."""
    text = _ITEM.sub(lambda found: found[0] if found[1] in known["terms"] else "", text)
    text = _EMPTIED.sub("", text)
    for folder, names in known.items():
        unknown = {name for name in re.findall(_NAMES[folder], text) if name not in names}
        for name in unknown:
            text = re.sub(_NAMES[folder].replace("[a-z0-9-]+", re.escape(name)), names[0], text)
    return text


def _facts(files: Files) -> str:
    return "".join(text.decode() for path, text in files.items() if "/facts/" in path)


def mutate(files: Files, chance: random.Random) -> Mutation:
    """One mistake in the files: mostly in the text of one, at times two at once."""
    path = _pick(files, chance)
    if chance.random() < 0.08:
        return chance.choice(_OF_FILES)(path, chance, files)
    if chance.random() < 0.08:
        spoil = chance.choice(_OF_BYTES)
        return Mutation(f"{_name(spoil)} {path}", {path: spoil(files[path], chance)})
    text, names = files[path].decode(), []
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        change = chance.choice(MUTATIONS)
        text = change(text, chance, files)
        names.append(_name(change))
    return Mutation(f"{' '.join(names)} {path}", {path: text.encode("utf-8", "surrogatepass")})


def _pick(files: Files, chance: random.Random) -> str:
    """A file, each folder being as likely as any other."""
    folders = sorted({path.rpartition("/")[0] for path in files})
    folder = chance.choice(folders)
    return chance.choice([path for path in files if path.rpartition("/")[0] == folder])


def _name(change: Callable[..., object]) -> str:
    return change.__name__.strip("_")


_VALUE = re.compile(r"(?:(?<=: )|(?<=- )|(?<=[\[{] )|(?<=, ))[^\s,{}\[\]][^,\n{}\[\]]*")
_WORD = re.compile(r"\w[\w.-]*")
_KEY = re.compile(r"(?<![a-z0-9_-])[a-z][a-z0-9_-]*+(?=:(?:\s|$))", re.MULTILINE)


def _replace(pattern: re.Pattern[str], text: str, new: str, chance: random.Random) -> str:
    """The text with something else in the place of one match."""
    found = list(pattern.finditer(text))
    if not found:
        return text + new
    match = chance.choice(found)
    return text[: match.start()] + new + text[match.end() :]


def _value_to_nasty(text: str, chance: random.Random, _files: Files) -> str:
    return _replace(_VALUE, text, chance.choice(NASTY), chance)


def _word_to_nasty(text: str, chance: random.Random, _files: Files) -> str:
    return _replace(_WORD, text, chance.choice(NASTY), chance)


def _key_to_nasty(text: str, chance: random.Random, _files: Files) -> str:
    return _replace(_KEY, text, chance.choice(NASTY), chance)


def _value_from_elsewhere(text: str, chance: random.Random, files: Files) -> str:
    found = _VALUE.findall(files[_pick(files, chance)].decode()) or [""]
    return _replace(_VALUE, text, chance.choice(found), chance)


def _key_from_elsewhere(text: str, chance: random.Random, files: Files) -> str:
    found = _KEY.findall(files[_pick(files, chance)].decode()) or ["id"]
    return _replace(_KEY, text, chance.choice(found), chance)


def _value_from_here(text: str, chance: random.Random, _files: Files) -> str:
    return _replace(_VALUE, text, chance.choice(_VALUE.findall(text) or [""]), chance)


def _value_doubled(text: str, chance: random.Random, _files: Files) -> str:
    found = chance.choice(_VALUE.findall(text) or ["x"])
    return text.replace(found, f"{found} {found}" if chance.random() < 0.5 else found * 40, 1)


def _lines_changed(change: Callable[[list[str], int, int, random.Random], list[str]]) -> Change:
    """A change of some lines in a row."""

    def changed(text: str, chance: random.Random, _files: Files) -> str:
        lines = text.split("\n")
        begin = chance.randrange(len(lines))
        end = min(len(lines), begin + chance.choice((1, 1, 1, 2, 5, 20)))
        return "\n".join(change(lines, begin, end, chance))

    changed.__name__ = change.__name__
    return changed


@_lines_changed
def _lines_dropped(lines: list[str], begin: int, end: int, _chance: random.Random) -> list[str]:
    return lines[:begin] + lines[end:]


@_lines_changed
def _lines_repeated(lines: list[str], begin: int, end: int, chance: random.Random) -> list[str]:
    return lines[:begin] + lines[begin:end] * chance.choice((2, 2, 3, 60)) + lines[end:]


@_lines_changed
def _lines_moved(lines: list[str], begin: int, end: int, chance: random.Random) -> list[str]:
    left, moved = lines[:begin] + lines[end:], lines[begin:end]
    at = chance.randrange(len(left) + 1)
    return left[:at] + moved + left[at:]


@_lines_changed
def _lines_indented(lines: list[str], begin: int, end: int, chance: random.Random) -> list[str]:
    by = chance.choice(("  ", "    ", " ", "\t", "      "))
    return lines[:begin] + [by + line for line in lines[begin:end]] + lines[end:]


@_lines_changed
def _lines_unindented(lines: list[str], begin: int, end: int, chance: random.Random) -> list[str]:
    by = chance.choice((1, 2, 4, 80))
    cut = [line[min(by, len(line) - len(line.lstrip())) :] for line in lines[begin:end]]
    return lines[:begin] + cut + lines[end:]


@_lines_changed
def _lines_joined(lines: list[str], begin: int, end: int, chance: random.Random) -> list[str]:
    return [*lines[:begin], chance.choice(("", " ", ", ")).join(lines[begin:end]), *lines[end:]]


@_lines_changed
def _lines_quoted(lines: list[str], begin: int, end: int, chance: random.Random) -> list[str]:
    sign = chance.choice(("# ", "- ", "'", '"', "&a ", "!!str ", "? ", ": "))
    return lines[:begin] + [sign + line for line in lines[begin:end]] + lines[end:]


def _lines_from_elsewhere(text: str, chance: random.Random, files: Files) -> str:
    lines, others = text.split("\n"), files[_pick(files, chance)].decode().split("\n")
    at, begin = chance.randrange(len(lines) + 1), chance.randrange(len(others))
    return "\n".join(lines[:at] + others[begin : begin + chance.randint(1, 12)] + lines[at:])


def _nasty_line(text: str, chance: random.Random, _files: Files) -> str:
    lines = text.split("\n")
    at = chance.randrange(len(lines) + 1)
    indent = " " * chance.choice((0, 2, 4))
    lines.insert(at, indent + chance.choice(("", "- ", "x: ", "id: ")) + chance.choice(NASTY))
    return "\n".join(lines)


def _signs_dropped(text: str, chance: random.Random, _files: Files) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + text[at + chance.choice((1, 1, 2, 5)) :]


def _nasty_within(text: str, chance: random.Random, _files: Files) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice(NASTY) + text[at:]


def _cut_off(text: str, chance: random.Random, _files: Files) -> str:
    return text[: chance.randrange(len(text) + 1)]


MUTATIONS: tuple[Change, ...] = (
    _value_to_nasty,
    _value_to_nasty,
    _value_to_nasty,
    _word_to_nasty,
    _key_to_nasty,
    _value_from_elsewhere,
    _value_from_here,
    _value_doubled,
    _key_from_elsewhere,
    _lines_dropped,
    _lines_repeated,
    _lines_moved,
    _lines_indented,
    _lines_unindented,
    _lines_joined,
    _lines_quoted,
    _lines_from_elsewhere,
    _nasty_line,
    _nasty_within,
    _signs_dropped,
    _cut_off,
)
"""What is done to a text. Bad values are likelier than the rest."""


def _bytes_flipped(raw: bytes, chance: random.Random) -> bytes:
    changed = bytearray(raw)
    for _ in range(chance.choice((1, 1, 2, 8)) if changed else 0):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _in_another_code(raw: bytes, chance: random.Random) -> bytes:
    code = chance.choice(("utf-16", "utf-16-le", "utf-32", "utf-8-sig", "latin-1", "utf-7"))
    return raw.decode().encode(code, "replace")


def _with_other_line_ends(raw: bytes, chance: random.Random) -> bytes:
    return raw.replace(b"\n", chance.choice((b"\r\n", b"\r", b"\n\r", b"\x85", b"\n\n", b"")))


_OF_BYTES = (_bytes_flipped, _bytes_flipped, _in_another_code, _with_other_line_ends)


def _swapped(path: str, chance: random.Random, files: Files) -> Mutation:
    other = _pick(files, chance)
    return Mutation(f"swapped {path} {other}", {path: files[other], other: files[path]})


def _gone(path: str, _chance: random.Random, _files: Files) -> Mutation:
    return Mutation(f"gone {path}", {path: None})


def _renamed(path: str, chance: random.Random, files: Files) -> Mutation:
    name = chance.choice(NAMES)
    if path.endswith(".md"):
        name = name.replace(".yml", ".md")
    new = f"{path.rpartition('/')[0]}/{name}"
    return Mutation(f"renamed {path} {name[:20]!r}", {path: None, new: files[path]})


def _copied(path: str, chance: random.Random, files: Files) -> Mutation:
    folder = _pick(files, chance).rpartition("/")[0]
    new = f"{folder}/{path.rpartition('/')[2]}"
    return Mutation(f"copied {path} to {folder}", {new: files[path]})


_OF_FILES: tuple[Callable[[str, random.Random, Files], Mutation], ...] = (
    _swapped,
    _gone,
    _renamed,
    _copied,
)
