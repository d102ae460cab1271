"""Work information as stored: who may send and withdraw it, what is decided, and who is told."""

from collections.abc import Callable
from io import BytesIO

import docx
import pytest

from data import dialogs
from data.errors import ForTheOffice, NotYours, StaleButton, TextMissing
from data.errors.information import InformationTooLong, NothingInIt, TakenAlready, TitleTooLong
from data.information.articles import MOST_OF_TEXT, Article, added_text, article_in, article_in_document
from data.information.information import (
    Information,
    InformationState,
    counts_by_state,
    information_for,
    information_ids,
    sent_counts,
    submit_information,
    withdraw_information,
)
from data.information.verdicts import decline_information, edit_copy, take_information
from data.information.weeks import Week, week_of
from data.notices.letter_contents import correspondence
from data.notices.outbox import claim, mark_sent
from data.people.actor import Actor
from data.people.people import Person, Role
from data.plan.files.problems import Damaged, WrongKind
from data.store import Database
from tests.data.conftest import MARKET, NOW, OUTSIDER, ZONE, day, let_in, rows

pytestmark = pytest.mark.usefixtures("plan")
WEEK = week_of(day("2019-11-25"))
Sends = Callable[..., Information]
Ids = tuple[int, ...]


@pytest.fixture
def market(db: Database, plan: None) -> Person:
    """A liaison of another unit."""
    return let_in(db, OUTSIDER, "周科长", Role.LIAISON, MARKET)


@pytest.fixture
def sends(db: Database, plan: None) -> Sends:
    """A function that sends a piece as a person, for their first unit unless another is given."""

    def send(person: Person, title: str = "题", text: str = "文。", tasks: Ids = (), unit: int = 0) -> Information:
        number = len(rows(db, "SELECT 1 FROM dialogs")) + 1
        dialog = dialogs.open_dialog(db, person.id, "information", number, number, NOW)
        return submit_information(
            db, Actor(person, NOW, ZONE), dialog.id, unit or person.speaks_for[0], title, text, tasks
        )

    return send


def task(db: Database, code: str) -> int:
    [(number,)] = rows(db, "SELECT id FROM tasks WHERE code = ?", code)
    return int(str(number))


def letters(db: Database) -> list[tuple[int, str]]:
    """Deliver the letters that are due, and return their chats and kinds."""
    sent = []
    while claimed := claim(db, NOW):
        for each in claimed:
            if (letter := correspondence(db, each, NOW)) is not None:
                mark_sent(db, each, 1, NOW)
                sent.append((each.chat_id, str(letter.letter)))
    return sent


def test_the_same_dialog_sends_once(db: Database, liaison: Person) -> None:
    dialog = dialogs.open_dialog(db, liaison.id, "information", 0, 1, NOW)
    unit = liaison.speaks_for[0]
    first, again = (
        submit_information(db, Actor(liaison, NOW, ZONE), dialog.id, unit, "题", "文。", []) for _ in range(2)
    )
    assert first == again and rows(db, "SELECT count(*) FROM information") == [(1,)]


@pytest.mark.parametrize(
    ("title", "text", "refused"),
    [
        ("题", "", NothingInIt),
        (" ", "文。", TextMissing),
        ("题" * 101, "文。", TitleTooLong),
        ("题", "文" * (MOST_OF_TEXT + 1), InformationTooLong),
    ],
)
def test_what_is_empty_or_too_long_is_not_sent(
    db: Database, liaison: Person, sends: Sends, title: str, text: str, refused: type[Exception]
) -> None:
    with pytest.raises(refused):
        sends(liaison, title, text)
    assert rows(db, "SELECT * FROM information") == []


def test_nothing_is_sent_for_another_unit_nor_of_its_tasks(
    db: Database, liaison: Person, market: Person, sends: Sends
) -> None:
    with pytest.raises(NotYours):
        sends(liaison, unit=market.speaks_for[0])
    with pytest.raises(NotYours):
        sends(market, tasks=(task(db, "1-1"),))
    assert rows(db, "SELECT * FROM information") == rows(db, "SELECT * FROM information_tasks") == []


def test_each_unit_counts_its_own_and_the_office_all_together(
    db: Database, liaison: Person, market: Person, coordinator: Person, sends: Sends
) -> None:
    first, second = sends(liaison), sends(liaison)
    third = sends(market)
    take_information(db, Actor(coordinator, NOW, ZONE), first.id, WEEK)
    decline_information(db, Actor(coordinator, NOW, ZONE), third.id, "下期再用")
    withdraw_information(db, Actor(liaison, NOW, ZONE), second.id)
    assert [(each.sent, each.taken) for each in sent_counts(db, liaison.speaks_for)] == [(1, 1)]
    assert [(each.sent, each.taken) for each in sent_counts(db, market.speaks_for)] == [(1, 0)]
    assert counts_by_state(db) == {InformationState.NEW: 0, InformationState.TAKEN: 1, InformationState.DECLINED: 1}
    assert (
        information_ids(db),
        information_ids(db, market.speaks_for),
        information_ids(db, state=InformationState.TAKEN),
    ) == ([3, 1], [3], [1])


def test_it_is_seen_by_its_unit_and_the_office_until_it_is_withdrawn(
    db: Database, liaison: Person, deputy: Person, market: Person, coordinator: Person, sends: Sends
) -> None:
    sent = sends(liaison)
    for person in (liaison, deputy, coordinator):
        assert information_for(db, person, sent.id) == sent
    with pytest.raises(NotYours):
        information_for(db, market, sent.id)
    withdraw_information(db, Actor(liaison, NOW, ZONE), sent.id)
    with pytest.raises(StaleButton):
        take_information(db, Actor(coordinator, NOW, ZONE), sent.id, WEEK)


def test_only_who_has_sent_it_takes_it_back_and_not_once_it_is_taken(
    db: Database, liaison: Person, deputy: Person, coordinator: Person, sends: Sends
) -> None:
    sent = sends(liaison)
    with pytest.raises(NotYours):
        withdraw_information(db, Actor(deputy, NOW, ZONE), sent.id)
    take_information(db, Actor(coordinator, NOW, ZONE), sent.id, WEEK)
    with pytest.raises(TakenAlready):
        withdraw_information(db, Actor(liaison, NOW, ZONE), sent.id)
    decline_information(db, Actor(coordinator, NOW, ZONE), sent.id, "改到下期")
    db.change("UPDATE information SET person_id = NULL")
    withdraw_information(db, Actor(deputy, NOW, ZONE), sent.id)
    assert information_ids(db) == []


def test_only_the_office_decides(db: Database, liaison: Person, sends: Sends) -> None:
    sent = sends(liaison)
    with pytest.raises(ForTheOffice):
        take_information(db, Actor(liaison, NOW, ZONE), sent.id, WEEK)
    with pytest.raises(ForTheOffice):
        decline_information(db, Actor(liaison, NOW, ZONE), sent.id, "不用")
    with pytest.raises(ForTheOffice):
        edit_copy(db, Actor(liaison, NOW, ZONE), sent.id, "题", "改。")


def test_the_unit_hears_what_was_decided_last_and_of_another_brief_nothing(
    db: Database, liaison: Person, coordinator: Person, sends: Sends
) -> None:
    sent = sends(liaison)
    take_information(db, Actor(coordinator, NOW, ZONE), sent.id, WEEK)
    decline_information(db, Actor(coordinator, NOW, ZONE), sent.id, "下期再用")
    assert letters(db) == [(1002, "information_declined")]
    take_information(db, Actor(coordinator, NOW, ZONE), sent.id, WEEK)
    assert letters(db) == [(1002, "information_taken")]
    take_information(db, Actor(coordinator, NOW, ZONE), sent.id, Week(day("2019-12-02")))
    assert letters(db) == []


def test_the_same_decision_twice_is_one(db: Database, liaison: Person, coordinator: Person, sends: Sends) -> None:
    sent = sends(liaison)
    for _ in range(2):
        take_information(db, Actor(coordinator, NOW, ZONE), sent.id, WEEK)
        edit_copy(db, Actor(coordinator, NOW, ZONE), sent.id, "题", "改。")
    assert rows(db, "SELECT action FROM audit WHERE action LIKE '%information' ORDER BY id") == [
        *(("information",), ("decide_information",), ("edit_information",)),
    ]


@pytest.mark.parametrize(
    ("text", "title", "rest"),
    [
        ("题目\n正文一\n正文二", "题目", "正文一\n正文二"),
        ("  题目  ", "题目", ""),
        ("长" * 101, "", "长" * 101),
        ("长" * 101 + "\n后", "", "长" * 101 + "\n后"),
        ("\n题目\n\n正文", "题目", "正文"),
        ("11月22日我局联合公安查了86家商户 查扣1200件", "", "11月22日我局联合公安查了86家商户 查扣1200件"),
        ("江汉区开展打假行动 11月22日启动", "江汉区开展打假行动 11月22日启动", ""),
        ("江汉区突查汉正街 查扣1200件", "江汉区突查汉正街 查扣1200件", ""),
    ],
)
def test_the_first_line_of_an_article_is_its_title_if_it_can_be(text: str, title: str, rest: str) -> None:
    assert article_in(text) == Article(title, rest)


def test_a_text_grows_by_lines_up_to_its_limit() -> None:
    assert added_text(added_text("", " 一 "), "二") == "一\n二"
    with pytest.raises(InformationTooLong) as refused:
        added_text("一" * MOST_OF_TEXT, "二")
    assert vars(refused.value) == {"written": MOST_OF_TEXT, "more": 1, "most": MOST_OF_TEXT}


def test_the_first_heading_of_a_document_is_its_title() -> None:
    made, file = docx.Document(), BytesIO()
    for words, style in (("附件", None), ("题目", "Heading 1"), ("正文一", None), ("小标题", "Heading 2")):
        made.add_paragraph(words, style)
    made.add_table(1, 1).cell(0, 0).text = "表"
    made.save(file)
    assert article_in_document(file.getvalue(), "a.docx") == Article("题目", "附件\n正文一\n小标题")


@pytest.mark.parametrize(("content", "problem"), [(b"%PDF-1.4", WrongKind), (b"PK\x03\x04", Damaged)])
def test_what_is_no_document_is_refused(content: bytes, problem: type[Exception]) -> None:
    with pytest.raises(problem):
        article_in_document(content, "a.docx")
