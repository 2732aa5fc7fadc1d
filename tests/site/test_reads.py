"""Files are pure functions of what they read, and each has a record of all of it.

Whatever is edited, a file that came out with other bytes has a read on record that has another
value. So a build may leave alone each file whose reads have the values that they had.
"""

import contextlib
import datetime
import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from functools import partial
from pathlib import Path
from typing import Any, TypeAlias

import pytest
import yaml
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from termwise.checks import PAGE_CHECKS, check
from termwise.checks.examined import Examined
from termwise.embeds import EMBEDS
from termwise.embeds.snippets import GUIDE
from termwise.exports import EXPORTS
from termwise.lookup.library import Library, Read
from termwise.lookup.lookup import Lookup
from termwise.lookup.pins import Pin, Pins
from termwise.lookup.reads import READ_KINDS, value_of, with_changes
from termwise.model.fact import FactFile
from termwise.model.glossary import EntryKey, Glossary, Origin
from termwise.model.guide import Guide
from termwise.model.kinds import KINDS
from termwise.model.site import CallToAction, Offers
from termwise.model.values import Entry
from termwise.pages import OWN_PAGES, PAGES
from termwise.pages.changed import last_changed
from termwise.project.library import library_of
from termwise.site.embedding import make_embeds
from termwise.site.make import make_file, make_html, make_markdown
from termwise.site.plain import plan_plain
from termwise.site.plan import plan, plan_files
from termwise.words.words import Words

GOLDENS = Path(__file__).parent.parent / "goldens"

Edit: TypeAlias = Callable[[Library], Library]


@dataclass(frozen=True)
class Made:
    """A file as it was made, and what it read."""

    content: object
    reads: frozenset[Read]


@pytest.fixture(scope="session")
def library(
    make_library: Callable[[Mapping[str, str]], Library],
    kitchen_files: dict[str, str],
) -> Library:
    """A small glossary that has something of every kind, on a site that has every setting."""
    decision = (GOLDENS / "kitchen-decision.yml").read_text("utf-8")
    more = yaml.safe_load((GOLDENS / "kitchen-more.yml").read_text("utf-8"))
    made = make_library({**kitchen_files, "glossary/decisions/cook.yml": decision, **more})
    keys = [key for kind in KINDS if kind.embed for key in keys_of(made.glossary, kind.id)]
    pins = {key: Pin(f"{number:032x}", "sha384-A", 400) for number, key in enumerate(keys)}
    scripts = dict.fromkeys(("fit.js", "elements.js", "calculator.js"), "sha384-B")
    site = replace(
        made.site,
        description="All of a kitchen.",
        call_to_action=CallToAction("Eat", "With us.", "Go", "https://eat.example/"),
    )
    return replace(made, site=site, pins=Pins(pins, "0" * 32, scripts))


def keys_of(glossary: Glossary, kind: str) -> list[EntryKey]:
    """The entries of a kind."""
    return [(kind, name) for name in glossary.of_kind(kind)]


def files_of(library: Library) -> dict[str, Made]:
    """Every file that is made of a library, in each of its forms, and what is known of it."""
    made: dict[str, Made] = {}
    for planned in plan(library):
        for form, make in (("html", make_html), ("md", make_markdown), ("rooted", _rooted)):
            page = make(planned, library)
            shown = (page.meta, page.head, page.tags, page.body, page.contents)
            made[f"{planned.path} as {form}"] = Made(shown, page.reads)
        lookup = Lookup(library)
        day = last_changed(planned.path, lookup)
        made[f"{planned.path} in the map"] = Made(day, frozenset(lookup.reads))
    for file in (*plan_files(library, wanted=False), *plan_plain(library)):
        lookup = Lookup(library)
        content = b"".join(make_file(file, lookup))
        made[file.path] = Made(content, frozenset(lookup.reads))
    for embed in make_embeds(library, "0" * 32) if library.site.url else ():
        made |= {path: Made(content, embed.reads) for path, content in embed.files.items()}
    lookup = Lookup(library)
    pages = [
        (page.path, page.source) for producer in (*PAGES, *OWN_PAGES) for page in producer(lookup)
    ]
    others = [file.path for export in EXPORTS for file in export.plan(lookup)]
    embeds = [embed.key for embedder in EMBEDS for embed in embedder(lookup)]
    made["the plan"] = Made((pages, others, embeds), frozenset(lookup.reads))
    return made


def _rooted(*given: Any) -> Any:
    return make_markdown(*given, rooted=True)


@pytest.fixture(scope="session")
def files(library: Library) -> dict[str, Made]:
    """The files as they were."""
    return files_of(library)


@dataclass(frozen=True)
class Compared:
    """What an edit did: the files that came out otherwise, each with its reads of another value."""

    files: Mapping[str, frozenset[Read]]

    def unexplained(self, unrecorded: str = "") -> list[str]:
        """The files that have none; as if no read of the kind `unrecorded` were on record."""
        return [
            name
            for name, reads in self.files.items()
            if not any(read[0] != unrecorded for read in reads)
        ]


def compared(files: Mapping[str, Made], before: Library, after: Library) -> Compared:
    """What became of the files. Which of them there are is found out by planning anew."""
    known = {read for made in files.values() for read in made.reads}
    changed = {read for read in known if value_of(read, before) != value_of(read, after)}
    return Compared(
        {
            name: files[name].reads & changed
            for name, made in files_of(after).items()
            if name in files and files[name].content != made.content
        }
    )


# Edits


def with_glossary(library: Library, glossary: Glossary) -> Library:
    """The library of another glossary."""
    made = library_of(glossary, library.site, library.today, library.examiner)
    return replace(
        made,
        pins=library.pins,
        markdown=library.markdown,
        converted=library.converted,
        words=library.words,
    )


def with_entry(library: Library, key: EntryKey, entry: Entry | Guide, file: str = "") -> Library:
    """The library with an entry in the place of another, or beside all others."""
    glossary, (kind, name) = library.glossary, key
    before = glossary.of_kind(kind).get(name)
    origins = {key: Origin(file), **glossary.origins}
    changed = glossary.with_entries(**{kind: {**glossary.of_kind(kind), name: entry}})
    if isinstance(entry, FactFile):
        gone = {fact.id for fact in before.facts} if isinstance(before, FactFile) else set()
        facts = {each: fact for each, fact in glossary.facts.items() if each not in gone}
        facts |= {fact.id: fact for fact in entry.facts}
        places = {("fact", each): origins.get(("fact", each), origins[key]) for each in facts}
        origins = {each: place for each, place in origins.items() if each[0] != "fact"} | places
        changed = changed.with_entries(fact=facts)
    return with_glossary(library, replace(changed, origins=origins))


def edit(kind: str, name: str, **update: object) -> Edit:
    """Other fields of an entry."""

    def edited(library: Library) -> Library:
        entry = library.glossary.of_kind(kind)[name]
        if isinstance(entry, Guide):
            return with_entry(library, (kind, name), replace(entry, **update))  # type: ignore[arg-type]
        return with_entry(library, (kind, name), entry.model_copy(update=update))

    return edited


def add(kind: str, name: str, like: str, **update: object) -> Edit:
    """An entry beside the others, in what it is not told like one of them."""

    def added(library: Library) -> Library:
        entry = library.glossary.of_kind(kind)[like]
        if isinstance(entry, Guide):
            new: Entry | Guide = replace(
                entry, path=f"{name}.md", mentions=(), body=0, text="# New"
            )
        else:
            ids = {"id": name} if "id" in type(entry).model_fields else {}
            new = entry.model_copy(update={**ids, **update})
        return with_entry(library, (kind, name), new, f"glossary/{name}.yml")

    return added


def remove(kind: str, name: str) -> Edit:
    """One entry less."""

    def removed(library: Library) -> Library:
        glossary, key = library.glossary, (kind, name)
        entries = {each: entry for each, entry in glossary.of_kind(kind).items() if each != name}
        origins = {each: place for each, place in glossary.origins.items() if each != key}
        changed = replace(glossary.with_entries(**{kind: entries}), origins=origins)
        return with_glossary(library, changed)

    return removed


def rename(kind: str, name: str, new: str) -> Edit:
    """An entry under another id, which all that named it name."""

    def renamed(library: Library) -> Library:
        glossary = library.glossary
        by_kind = {
            each.id: {
                (new if (each.id, found) == (kind, name) else found): _renaming(entry, name, new)
                for found, entry in glossary.of_kind(each.id).items()
            }
            for each in KINDS
        }
        entry = by_kind[kind][new]
        assert isinstance(entry, Entry)
        by_kind[kind][new] = entry.model_copy(update={"formerly": (name,)})
        origins = {
            ((kind, new) if key == (kind, name) else key): place
            for key, place in glossary.origins.items()
        }
        return with_glossary(library, replace(glossary, by_kind=by_kind, origins=origins))

    return renamed


def _renaming(entry: Entry | Guide, name: str, new: str) -> Entry | Guide:
    if isinstance(entry, Guide):
        return entry

    def written(value: Any) -> Any:
        if isinstance(value, str):
            return new if value == name else re.sub(rf"\[\[{name}(?=[\]|])", f"[[{new}", value)
        if isinstance(value, dict):
            return {written(key): written(each) for key, each in value.items()}
        return type(value)(map(written, value)) if isinstance(value, tuple | list) else value

    return type(entry).model_validate(written(entry.model_dump()))


def setting(name: str, value: object) -> Edit:
    """Another setting of the site; `offers.` stands before what it offers."""

    def edited(library: Library) -> Library:
        site = library.site
        if name.startswith("offers."):
            offers = replace(site.offers, **{name.removeprefix("offers."): value})  # type: ignore[arg-type]
            return replace(library, site=replace(site, offers=offers))
        return replace(library, site=replace(site, **{name: value}))  # type: ignore[arg-type]

    return edited


def later(days: int) -> Edit:
    """Another day."""
    return lambda library: replace(library, today=library.today + datetime.timedelta(days))


def moved_file(kind: str, name: str, file: str) -> Edit:
    """An entry in another file."""

    def moved(library: Library) -> Library:
        origins = {**library.glossary.origins, (kind, name): Origin(file)}
        return with_glossary(library, replace(library.glossary, origins=origins))

    return moved


def both(*edits: Edit) -> Edit:
    """One edit after the other."""

    def edited(library: Library) -> Library:
        for each in edits:
            library = each(library)
        return library

    return edited


def pinned(key: EntryKey, pin: Pin | None) -> Edit:
    """Another pin of one embed."""

    def edited(library: Library) -> Library:
        entries = {**library.pins.entries, **({key: pin} if pin else {})}
        if pin is None:
            del entries[key]
        return replace(library, pins=replace(library.pins, entries=entries))

    return edited


def shared(folder: str) -> Edit:
    """Other scripts of embeds."""
    return lambda library: replace(library, pins=replace(library.pins, assets=folder))


def converted(html: str) -> Edit:
    """Another HTML of the site's own home page."""
    return lambda library: replace(library, converted={"index": html})


WITNESSES: Mapping[str, Edit] = {
    "term": edit("term", "oil", definition="A fluid fat."),
    "comparison": edit("comparison", "boil-or-fry", summary="Which of them."),
    "decision": edit("decision", "cook", leans="Nowhere."),
    "path": edit("path", "walk", summary="One by one."),
    "topic": edit("topic", "heat", title="Heat and cold"),
    "fact": edit("fact", "agreed", statement="Water boils at sea."),
    "source": edit("source", "book", title="Another book"),
    "category": edit("category", "stove", description="Fire."),
    "level": edit("level", "low", title="Lower"),
    "relation": edit("relation", "wants", title="Needs"),
    "region": edit("region", "north", title="The far north"),
    "guide": edit("guide", "guides/eggs", title="All about hens"),
    "has": add("guide", GUIDE, "guides/eggs"),
    "title": edit("term", "fry", term="sizzle", abbreviation=None),
    "file": moved_file("term", "fry", "glossary/terms/fry.yaml"),
    "topic-of-fact": both(
        add("topic", "water", "heat", title="Water", facts=()),
        moved_file("fact", "agreed", "glossary/facts/water.yml"),
    ),
    "term-named": add("term", "frying", "griddle", term="frying"),
    "every": add("term", "spoon", "boil", term="spoon"),
    "naming": edit("term", "boil", definition="Boiled without [[oil]]."),
    "moved": both(
        edit("comparison", "fry-or-oil", formerly=()),
        edit("comparison", "boil-or-fry", formerly=("oil-or-fry",)),
    ),
    "all-moved": edit("path", "walk", formerly=("stroll",)),
    "news": edit("term", "pan", added=None),
    "setting": setting("name", "Kitchen"),
    "words": lambda library: replace(library, words=Words("fr")),
    "markdown": lambda library: replace(library, markdown=False),
    "due": later(1),
    "come": later(-100),
    "pin": pinned(("term", "oil"), Pin("f" * 32, "sha384-C", 300)),
    "shared-pins": shared("e" * 32),
    "converted": converted("<p>Welcome.</p>"),
    "finished": lambda library: replace(library, finished=lambda _path: b"{}\n"),
}
"""For each kind of read an edit that changes a file of which nothing else says so."""


@pytest.mark.parametrize("kind", [kind.name for kind in READ_KINDS])
def test_a_file_that_comes_out_otherwise_would_not_be_known_without_each_kind_of_read(
    kind: str, library: Library, files: dict[str, Made]
) -> None:
    """Each is on record, and none could be left off it."""
    found = compared(files, library, WITNESSES[kind](library))
    assert found.unexplained() == []
    assert found.unexplained(unrecorded=kind) != []


@pytest.mark.parametrize(
    ("key", "change"),
    [("hover", edit("term", "oil", term="grease"))],
)
def test_what_is_made_once_is_read_by_all_who_take_it(
    key: str, change: Edit, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Otherwise the change of what it was made from would be nobody's."""
    there = Lookup.once

    def forgetful(self: Lookup, name: tuple[str, ...], make: Callable[[Lookup], Any]) -> Any:
        return make(Lookup(self._library)) if name[0] == key else there(self, name, make)

    monkeypatch.setattr(Lookup, "once", forgetful)
    forgotten = files_of(replace(library))
    assert compared(forgotten, library, change(library)).unexplained() != []


def test_what_was_made_is_kept_where_nothing_that_it_was_made_from_has_changed(
    library: Library, files: dict[str, Made]
) -> None:
    """Such as definitions as links say them, once it is known what embeds are pinned as."""
    assert files
    assert with_changes(library, pins=Pins()).made == library.made
    elsewhere = with_changes(library, site=replace(library.site, url="https://b.example/")).made
    assert {name[0] for name in elsewhere if isinstance(name, tuple)} == {"hover", "program"}


def test_reads_do_not_depend_on_the_order_in_which_files_are_made(
    library: Library, files: dict[str, Made]
) -> None:
    """Nor on what is kept from one file for another."""
    alone = {}
    for planned in plan(library):
        alone[f"{planned.path} as html"] = make_html(planned, replace(library)).reads
    for file in (*plan_files(library, wanted=False), *plan_plain(library)):
        lookup = Lookup(replace(library))
        assert b"".join(make_file(file, lookup))
        alone[file.path] = frozenset(lookup.reads)
    assert {name: reads for name, reads in alone.items() if files[name].reads != reads} == {}


# Edits at random


SETTINGS: tuple[Edit, ...] = (
    *(setting(f"offers.{each.name}", False) for each in fields(Offers)),
    setting("name", "Kitchen"), setting("url", "https://b.example/sub/"), setting("url", ""),
    setting("edit_base", ""), setting("edit_base", "https://c.example/"),
    setting("directory_urls", False), setting("call_to_action", None),
    setting("call_to_action", CallToAction("Eat", "Here.", "Come", "https://eat.example/")),
    setting("description", ""), setting("language", "ar"), setting("prefix", "words/"),
    setting("home", False), setting("whole", False),
)  # fmt: skip

ADDED: tuple[Edit, ...] = (
    add("term", "spoon", "boil", term="spoon"),
    add("term", "ladle", "fry", term="ladle", abbreviation=None, aliases=(), formerly=()),
    add("comparison", "oil-or-fat", "boil-or-fry", title="Oil or fat"),
    add("decision", "bake", "cook", title="To bake?"),
    add("path", "run", "walk", title="A run"),
    add("source", "leaflet", "book", title="A leaflet"),
    add("category", "oven", "stove", title="Oven"),
    add("level", "top", "high", title="Top"),
    add("guide", GUIDE, "guides/eggs"),
    add("guide", "guides/hens", "guides/eggs"),
)

REMOVED: tuple[Edit, ...] = (
    remove("term", "griddle"), remove("path", "walk"), remove("decision", "cook"),
    remove("comparison", "boil-or-fry"), remove("category", "empty"),
    remove("guide", "guides/eggs"),
)  # fmt: skip

RENAMED: tuple[Edit, ...] = (
    rename("term", "oil", "fat"), rename("term", "griddle", "hotplate"),
    rename("term", "fry", "braise"),
    rename("path", "walk", "stroll"), rename("decision", "cook", "make"),
    rename("comparison", "boil-or-fry", "fry-or-boil"),
)  # fmt: skip

DAYS: tuple[Edit, ...] = tuple(later(days) for days in (-400, -60, -1, 1, 2, 14, 400))

VALUES: tuple[Any, ...] = (
    "Salt.", "See [[fry]] at {{agreed}}.", "[[frying|Heated]], with *{{stale}}*.", "oil", "boil",
    "web", "high", "reviewed", "draft", "https://d.example/", None, True, False, 7, 3.5,
    datetime.date(2026, 11, 19), datetime.date(2026, 11, 25), ["oil"], [], ["hot", "new"],
)  # fmt: skip
"""What a field may be given; where it is not a value for the field, it is not given."""


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every place within the data of an entry."""
    items: Iterable[tuple[Any, Any]] = value.items() if isinstance(value, dict) else ()
    for key, each in enumerate(value) if isinstance(value, tuple | list) else items:
        yield (*path, key)
        yield from places(each, (*path, key))


def put(value: Any, path: tuple[Any, ...], new: Any) -> Any:
    """The data with another value at a place."""
    if not path:
        return tuple(new) if isinstance(new, list) else new
    key, *rest = path
    if isinstance(value, dict):
        return {**value, key: put(value[key], tuple(rest), new)}
    return type(value)(
        put(each, tuple(rest), new) if n == key else each for n, each in enumerate(value)
    )


@dataclass(frozen=True)
class Change:
    """An edit with what it does in few words, for whoever reads of a trial that failed."""

    what: str
    edit: Edit = field(repr=False)


LISTED: tuple[Change, ...] = tuple(
    Change(f"{kind} {number}", edited)
    for kind, edits in (
        ("setting", SETTINGS), ("added", ADDED), ("removed", REMOVED), ("renamed", RENAMED),
        ("day", DAYS), ("witness", tuple(WITNESSES.values())),
    )
    for number, edited in enumerate(edits)
)  # fmt: skip


def field_changes(library: Library) -> Iterator[Change]:
    """Each value in each field of each entry, as far as the field takes it."""
    for key, entry in library.glossary.entries():
        if key[0] == "fact" or isinstance(entry, Guide):
            continue
        data = entry.model_dump()
        for path, value in itertools.product(places(data), VALUES):
            with contextlib.suppress(ValidationError):
                other = type(entry).model_validate(put(data, path, value))
                if other != entry:
                    changed = partial(with_entry, key=key, entry=other)
                    yield Change(f"{key}, {path}: {value!r}", changed)


@dataclass(frozen=True, repr=False)
class Bench:
    """A site and what may happen to it."""

    library: Library
    files: Mapping[str, Made]
    changes: Sequence[Change]


@pytest.fixture(scope="module")
def bench(library: Library, files: dict[str, Made]) -> Bench:
    """The changes are in one half fields of entries, in the other all that is listed above."""
    one_by_one = list(field_changes(library))
    others = itertools.islice(itertools.cycle(LISTED), len(one_by_one))
    return Bench(library, files, [*one_by_one, *others])


def is_sound(library: Library) -> bool:
    """Whether nothing is wrong with a glossary that forbids a build."""
    examined = Examined(library.glossary, library.today, library.examiner)
    found = (*check(examined), *check(examined, PAGE_CHECKS))
    return not any(problem.severity == "error" for problem in found)


@pytest.mark.parametrize("kind", ["setting", "added", "removed", "renamed", "day"])
def test_each_file_that_an_edit_changes_has_read_something_that_changed(
    kind: str, bench: Bench
) -> None:
    """Each setting is switched, entries of each kind come and go, days pass."""
    for change in LISTED:
        if change.what.startswith(kind):
            after = change.edit(bench.library)
            assert compared(bench.files, bench.library, after).unexplained() == [], change


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_file_that_came_out_otherwise_has_read_something_that_changed(
    data: st.DataObject, bench: Bench
) -> None:
    """Whatever is edited: the glossary, the settings, the day, what embeds are pinned as."""
    after = bench.library
    for change in data.draw(st.lists(st.sampled_from(bench.changes), min_size=1, max_size=2)):
        after = change.edit(after)
    assume(is_sound(after))
    assert compared(bench.files, bench.library, after).unexplained() == []
