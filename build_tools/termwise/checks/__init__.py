"""What must hold of a glossary, each check named as the sentence that it checks.

To add a check, write a function `Examined -> Iterator[Problem]` and name it in `CHECKS`.
"""

from collections.abc import Callable, Iterable, Iterator

from termwise.checks.comparisons import every_row_has_a_cell_for_each_subject
from termwise.checks.dates import (
    a_term_came_before_it_changed,
    nothing_is_past_its_review,
    reviews_are_in_order,
)
from termwise.checks.decisions import (
    costs_grow_in_a_straight_line,
    every_rule_and_option_has_its_case,
    rules_and_formulas_can_be_read,
    worked_examples_come_out_as_they_say,
)
from termwise.checks.examined import Examined
from termwise.checks.facts import observations_of_a_fact_share_a_unit
from termwise.checks.guides import guides_link_what_exists
from termwise.checks.names import (
    a_former_id_is_free,
    a_name_to_avoid_is_no_name,
    each_name_is_claimed_once,
    files_can_be_named_so_everywhere,
    ids_leave_room_for_folder_pages,
)
from termwise.checks.references import what_is_named_exists
from termwise.checks.relations import (
    a_path_stops_nowhere_twice,
    a_term_is_related_to_others_alone,
)
from termwise.checks.status import a_replacement_leads_somewhere, a_reviewed_term_says_when
from termwise.checks.text import (
    links_in_text_are_finished,
    text_holds_no_markup_of_its_own,
    text_nests_within_bounds,
    what_text_links_exists,
)
from termwise.model.problem import Problem

Check = Callable[[Examined], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    each_name_is_claimed_once,
    a_name_to_avoid_is_no_name,
    a_former_id_is_free,
    ids_leave_room_for_folder_pages,
    files_can_be_named_so_everywhere,
    what_is_named_exists,
    what_text_links_exists,
    links_in_text_are_finished,
    a_term_is_related_to_others_alone,
    a_path_stops_nowhere_twice,
    text_holds_no_markup_of_its_own,
    text_nests_within_bounds,
    every_row_has_a_cell_for_each_subject,
    a_replacement_leads_somewhere,
    a_reviewed_term_says_when,
    reviews_are_in_order,
    nothing_is_past_its_review,
    a_term_came_before_it_changed,
    observations_of_a_fact_share_a_unit,
    rules_and_formulas_can_be_read,
    worked_examples_come_out_as_they_say,
    costs_grow_in_a_straight_line,
    every_rule_and_option_has_its_case,
)


PAGE_CHECKS: tuple[Check, ...] = (guides_link_what_exists,)
"""What must hold of the site's own pages, which are known later than the glossary."""


def check(examined: Examined, checks: Iterable[Check] = CHECKS) -> Iterator[Problem]:
    """Every problem that any check finds."""
    for each in checks:
        yield from each(examined)
