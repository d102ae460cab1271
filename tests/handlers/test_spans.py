from datetime import date

import pytest

from handlers.wording import span_text

TODAY = date(2019, 11, 27)


@pytest.mark.parametrize(
    ("first", "last", "zh", "en"),
    [
        (date(2019, 11, 27), date(2019, 11, 27), "今天", "today"),
        (date(2019, 11, 28), date(2019, 11, 28), "明天", "tomorrow"),
        (date(2019, 11, 29), date(2019, 11, 29), "11月29日", "29 Nov"),
        (date(2019, 11, 25), date(2019, 12, 1), "本周", "this week"),
        (date(2019, 12, 2), date(2019, 12, 8), "下周", "next week"),
        (date(2019, 11, 18), date(2019, 11, 24), "上周", "last week"),
        (date(2019, 12, 1), date(2019, 12, 31), "12月", "Dec"),
        (date(2020, 2, 1), date(2020, 2, 29), "2020年2月", "Feb 2020"),
        (date(2020, 1, 1), date(2020, 3, 31), "2020年第一季度", "Q1 2020"),
        (date(2019, 10, 1), date(2019, 12, 31), "2019年第四季度", "Q4 2019"),
        (date(2019, 7, 1), date(2019, 12, 31), "2019年下半年", "H2 2019"),
        (date(2020, 1, 1), date(2020, 6, 30), "2020年上半年", "H1 2020"),
        (date(2020, 1, 1), date(2020, 12, 31), "2020年", "2020"),
        (date(2019, 11, 27), date(2019, 12, 31), "11月27日至12月31日", "27 Nov to 31 Dec"),
        (date(2019, 12, 1), date(2020, 2, 29), "12月1日至2020年2月29日", "1 Dec to 29 Feb 2020"),
        (date(9999, 11, 1), date(9999, 11, 30), "9999年11月", "Nov 9999"),
    ],
)
def test_a_span_has_its_everyday_name_where_it_has_one(first: date, last: date, zh: str, en: str) -> None:
    assert (span_text(first, last, TODAY, "zh"), span_text(first, last, TODAY, "en")) == (zh, en)


def test_a_span_at_the_end_of_time_is_still_said() -> None:
    assert span_text(date(9999, 12, 1), date(9999, 12, 31), TODAY, "zh") == "9999年12月"
