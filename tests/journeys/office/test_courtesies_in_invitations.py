"""Courtesies beside an invitation are nobody's name."""

import pytest

from tests.journeys.town import Resident


@pytest.mark.parametrize("courtesy", ["谢谢", "多谢了", "辛苦了", "麻烦了"])
async def test_a_courtesy_is_not_invited(chen: Resident, courtesy: str) -> None:
    shown = await chen.says(f"邀请商务局王芳、海关赵六，{courtesy}")
    assert "要邀请 2 人：\n· 市商务局 王芳：联络员\n· 武汉海关 赵六：联络员\n" in shown


async def test_who_is_nudged_or_told_meanwhile_is_not_invited(chen: Resident, zhou: Resident, lin: Resident) -> None:
    before = await chen.says("邀请商务局和海关")
    for other, shown in (("催一下市监局", "催办"), ("通知公安局明天开会", "明天开会")):
        await chen.says(other)
        assert any(shown in each for each in chen.heard()[-2:])
        await chen.presses("继续")
        assert any(each == before for each in chen.heard()[-2:])
    assert "市市场监管局 李四：联络员" in await chen.says("再加市监局李四")
