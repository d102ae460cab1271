"""Courtesies beside an invitation are nobody's name."""

import pytest

from tests.journeys.town import Resident


@pytest.mark.parametrize("courtesy", ["谢谢", "多谢了", "辛苦了", "麻烦了"])
async def test_a_courtesy_is_not_invited(chen: Resident, courtesy: str) -> None:
    shown = await chen.says(f"邀请商务局王芳、海关赵六，{courtesy}")
    assert "要邀请 2 人：\n· 市商务局 王芳：联络员\n· 武汉海关 赵六：联络员\n" in shown
