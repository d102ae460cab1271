from datetime import date

from hypothesis import example, given
from hypothesis import strategies as st

from data.plan.deadlines import Deadline, DeadlineKind, Period, next_due, read_deadline

ISSUED = date(2019, 10, 24)
issue_dates = st.dates(date(2000, 1, 1), date(2060, 12, 31))
PIECES = """
2019年 20年 二〇二〇年 今年 明年 年 底 末 12月 9月 2月 13月 下月 月 上旬 31日 15日 日 第一季度 上半年 周五
即日起 每 每年 每月 前 后 内 至 - 、 , ( ) 起 启动 三 两 十 30 个月 个工作日 半年 2019-12-31 2019.6
首月 最后一个月 结束后 一次 原定 延期至 已完成方案 取得成效 各区同步
持续 长期 开展 完成 已完成 印发 条例出台 按 待 安排 不 或
"""
deadline_like = st.lists(st.sampled_from(PIECES.split()), max_size=7).map("".join)
DATES = "2019年12月31日 2019年底 2020年第一季度 2020年上半年 10月15日前 三个月内 下周五前 2019-12-31"
dates_as_written = st.sampled_from(DATES.split())
junk = st.text(st.sampled_from("甲乙的和与仅约勿abcXYZ!?*#·…@&“”￥\u200b"), max_size=4)
LONGEST = {Period.WEEK: 6, Period.MONTH: 30, Period.QUARTER: 91, Period.HALF_YEAR: 183, Period.YEAR: 365}
full_width = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}


@given(st.text(max_size=4096), issue_dates)
@example("NEXT WEEK", date(2000, 1, 1))
def test_no_text_whatever_makes_the_reader_fail(text: str, issued: date) -> None:
    assert isinstance(read_deadline(text, issued), Deadline)


@given(deadline_like, issue_dates)
def test_no_mixture_of_deadline_words_makes_the_reader_fail(text: str, issued: date) -> None:
    assert isinstance(read_deadline(text, issued), Deadline)


@given(deadline_like, issue_dates)
def test_a_date_never_ends_before_it_starts(text: str, issued: date) -> None:
    deadline = read_deadline(text, issued)
    if deadline.kind is DeadlineKind.DATE:
        assert deadline.due is not None
        assert deadline.start is None or deadline.start <= deadline.due


@given(deadline_like, issue_dates)
def test_full_width_and_half_width_say_the_same(text: str, issued: date) -> None:
    assert read_deadline(text.translate(full_width), issued) == read_deadline(text, issued)


@given(junk, dates_as_written, junk)
def test_junk_around_a_date_makes_it_unclear_or_changes_nothing(before: str, text: str, after: str) -> None:
    deadline = read_deadline(before + text + after, ISSUED)
    assert deadline.kind is DeadlineKind.UNCLEAR or deadline.due == read_deadline(text, ISSUED).due


@given(deadline_like, issue_dates)
def test_a_reading_has_what_its_kind_needs(text: str, issued: date) -> None:
    deadline = read_deadline(text, issued)
    dated = deadline.kind in (DeadlineKind.DATE, DeadlineKind.MILESTONE_THEN_ONGOING, DeadlineKind.RECURRING)
    assert dated == (deadline.due is not None) == (deadline.granularity is not None)
    assert (deadline.kind is DeadlineKind.RECURRING) == (deadline.every is not None)
    assert (deadline.kind is DeadlineKind.CONDITIONAL) == (deadline.event is not None)
    assert (deadline.kind in (DeadlineKind.ONGOING, DeadlineKind.MILESTONE_THEN_ONGOING)) == (
        deadline.check_in is not None
    )


@given(
    st.sampled_from(["每周五", "每月25日", "每月底", "每季度", "每半年", "每年6月30日", "每年年底"]),
    issue_dates,
    issue_dates,
)
def test_the_next_time_is_the_first_on_or_after_the_day(text: str, issued: date, after: date) -> None:
    deadline = read_deadline(text, issued)
    due = next_due(deadline, after)
    assert deadline.due and deadline.every and due
    assert due >= max(after, deadline.due)
    assert due == deadline.due or (due - after).days <= LONGEST[deadline.every]
