"""Nobody is told the codes of other units' tasks unless they wrote them."""

import re

import pytest

from tests.journeys.town import Resident

CODE = re.compile(r"\d+-\d+")


@pytest.mark.parametrize("said", ["12315平台培训", "检验检测", "网络市场监管", "等检验检测机构"])
async def test_words_of_other_units_tasks_bring_none_of_their_codes(lin: Resident, said: str) -> None:
    heard = await lin.says(said)
    assert "不是您单位的任务" in heard and not CODE.search(heard)


@pytest.mark.parametrize("said", ["培训", "检验", "网络"])
async def test_a_single_word_of_them_is_looked_for_among_the_own_tasks(lin: Resident, said: str) -> None:
    heard = await lin.says(said)
    assert "目前没有这样的任务" in heard and not CODE.search(heard)


async def test_while_a_report_is_open_they_bring_its_question_again(lin: Resident) -> None:
    await lin.begins("2-3")
    heard = await lin.says("培训")
    assert "请点下面的按钮回答" in heard and set(CODE.findall(heard)) == {"2-3"}


async def test_at_the_preview_of_a_report_it_is_asked_what_they_are_for(lin: Resident) -> None:
    heard = await lin.says("2-3 60%", "培训")
    assert heard.startswith("“培训”没有写进去。") and not CODE.search(heard)
    assert lin.buttons() == ["补充到情况里", "改哪一项？", "上一步"]


async def test_at_the_preview_of_more_time_they_bring_that_again(lin: Resident) -> None:
    heard = await lin.says("1-2 申请延期到明年4月底，等省里文件", "等检验")
    assert heard.startswith("“等检验”没有写进去。") and "没有找到" not in heard
    assert "申请延到：2020年4月30日" in await lin.presses("上一步") and "提交" in lin.buttons()


async def test_what_is_told_of_an_own_task_and_not_kept_is_said_so_below_its_card(lin: Resident) -> None:
    assert "您是想…？" in await lin.says("14-2那个报告领导说要重写，写了不少了")
    await lin.presses("看 14-2")
    assert lin.sees().startswith("刚才的话没有记成进展。")
    assert "细化措施" in await lin.says("1-2详情")
