import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from telegram import InlineKeyboardMarkup

from data.errors import StaleButton
from data.office.history import HistoryScope
from data.plan.deadlines import Deadline, DeadlineKind
from data.plan.tasks import TaskTitle
from data.reporting.drafts import Draft, Step
from data.standing.assignments import TaskCard
from data.standing.standing import Status
from data.summary.views import View
from handlers.people import keyboard as people_buttons
from handlers.registration import PRESSES
from handlers.reporting import keyboard as report_buttons
from handlers.summary.summary_scope import SummaryPage
from handlers.tasks import keyboard as task_list_buttons
from handlers.tasks.selection import Filter, Listing, pack_scope, unpack_scope
from handlers.tasks.texts.card import CardShown
from handlers.telegram import Verb, unpack
from handlers.telegram.callbacks import fits, pack, pattern, verb_of
from handlers.telegram.task_buttons import below_stored_report

EXTENDING = ("extension_day", "extension_reason", "extension_preview")
LARGEST = 999_999_999_999_999_999
LARGEST_CARD = TaskCard(LARGEST, "230-230", TaskTitle(""), "", "", "", "", "", "", Deadline(DeadlineKind.MISSING), ())
NARROWEST = Listing(Filter.IN_PROGRESS, date(2019, 11, 25), date(2019, 12, 25), 99_999_999, None, 99_999_999)
OF_A_GROUP = Listing(Filter.DUE, date(2019, 11, 25), date(2019, 12, 25), group=999)
WIDEST = Listing(Filter.ALL)
OF_SECTIONS = Listing(Filter.BLOCKED, unit_id=99_999_999, sections="ffffffffff.ffff")
SEEN = Listing(Filter.ALL, unit_id=99_999_999, item="999", summary=(date(2019, 11, 1), date(2019, 11, 25)))
WHOLE_SCOPE = HistoryScope(9_999_999_999, 9_999_999_999, date(2019, 11, 25), date(2019, 12, 25))


def _data(keyboard: InlineKeyboardMarkup) -> list[str]:
    return [str(button.callback_data) for row in keyboard.inline_keyboard for button in row]


def _built() -> list[str]:
    """The data of the buttons that can be built without a database, with ids as large as they can be."""
    draft = Draft(LARGEST, 1, 1, Step.PREVIEW, status=Status.BLOCKED)
    return [
        *_data(people_buttons.languages()),
        *(pack(Verb.SUMMARY, *SummaryPage(view, 999, scope).pack()) for view in View for scope in (SEEN, WIDEST)),
        *(pack(Verb.LIST, *replace(SEEN, filter=filter).pack(9_999)) for filter in Filter),
        pack(Verb.DRAFT, "resume", LARGEST),
        pack(Verb.DRAFT, "restart", LARGEST),
        pack(Verb.CORRECT, LARGEST, "sure"),
        pack(Verb.REDO, LARGEST, "sure"),
        pack(Verb.REPORT, LARGEST, "chosen"),
        *_data(report_buttons.submit_anyway(draft, "zh")),
        *_data(below_stored_report(LARGEST, "zh")),
        *(
            f"answer:{LARGEST}:{step}:{value}"
            for step in Step
            for value in [*Status, "skip", "stay", "preview", "back", "cancel", 90, f"remove_{LARGEST}"]
        ),
        *(
            pack(Verb.LIST, *listing.pack(9_999))
            for listing in (*map(Listing, Filter), NARROWEST, OF_A_GROUP, OF_SECTIONS)
        ),
        *_data(task_list_buttons.card(CardShown(LARGEST_CARD), "zh")),
        pack(Verb.HISTORY, *pack_scope(HistoryScope(), 0)),
        pack(Verb.HISTORY, *pack_scope(WHOLE_SCOPE, 999_999)),
        *(pack(Verb.ENTRY, kind, LARGEST) for kind in ("report", "extension")),
        pack(Verb.EVIDENCE, LARGEST),
        pack(Verb.SAID, LARGEST),
        *(f"bundle:{way}:{LARGEST}" for way in ("resume", "all", "cancel", "drop", "keep")),
        *(f"bundle:{way}:{LARGEST}:{LARGEST}" for way in ("one", "anyway", "edit", "undo", "correct")),
        pack(Verb.INVITE, "deputy", LARGEST),
        *_data(people_buttons.accept_invitation("A_-9" * 10 + "xyz", "zh")),
        *(pack(Verb.BROADCAST, way, LARGEST) for way in ("open", "stop", "answers", "sheet")),
        pack(Verb.BROADCAST, "list"),
        *(pack(Verb.GROUP, way, -LARGEST) for way in ("open", "weekly", "day_before", "overdue", "scope", "unbind")),
        *(pack(Verb.GROUP, what, -LARGEST, number) for what in ("day", "hour") for number in (0, 7)),
        pack(Verb.GROUP, "list"),
        *(pack(Verb.PAPER, LARGEST, *grade) for grade in ((), ("red",), ("yellow",), ("blue",))),
        *(pack(Verb.NUDGE, of, LARGEST) for of in ("one", "task")),
        pack(Verb.REPLY, LARGEST, 3),
        *(pack(Verb.EXPORT, does, "20191101", "20191125") for does in ("open", "show", "xlsx", "docx", "zip", "draft")),
        pack(Verb.EXPORT, "sections", "20191101", "20191125", "u99999999", "mffffffffff.ffff"),
        pack(Verb.EXPORT, "pictures", "20191101", "20191125", "u99999999", "t9999999999"),
        *(pack(Verb.REGULAR, way) for way in ("list", "new")),
        pack(Verb.REGULAR, "end", 9_999_999_999),
        pack(Verb.CARD, LARGEST),
        *(pack(Verb.INFORMATION, does) for does in ("new", "kept", "came", "brief")),
        *(pack(Verb.INFORMATION, "list", state, 999_999) for state in ("new", "taken", "declined", "all")),
        *(pack(Verb.INFORMATION, does, LARGEST) for does in ("open", "files", "withdraw", "take", "decline", "edit")),
        *(pack(Verb.INFORMATION, does, LARGEST, 999) for does in ("open", "original")),
        pack(Verb.REPORT, LARGEST),
        pack(Verb.EXTEND, LARGEST),
        f"extension:day:{LARGEST}:20191231",
        *(f"extension:{way}:{LARGEST}" for way in ("cancel", "keep", "drop", "submit", "edit", "withdraw")),
        *(f"extension:{way}:{LARGEST}:{step}" for way in ("back", "stay", "change") for step in EXTENDING),
        *(pack(Verb.DECIDE, decision, LARGEST) for decision in ("grant", "other", "refuse")),
        *(pack(Verb.DIALOG, LARGEST, "extension_preview", value) for value in ("submit", "edit_reason", "20191231")),
        pack(Verb.DECIDE, "set", LARGEST, "20191231"),
        *(f"{verb}:{way}:{LARGEST}" for verb in ("review", "decide") for way in ("send", "rewrite", "drop")),
        *(f"deputy:{way}" for way in (f"open:{LARGEST}", f"until:{LARGEST}:20191231")),
        *(pack(Verb.UNCHANGED, which, "20191231") for which in ("all", "asked", LARGEST)),
        pack(Verb.UNCHANGED, "page", 999),
        pack(Verb.UNCHANGED, "undo", LARGEST),
    ]


@pytest.mark.parametrize("data", _built())
def test_the_data_of_a_button_fits_and_is_recognised_by_its_own_verb_alone(data: str) -> None:
    assert len(data.encode()) <= 64
    assert verb_of(data) is unpack(data).verb


@pytest.mark.parametrize("verb", Verb)
def test_data_with_something_before_or_behind_it_is_not_recognised(verb: Verb) -> None:
    for data in (each for each in _built() if unpack(each).verb is verb):
        for forged in (f"x{data}", f"{data}x:", f"{data}\n", f" {data}"):
            assert verb_of(forged) is None


def test_full_width_digits_are_none_of_a_button() -> None:
    assert verb_of(pack(Verb.CARD, 12)) is Verb.CARD
    assert verb_of(f"{Verb.CARD}:１２") is None


def test_every_verb_has_its_handler() -> None:
    assert set(PRESSES) == set(Verb)


def test_data_that_is_too_long_is_not_built() -> None:
    with pytest.raises(AssertionError):
        pack(Verb.CARD, "9" * 64)


def test_a_list_comes_back_from_its_buttons() -> None:
    for listing in (Listing(Filter.OVERDUE), NARROWEST, OF_A_GROUP, OF_SECTIONS):
        arguments = unpack(pack(Verb.LIST, *listing.pack(3))).arguments
        assert Listing.unpack(arguments) == (listing, 3)


def test_a_list_without_reports_comes_back_from_buttons_of_former_releases() -> None:
    days = date(2019, 12, 30), date(2020, 1, 5)
    assert Listing.unpack(("unreported", "2")) == (Listing(Filter.ALL, silence=(None, None)), 2)
    assert Listing.unpack(("unreported", "0", "20191230", "20200105", "u4")) == (
        Listing(Filter.ALL, unit_id=4, silence=days),
        0,
    )


@pytest.mark.parametrize("scope", [WHOLE_SCOPE, HistoryScope(), HistoryScope(7), HistoryScope(unit_id=7)])
def test_a_part_of_the_history_comes_back_from_its_buttons(scope: HistoryScope) -> None:
    arguments = unpack(pack(Verb.HISTORY, *pack_scope(scope, 3))).arguments
    assert unpack_scope(arguments) == (scope, 3)


def test_a_part_of_the_audit_comes_back_from_buttons_of_former_releases() -> None:
    way, *packed = unpack("audit:page:3:t7:u8:p9:d20191125:d20191225").arguments
    assert way == "page"
    assert unpack_scope(tuple(packed)) == (HistoryScope(7, 8, date(2019, 11, 25), date(2019, 12, 25), 9), 3)


@pytest.mark.parametrize(
    "arguments",
    [
        ("nothing", "0"),
        ("due", "0", "99999999", "20191225"),
        ("all", "x"),
        ("all", "0", "ux"),
        ("all", "0", "x1.y"),
        ("all", "0", ""),
        (),
    ],
)
def test_a_list_that_was_never_built_is_an_old_button(arguments: tuple[str, ...]) -> None:
    with pytest.raises(StaleButton):
        Listing.unpack(arguments)


@settings(deadline=None)
@given(st.sampled_from(Verb).flatmap(lambda verb: st.from_regex(pattern(verb), fullmatch=True)))
def test_what_a_button_says_is_its_own_and_is_read_as_it_was_written(data: str) -> None:
    press = unpack(data)
    assert verb_of(data) is press.verb
    assert ":".join([press.verb, *press.arguments]) == data
    if fits(press.verb, *press.arguments):
        assert pack(press.verb, *press.arguments) == data


@pytest.mark.parametrize("data", [None, "", ":", "of_later_days:1"])
def test_a_press_that_says_nothing_known_is_out_of_date(data: str | None) -> None:
    with pytest.raises(StaleButton):
        unpack(data)


@given(st.text(max_size=80) | st.binary(max_size=64).map(lambda raw: raw.decode(errors="replace")))
def test_whatever_else_is_pressed_belongs_to_one_verb_at_most(data: str) -> None:
    assert verb_of(data) in (None, data.partition(":")[0])


@settings(deadline=None)
@given(st.sampled_from(Verb).flatmap(lambda verb: st.from_regex(pattern(verb), fullmatch=True)))
def test_nothing_can_be_put_before_or_behind_what_a_button_says(data: str) -> None:
    shape = pattern(unpack(data).verb)
    assert not any(re.match(shape, odd) for odd in (f"{data}\n", f" {data}", f"\0{data}", f"x:{data}"))
