"""The pictures: large enough to read, in colours that everybody can tell apart, with the numbers of the ledger."""

import csv
import io
from itertools import combinations, pairwise

import pytest
from PIL import Image, ImageColor

from data.exports.course import Course, course_of
from data.exports.ledger import ExportScope, Ledger, ledger
from data.exports.pictures import Picture, draw
from data.exports.pictures.canvas import WIDTH, Canvas
from data.exports.pictures.heat_map import (
    BLOCKED,
    DUE_SOON,
    FINISHED,
    MARKS,
    NOT_STARTED,
    OVERDUE,
    UNDER_WAY,
    Mark,
    heat_map,
    mark_of,
    units_in_order,
)
from data.exports.pictures.lettering import MOST_LINES, font_of, in_lines, name_in_lines, text_width
from data.exports.pictures.months import BAR, figures_by_month, indicator_months
from data.exports.texts import Language
from data.people.actor import Actor
from data.people.people import Person
from data.plan.indicators import ensure_indicators
from data.reporting.reviews import review_report
from data.standing.counts import Counts
from data.standing.standing import Verdict
from data.store import Database
from tests.data.conftest import POLICE, SHIPPED_PLAN, ZONE, Line, at, bring_in, day, report, rows

TODAY = day("2019-11-25")
SCOPE = ExportScope(day("2019-10-24"), TODAY)


def of(db: Database) -> Ledger:
    return ledger(db, SCOPE, TODAY)


def picture(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content)).convert("RGB")


def lightness(colour: str) -> float:
    """Return how light a colour looks, from 0 to 255, regardless of its hue."""
    red, green, blue = ImageColor.getrgb(colour)[:3]
    return 0.299 * red + 0.587 * green + 0.114 * blue


@pytest.mark.usefixtures("plan")
@pytest.mark.parametrize("which", Picture)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_picture_is_a_phones_and_upright(db: Database, which: Picture, language: Language) -> None:
    for content in draw(db, which, of(db), language):
        drawn = picture(content)
        assert drawn.width == WIDTH and drawn.height > 200
        colours = drawn.getcolors(drawn.width * drawn.height)
        assert colours and len(colours) > 10


@pytest.mark.parametrize(
    ("counts", "mark"),
    [
        (Counts(total=5, overdue=1, blocked=1, in_progress=3), OVERDUE),
        (Counts(total=5, blocked=1, due_soon=1), BLOCKED),
        (Counts(total=5, due_soon=1, in_progress=5), DUE_SOON),
        (Counts(total=2, closed=1, submitted=1), FINISHED),
        (Counts(total=2, not_started=2), NOT_STARTED),
        (Counts(total=2, not_started=1, closed=1), NOT_STARTED),
        (Counts(total=3, not_started=1, in_progress=1, closed=1), UNDER_WAY),
    ],
)
def test_a_field_shows_what_needs_most_attention(counts: Counts, mark: Mark) -> None:
    assert mark_of(counts) is mark


@pytest.mark.parametrize("language", ["zh", "en"])
def test_marks_differ_in_letter_and_in_lightness(language: Language) -> None:
    assert len({mark.letter(language) for mark in MARKS}) == len(MARKS)
    for one, other in combinations((OVERDUE, BLOCKED, UNDER_WAY, FINISHED), 2):
        assert abs(lightness(one.fill) - lightness(other.fill)) > 20
    assert all(abs(lightness(mark.fill) - lightness(mark.ink)) > 90 for mark in MARKS)


def test_units_and_sections_stand_in_the_plans_order_and_the_nameless_last(db: Database) -> None:
    bring_in(
        db,
        Line("无单位", "2019年11月20日", ""),
        Line("查案", "2019年11月20日"),
        Line("收案", "持续开展", section="二、宣传"),
    )
    told = of(db).progress
    assert units_in_order(told.parts) == [POLICE, None]
    assert told.sections == ("一、集中整治", "二、宣传")


def test_many_units_go_on_several_pictures(db: Database) -> None:
    bring_in(db, Line("查案", units="、".join(f"第{n}局" for n in range(50))))
    assert len(heat_map(of(db), "zh")) == 2


def test_the_font_has_every_character_of_the_plan() -> None:
    font = font_of(26)
    missing = bytes(font.getmask("\uffff"))
    with SHIPPED_PLAN.open(encoding="utf-8-sig") as file:
        words = {char for row in csv.reader(file) for cell in row for char in cell} | set("喆堃镕玥㙍"[:4])
    assert [char for char in words if not char.isspace() and bytes(font.getmask(char)) == missing] == []


def test_lines_keep_within_their_room_and_lose_nothing() -> None:
    text = "共 255 项分工：已办结 4，待审核 2，进行中 39，受阻 1，未启动 209；其中逾期 7 on the whole plan"
    lines = in_lines(text, 30, 400)
    assert len(lines) > 2 and all(text_width(line, 30) <= 400 for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize(
    ("text", "together"), [("未启动 209；其中逾期 7", "逾期 7"), ("0 blocked, 1 not started; 2 of them", "1 not")]
)
def test_a_number_stays_on_the_line_of_what_it_counts(text: str, together: str) -> None:
    assert all(any(together[1:] in line for line in in_lines(text, 30, most)) for most in range(150, 400, 10))


def test_the_course_of_a_unit_without_any_deadline_has_no_empty_frame(db: Database) -> None:
    bring_in(db, Line("一", "持续开展"))
    assert picture(draw(db, Picture.COURSE, of(db), "zh")[0]).height < 500
    bring_in(db, Line("一", "2019年11月25日"))
    assert picture(draw(db, Picture.COURSE, of(db), "zh")[0]).height > 1000
    found = course_of(db, of(db))
    assert (found.missing, found.on_the_day, of(db).progress.all.overdue) == (1, 1, 0)


def test_the_course_counts_what_was_due_and_what_was_closed(db: Database, coordinator: Person) -> None:
    bring_in(
        db,
        Line("一", "2019年11月8日"),
        Line("二", "2019年11月20日"),
        Line("三", "2020年3月31日"),
        Line("四", "持续开展"),
        now=at("2019-10-24 09:00"),
    )
    for code, on in (("1-1", "2019-11-06"), ("1-3", "2019-11-10"), ("1-4", "2019-11-12")):
        report(db, code, "submitted", on, 100)
        [[report_id]] = rows(db, "SELECT max(id) FROM reports")
        assert isinstance(report_id, int)
        review_report(db, Actor(coordinator, at(f"{on} 15:00"), ZONE), report_id, Verdict.ACCEPTED, "")
    found = course_of(db, of(db))
    assert found == Course(
        issued=day("2019-10-24"),
        today=TODAY,
        due=((day("2019-10-24"), 0), (day("2019-11-08"), 1), (day("2019-11-20"), 2), (day("2020-03-31"), 3)),
        closed=(
            (day("2019-10-24"), 0),
            (day("2019-10-31"), 0),
            (day("2019-11-07"), 1),
            (day("2019-11-14"), 2),
            (day("2019-11-21"), 2),
            (TODAY, 2),
        ),
        dated=3,
        undated=1,
        missing=1,
        on_the_day=0,
    )
    assert (found.due_today, found.closed_today) == (2, 2)


@pytest.mark.usefixtures("plan")
def test_the_bars_are_the_figures_of_the_months(db: Database) -> None:
    ensure_indicators(db)
    for on, value in (("2019-10-30", 5.0), ("2019-11-04", 7.0), ("2019-11-20", 2.5)):
        report(db, "1-1", "in_progress", on, 10)
        [[report_id]] = rows(db, "SELECT max(id) FROM reports")
        db.insert("report_figures", report_id=report_id, indicator="案值", value=value)
    [shown] = indicator_months(of(db))
    assert (shown.indicator.name, shown.total) == ("案值", 14.5)
    assert shown.months == {day("2019-10-01"): 5.0, day("2019-11-01"): 9.5}


@pytest.mark.usefixtures("plan")
@pytest.mark.parametrize(("last", "below"), [("2019-11-25", ["至25日"]), ("2019-11-30", [])])
def test_a_month_that_is_not_over_is_marked(
    db: Database, monkeypatch: pytest.MonkeyPatch, last: str, below: list[str]
) -> None:
    ensure_indicators(db)
    report(db, "1-1", "in_progress", "2019-11-04", 10)
    [[report_id]] = rows(db, "SELECT max(id) FROM reports")
    db.insert("report_figures", report_id=report_id, indicator="案值", value=7)
    said = list[str]()
    monkeypatch.setattr(Canvas, "text", lambda canvas, x, y, text, *how, **more: said.append(text))
    figures_by_month(ledger(db, ExportScope(day("2019-10-24"), day(last)), day(last)), "zh")
    assert [each for each in said if each.startswith("至")] == below and "2019年11月" in said


@pytest.mark.usefixtures("plan")
def test_of_many_months_the_last_twelve_are_drawn_and_the_smallest_figure_is_still_seen(db: Database) -> None:
    ensure_indicators(db)
    days = [*("2019-10-28", "2019-11-28", "2019-12-28"), *(f"2020-{month:02}-28" for month in range(1, 12))]
    for on in days:
        report(db, "1-1", "in_progress", on, 10)
        [[report_id]] = rows(db, "SELECT max(id) FROM reports")
        db.insert("report_figures", report_id=report_id, indicator="案值", value=1 if on == days[-1] else 9000)
    last = day("2020-11-30")
    [content] = figures_by_month(ledger(db, ExportScope(day("2019-10-24"), last), last), "zh")
    drawn, blue = picture(content), ImageColor.getrgb(BAR)
    heights = [sum(drawn.getpixel((x, y)) == blue for y in range(drawn.height)) for x in range(drawn.width)]
    bars = [after for before, after in pairwise(heights) if after and not before]
    assert len(bars) == 12 and bars[-1] >= 3


@pytest.mark.parametrize(
    "name",
    ["市公安局", "市打击侵权假冒工作领导小组办公室", "人民银行武汉分行营管部", "Leading Group Office, City of Wuhan"],
)
def test_a_units_name_is_never_cut_but_takes_more_lines(name: str) -> None:
    size, lines = name_in_lines(name, (30, 26), 266)
    assert "".join(lines).replace(" ", "") == name.replace(" ", "") and len(lines) <= MOST_LINES
    assert all(text_width(line, size) <= 266 for line in lines)


def test_a_name_of_more_lines_than_a_table_has_room_for_is_cut_at_its_end() -> None:
    size, lines = name_in_lines("市" * 60, (30, 26), 266)
    assert size == 26 and len(lines) == MOST_LINES and lines[-1].endswith("…")
    assert all(text_width(line, size) <= 266 for line in lines)
