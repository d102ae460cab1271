import re
from datetime import date
from pathlib import Path

import pytest

import data
from data.plan.deadlines import Deadline, DeadlineKind, Period, due_after_event, next_due, read_deadline
from tests.data.plan.deadline_corpora import CORPUS, ELSEWHERE, misread_elsewhere, rows_of
from tests.thoroughness import part_of

ISSUED = date(2019, 10, 24)
READ_OF_ELSEWHERE = 0.99
PLAN = Path(data.__file__).parent / "plan" / "shipped" / "wuhan-2019-2020.csv"


def the_corpus() -> list[dict[str, str]]:
    return rows_of(CORPUS)


def day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def period(text: str) -> Period | None:
    return Period(text) if text else None


def expected(row: dict[str, str]) -> Deadline:
    return Deadline(
        kind=DeadlineKind(row["kind"]),
        due=day(row["due"]),
        start=day(row["start"]),
        granularity=period(row["granularity"]),
        every=period(row["every"]),
        event=row["event"] or None,
        offset_months=int(row["offset_months"]) if row["offset_months"] else None,
        offset_days=int(row["offset_days"]) if row["offset_days"] else None,
        offset_workdays=int(row["offset_workdays"]) if row["offset_workdays"] else None,
        check_in=period(row["check_in"]),
    )


def test_an_official_wording_is_read_as_an_official_reads_it() -> None:
    read = [(row, read_deadline(row["text"], date.fromisoformat(row["issued"]))) for row in the_corpus()]
    wrong = {f"{row['text']}@{row['issued']}": deadline for row, deadline in read if deadline != expected(row)}
    assert len(read) > 2300 and wrong == {}


def test_deadlines_of_other_cities_are_read_and_none_silently_wrong() -> None:
    misread = misread_elsewhere()
    print(f"{len(misread)} of {len(rows_of(ELSEWHERE))} misread")
    assert {text: read for text, read in misread.items() if read.kind is not DeadlineKind.UNCLEAR} == {}
    assert len(misread) <= len(rows_of(ELSEWHERE)) * (1 - READ_OF_ELSEWHERE), misread


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("收到线索后15个工作日内", "收到线索"),
        ("机构改革完成后15个工作日内", "机构改革完成"),
        ("举报受理后15个工作日内", "举报受理"),
        ("收到省局文件之日起15个工作日内", "收到省局文件"),
    ],
)
def test_working_days_are_counted_from_the_event(text: str, event: str) -> None:
    deadline = read_deadline(text, ISSUED)
    assert deadline == Deadline(DeadlineKind.CONDITIONAL, event=event, offset_workdays=15)
    assert due_after_event(deadline, date(2019, 12, 20)) == date(2020, 1, 13)


@pytest.mark.parametrize("text", ["首轮季度两年计划" * 16, "各区" * 100, "第一批" * 60, "2019年" * 40, "推进落实" * 50])
def test_a_cell_of_words_that_could_be_split_in_many_ways_is_unclear(text: str) -> None:
    assert read_deadline(text, ISSUED).kind is DeadlineKind.UNCLEAR


def test_every_deadline_of_the_shipped_plan_is_in_the_corpus() -> None:
    texts = {row["完成时间"] for row in rows_of(PLAN)}
    assert "2019年8月,检查工作持续开展" in texts
    assert texts <= {row["text"] for row in the_corpus()}


def dated_texts(one_in: int = 1) -> tuple[str, ...]:
    """Return the texts of the corpus that state one date, period or range, or a part of them."""
    dated = (
        each for each in the_corpus() if each["kind"] == DeadlineKind.DATE and each["issued"] == ISSUED.isoformat()
    )
    return part_of((each["text"] for each in dated), one_in)


@pytest.mark.parametrize(
    "second", ["2031年5月前", "，2031年5月前", "、2031年5月", "（2031年5月）", "或2031年5月", "至", "5"]
)
def test_a_second_date_behind_a_date_is_never_passed_over(second: str) -> None:
    dues = {text + second: read_deadline(text + second, ISSUED).due for text in dated_texts(7)}
    assert {text: due for text, due in dues.items() if due and due.year != 2031} == {}


@pytest.mark.parametrize("second", ["2031年5月前，", "2031年5月或", "除2031年5月外", "不早于", "约"])
def test_a_second_date_before_a_date_is_never_passed_over(second: str) -> None:
    dues = {second + text: read_deadline(second + text, ISSUED).due for text in dated_texts(7)}
    assert {text: due for text, due in dues.items() if due} == {}


def test_a_date_cut_off_within_a_number_is_unclear() -> None:
    # 2019.12.3 and 2019/12/3 always mean a full date.
    texts = [text for text in dated_texts() if not re.search(r"[0-9０-９][-./—～~－／．][0-9０-９]", text)]
    cuts = [
        text[: cut.end(1)]
        for text in texts
        for cut in re.finditer("(?=([0-9〇一二三四五六七八九十])[0-9〇一二三四五六七八九十])", text)
    ]
    assert len(cuts) > 500
    assert [cut for cut in cuts if read_deadline(cut, ISSUED).due] == []


@pytest.mark.parametrize("text", ["2019年8月\n检查工作持续开展", "2019年8月\r\n 检查工作持续开展"])
def test_a_line_break_separates_clauses_like_a_comma(text: str) -> None:
    assert read_deadline(text, ISSUED).kind is DeadlineKind.MILESTONE_THEN_ONGOING


def test_a_line_break_within_a_date_is_only_a_narrow_column() -> None:
    assert read_deadline("2019年\n12月底", ISSUED).due == date(2019, 12, 31)


def test_a_line_break_within_a_number_is_not_repaired_by_guessing() -> None:
    assert read_deadline("2019年1\n2月", ISSUED).kind is DeadlineKind.UNCLEAR


@pytest.mark.parametrize("kind", list(DeadlineKind))
def test_the_corpus_has_every_kind(kind: DeadlineKind) -> None:
    assert kind in {row["kind"] for row in the_corpus()}


def test_a_third_of_the_corpus_was_never_tuned_against() -> None:
    # The rows "met" were added later and tuned on. Of 370 by an author who never saw the code, 333 were right at first
    # sight, with no silent wrong date; of ours, batch by batch, 36 of 86, 111 of 118, 112 of 113, 514 of 615 (three
    # silent wrong dates), 368 of 373 (one), 261 of 267 (one), 196 of 197 and 94 of 96.
    rows = [row for row in the_corpus() if row["held_out"] != "met"]
    assert len(rows) >= 160
    assert sum(row["held_out"] == "yes" for row in rows) * 3 >= len(rows)


@pytest.mark.parametrize(
    ("text", "after", "due"),
    [
        ("每年年底", date(2020, 1, 1), date(2020, 12, 31)),
        ("每季度末", date(2020, 1, 1), date(2020, 3, 31)),
        ("每季度末", date(2020, 3, 31), date(2020, 3, 31)),
        ("每半年", date(2020, 1, 1), date(2020, 6, 30)),
        ("每月底", date(2020, 2, 1), date(2020, 2, 29)),
        ("2020年2月起每月下旬", date(2020, 3, 1), date(2020, 3, 31)),
        ("2020年2月起每季度末月下旬", date(2020, 4, 1), date(2020, 6, 30)),
        ("每季度首月下旬", date(2020, 7, 1), date(2020, 7, 31)),
        ("每月25日前", date(2019, 10, 26), date(2019, 11, 25)),
        ("每周五", date(2020, 2, 27), date(2020, 2, 28)),
        ("每年3月、9月", date(2020, 4, 1), date(2020, 9, 30)),
        ("每月31日前", date(2019, 11, 1), date(2019, 11, 30)),
        ("每月31日前", date(2019, 12, 1), date(2019, 12, 31)),
        ("每季度首月10日前", date(2020, 1, 11), date(2020, 4, 10)),
        ("每季度最后一个月", date(2020, 1, 1), date(2020, 3, 31)),
        ("每季度结束后10日内", date(2020, 1, 11), date(2020, 4, 10)),
        ("每月结束后5日内", date(2020, 2, 6), date(2020, 3, 5)),
        ("每月最后一个工作日前", date(2019, 11, 1), date(2019, 11, 29)),
        ("每月最后一个工作日前", date(2019, 11, 30), date(2019, 12, 31)),
        ("每月5个工作日内", date(2019, 12, 1), date(2019, 12, 6)),
        ("每季度结束后10个工作日内", date(2020, 1, 16), date(2020, 4, 15)),
    ],
)
def test_a_recurring_deadline_returns_on_or_after_the_day_asked(text: str, after: date, due: date) -> None:
    assert next_due(read_deadline(text, ISSUED), after) == due


def test_a_recurring_deadline_is_never_due_before_its_first_time() -> None:
    assert next_due(read_deadline("每年年底", ISSUED), date(2018, 1, 1)) == date(2019, 12, 31)


def test_a_dated_deadline_stays_where_it_is() -> None:
    assert next_due(read_deadline("2019年底", ISSUED), date(2020, 6, 1)) == date(2019, 12, 31)


def test_an_ongoing_deadline_is_never_due() -> None:
    assert next_due(read_deadline("持续开展", ISSUED), ISSUED) is None


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("条例出台后10个月内", date(2020, 11, 30)),
        ("条例出台后一个月内", date(2020, 2, 29)),
        ("条例出台后30日内", date(2020, 3, 1)),
        ("条例出台后", None),
        ("2019年底", None),
    ],
)
def test_a_conditional_deadline_is_due_its_offset_after_the_event(text: str, due: date | None) -> None:
    assert due_after_event(read_deadline(text, ISSUED), date(2020, 1, 31)) == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("2020年底前完成，每季度报送一次", date(2020, 12, 31)),
        ("2020年6月底前全部完成，每月报一次进展", date(2020, 6, 30)),
    ],
)
def test_how_often_is_reported_until_all_is_done_is_no_deadline(text: str, due: date) -> None:
    found = read_deadline(text, date(2019, 10, 24))
    assert (found.kind, found.due, found.every, found.check_in) == (DeadlineKind.DATE, due, None, None)


def test_what_is_done_regularly_after_a_day_goes_on() -> None:
    found = read_deadline("2020年6月底前完成，每季度检查一次", date(2019, 10, 24))
    assert (found.kind, found.check_in) == (DeadlineKind.MILESTONE_THEN_ONGOING, Period.QUARTER)
