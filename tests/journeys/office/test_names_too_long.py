"""Names of people, units and unit groups have one limit, told in one sentence wherever they are given."""

import pytest

from tests.journeys.town import Resident, Town

LONG = "张" * 3000
TOO_LONG = "“张张张张张张张张张张…”太长，名称最多 60 个字，请写短些再发。"


@pytest.mark.parametrize(
    "said",
    [
        f"/invite 市公安局 {LONG}",
        f"/invite {LONG}",
        f"邀请{LONG}做公安局的联络员",
        f"设一个单位组{LONG}：市公安局、市市场监管局",
        f"把公安局编入{LONG}",
        f"商务局改名叫{LONG}",
    ],
)
async def test_a_name_that_is_too_long_is_refused_in_one_sentence(town: Town, chen: Resident, said: str) -> None:
    assert await chen.says(said) == TOO_LONG
    assert not town.rows("SELECT * FROM invites") and not town.rows("SELECT * FROM dialogs WHERE state <> 'ended'")


async def test_in_english(town: Town, chen: Resident) -> None:
    await chen.says("/language")
    await chen.presses("English")
    assert await chen.says(f"invite {'x' * 100} for the police bureau") == (
        "“xxxxxxxxxx…” is too long: a name has 60 characters at most. Please shorten it and send it again."
    )


async def test_at_the_limit_a_name_is_taken(town: Town, chen: Resident) -> None:
    await chen.says(f"商务局改名叫{'张' * 60}")
    await chen.presses("提交")
    assert town.rows("SELECT * FROM unit_aliases WHERE alias = ?", "张" * 60)
