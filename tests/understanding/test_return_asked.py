"""Orders of the office about statistics returns."""

import pytest

from data.calendar import Period
from data.understanding import Aim, Intent, Understanding
from data.understanding.returns.return_asked import ONCE, ReturnWish, return_asked


@pytest.mark.parametrize(
    ("text", "aim", "wish", "period"),
    [
        ("催报表", Aim.RETURNS, ReturnWish.NUDGE, None),
        ("没交统计表的催办一下", Aim.NUDGE, ReturnWish.NUDGE, None),
        ("月报不用催，周五再说", Aim.RETURNS, ReturnWish.LOOK, Period.MONTH),
        ("催月报，公安局不用催", Aim.RETURNS, ReturnWish.NUDGE, Period.MONTH),
        ("谁没报报表", Aim.UNREPORTED, ReturnWish.MISSING, None),
        ("季报报上来多少家", Aim.SUMMARY, ReturnWish.MISSING, Period.QUARTER),
        ("统计报表报了多少", Aim.RETURNS, ReturnWish.TABLE, None),
        ("新建统计月报：立案，各区", Aim.RETURNS, ReturnWish.NEW, Period.MONTH),
        ("我要下发一张一次性的统计表", Aim.RETURNS, ReturnWish.NEW, ONCE),
        ("set up a quarterly return", Aim.RETURNS, ReturnWish.NEW, Period.QUARTER),
        ("月报加一个指标", Aim.RETURNS, ReturnWish.CHANGE, Period.MONTH),
        ("停用半年报", Aim.UNKNOWN, ReturnWish.END, Period.HALF_YEAR),
        ("固定11月报表", Aim.RETURNS, ReturnWish.FREEZE, None),
        ("退回公安局的月报，立案数不对", Aim.RETURNS, ReturnWish.GIVE_BACK, Period.MONTH),
        ("统计报表出张图", Aim.RETURNS, ReturnWish.PICTURE, None),
        ("导出统计报表", Aim.EXPORT, ReturnWish.WORKBOOK, None),
        ("市场监管局这个月的报表", Aim.RETURNS, ReturnWish.LOOK, None),
    ],
)
def test_what_is_wished_is_read_from_the_words(text: str, aim: Aim, wish: ReturnWish, period: Period | None) -> None:
    asked = return_asked(Understanding(Intent.UNKNOWN, aim=aim, text=text))
    assert asked is not None and (asked.wish, asked.period) == (wish, period)


@pytest.mark.parametrize(
    ("text", "aim"),
    [
        ("催一下公安局1-2", Aim.NUDGE),
        ("谁还没报进展", Aim.UNREPORTED),
        ("全市立案多少", Aim.FIGURES),
        ("帮我写个月报材料", Aim.EXPORT),
        ("导出台账", Aim.EXPORT),
        ("把1-2退回，缺总结", Aim.REVIEW),
        ("本月汇总月报", Aim.SUMMARY),
        ("return the report on 1-2", Aim.REVIEW),
    ],
)
def test_what_is_about_the_plan_is_left_to_it(text: str, aim: Aim) -> None:
    assert return_asked(Understanding(Intent.UNKNOWN, aim=aim, text=text)) is None
