"""The words of the scripts, which have no language of their own: sets of texts by their names.

A calculator gets its set with its data. The dialog and the elements on other sites know theirs in
English (`widgets/src/english.js`, which `build_tools/words.py` makes), and are given another
where the site has another language: hundreds of pages would repeat them, and a script of one
site may show the data of another. What stands between asterisks is said with stress.
"""

from collections.abc import Mapping
from typing import TypeAlias

from termwise.words.words import ENGLISH, Words, message, plural

Set: TypeAlias = Mapping[str, str | tuple[str, str]]

CALCULATOR: Set = {
    "unknown": message("not known"),
    "range": message("{typical} ({low} to {high})"),
    "quoted": message("“{title}”"),
    "now_lead": message("{who} leads"),
    "would_lead": message("{who} would lead"),
    "now_tied": message("{who} are tied"),
    "would_tied": message("{who} would be tied"),
    "now_all_out": message("all options are ruled out"),
    "would_all_out": message("all options would be ruled out"),
    "unanswered": message("No question is answered yet."),
    "outcome": message("On these answers, {lead}."),
    "outcome_open": message("On these answers, {lead}, but this is still open."),
    "outcome_settled": message(
        "On these answers, {lead}. This is settled: no open answer can change it."
    ),
    # How the options stand.
    "points": plural("{n} point", "{n} points"),
    # Translators: Of an option that rules forbid; stands where its points would.
    "out": message("ruled out"),
    # Translators: Of options that have the most points together.
    "is_tied": message("tied"),
    # Translators: Of the option with the most points; a verb.
    "is_leading": message("leads"),
    "may_be_out": message("may be ruled out; at most {points}"),
    "once_answered": message("once all is answered {worst} to {points}"),
    "tie": message("This is a tie; the order among these means nothing."),
    "close": plural(
        "It is close: {title} is {n} point behind.", "It is close: {title} is {n} points behind."
    ),
    "next": message("*Answer this next:* {question}"),
    "also_open": plural("Also open: {n} question", "Also open: {n} questions"),
    "some_settle": message("Some answers settle this."),
    "any_settles": message("Any answer settles this."),
    "some_turn": message("Some answers change who leads."),
    "nothing_alone": message("It decides nothing alone."),
    # Reasons, and what would change the outcome.
    "ruling_out": message("Rules it out"),
    # Translators: The heading of reasons for an option.
    "for": message("For"),
    # Translators: The heading of reasons against an option.
    "against": message("Against"),
    # Translators: The heading of reasons whose questions are not answered yet.
    "open": message("Still open"),
    "would_out": message("would rule it out"),
    "would_add": plural("would add {n} point", "would add {n} points"),
    "would_take": plural("would take {n} point", "would take {n} points"),
    "no_rule": message("No rule speaks for or against it."),
    "open_about": plural(
        "Still open about {title}: {n} reason", "Still open about {title}: {n} reasons"
    ),
    "no_change": message("No other answer to a single question changes who leads."),
    "change": message("{question} *{answer}*: {lead}."),
    "change_settled": message("{question} *{answer}*: {lead}, and that settles it."),
    "from": message("from {number}"),
    "from_about": message("from about {number}"),
    "above": message("above {number}"),
    "up_to": message("up to {number}"),
    "up_to_about": message("up to about {number}"),
    "below": message("below {number}"),
    "both": message("{one} and {other}"),
    # Translators: Followed by what is counted: “any number of documents a day”.
    "any_number": message("any number of"),
    # Costs.
    "option": message("Option"),
    # Translators: The head of a column of costs: paid one time.
    "once": message("Once"),
    "per_month": message("Per month"),
    # Translators: The head of a column of costs, added up over this time.
    "over": plural("Over {n} month", "Over {n} months"),
    "option_out": message("{title} (ruled out)"),
    "line_once": message("{line}, once: {cost}"),
    "line_per_month": message("{line}, per month: {cost}"),
    "dearer": message(
        "An option that starts dearer pays for itself from the number on at which it costs less."
    ),
    "never": message("{one} *never* costs less than {others}."),
    "pays": message("{one} costs less than {other} from about *{number}* {unit}."),
    # Translators: The name of a table of costs, for those who have it read out.
    "table": message("Table"),
    "total": plural("Total cost over {n} month", "Total cost over {n} months"),
    "chart": message("{title} by {unit}. The table below has the same numbers."),
    # The form, the summary as Markdown, and the fold of an embed.
    "wrong": message("Enter a number from {low} to {high}. This one counts as empty."),
    "answers": message("Answers"),
    "not_sure": message("Not sure"),
    "own": message("Our own number: {label}, {number} {unit}"),
    "cost": plural("Cost over {n} month: {cost}", "Cost over {n} months: {cost}"),
    "more": message("Reasons, what would change this, and what it would cost"),
}

ARTICLE: Set = {
    "dimension": message("Dimension"),
    "deprecated": message("Deprecated. It was replaced by {term}."),
    "draft": message("Draft, not reviewed yet"),
    "aliases": message("Also called {names}."),
    "comma": message("{one}, {other}"),
    "sources": message("Sources"),
    "as_of": message("As of {date}"),
    "due": message("Due for review since {date}"),
    "from": message("From {site}"),
}

DIALOG: Set = {
    "title": message("Embed “{title}”"),
    # Translators: A button that closes the dialog; a verb.
    "close": message("Close"),
    "paste": message("What you paste"),
    "frame": message("A frame"),
    "frame_about": message("Needs no script. Its height stays as you paste it."),
    "fit": message("A frame that fits its height"),
    "fit_about": message("A small script keeps it as high as what is in it."),
    "element": message("An element of your page"),
    "element_about": message(
        "A script shows it in your page’s font, and in colours that you can set."
    ),
    "element_note": message(
        "Here it stands in a frame. On your page it takes the font around it, and colours that you "
        "set as --termwise-… properties."
    ),
    "shows": message("What it shows"),
    "moving": message("Always the newest"),
    "moving_about": message("What changes here changes on your page."),
    "pinned": message("What stands here now"),
    "pinned_about": message(
        "This address never shows anything else; where a script is pasted, browsers check it."
    ),
    "looks": message("How it looks"),
    "colours": message("Colours"),
    "around": message("Like the page around it"),
    # Translators: Of colours.
    "light": message("Light"),
    # Translators: Of colours.
    "dark": message("Dark"),
    # Translators: The title above what is embedded.
    "heading": message("Heading"),
    # Translators: A choice of heading: the title of what is embedded.
    "its_title": message("Its title"),
    # Translators: A choice of heading: there is none.
    "no_heading": message("None"),
    "own_heading": message("Words of yours"),
    "your_heading": message("Your heading"),
    "width": message("Width in pixels"),
    # Translators: Stands in the empty field of a width: all the width that there is.
    "all_width": message("all there is"),
    "captions_table": message("Summary, explanations and sources"),
    "captions_term": message("Sources"),
    "captions_calculator": message("Summary and sources"),
    "dense": message("Less space between lines"),
    "whole": message("The whole table for where no script runs"),
    "preview": message("Preview"),
    # Translators: The name of the field with what is to be pasted.
    "snippet": message("To paste"),
    # Translators: A button; a verb.
    "copy": message("Copy"),
    "guide": message("How to embed"),
    "table_itself": message("The table itself"),
    "data": message("Its data"),
    "copy_as": message("Copy as {format}"),
    # Translators: A link to a file, beside the button that copies what is in it.
    "file": message("file"),
    "format_file": message("{format} file"),
    "from_here": message("To copy from here"),
    "columns": message("Columns"),
    "rows": message("Rows"),
    "one_column": message("One column has to stay."),
    "one_row": message("One row has to stay."),
    "unread": message("The file could not be read."),
    "copied": message("Copied."),
    "not_copied": message(
        "Your browser does not let us copy. The text is selected: copy it from there."
    ),
}


def browser_words(table: Set, words: Words) -> dict[str, object]:
    """A set in a language, with the language as browsers know it. Plurals are by category."""
    said = {
        name: words.say(text) if isinstance(text, str) else words.forms(*text)
        for name, text in table.items()
    }
    return {"locale": words.locale, **said}


def other_words(table: Set, words: Words) -> dict[str, object] | None:
    """The same for a script that knows its words in English; nothing where these are wanted."""
    return browser_words(table, words) if words != ENGLISH else None
