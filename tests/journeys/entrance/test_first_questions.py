"""What newcomers ask is answered, and whoever wants to be deleted is shown how."""

import pytest

from tests.journeys.town import Resident


@pytest.mark.parametrize(
    ("asked", "begins"),
    [
        ("什么叫联络员", "联络员就是您"),
        ("这个是干嘛用的", "我帮您记着本单位的任务"),
        ("什么叫任务表", "任务表是领导小组下发的方案"),
        ("到时候你会提醒我吧", "会的："),
        ("我们还查了一批假酒，这个报哪里", "是哪项任务的，就发编号和情况"),
        ("那个清单的，都办结了还要报吗", "有期限的，有进展就报，办完为止"),
        ("红绿灯分别代表啥", "🔴 逾期"),
        ("不报会怎么样", "到期前后我会提醒您"),
        ("案值怎么算", "案值填上次之后新增案件的涉案金额"),
        ("我要填多少算完成", "任务要求的成果都有了"),
        ("好，那我现在该做什么", "发“我的任务”看最急的"),
        ("佐证材料一定要交吗", "不一定"),
        ("报表和进展是一回事吗", "是两回事"),
        ("怎么传佐证", "直接把照片或文件发给我"),
        ("报表怎么填", "发“填报表”"),
    ],
)
async def test_a_newcomers_question_has_its_own_answer(lin: Resident, asked: str, begins: str) -> None:
    assert (await lin.says(asked)).startswith(begins)


@pytest.mark.parametrize("words", ["删了我的信息", "把我删了"])
async def test_who_wants_to_be_deleted_is_asked_whether(lin: Resident, words: str) -> None:
    assert (await lin.says(words)).startswith("要删除您的登记吗？")


@pytest.mark.parametrize("greeting", ["早上好 ", "你好，", "你好 早上好 ", "早 "])
async def test_what_is_asked_behind_a_greeting_is_answered(lin: Resident, greeting: str) -> None:
    asked = "今天我要干啥"
    assert await lin.says(greeting + asked) == await lin.says(asked) != await lin.says("早上好")
    assert await lin.says(greeting + "我今天要干嘛") == await lin.says("我今天要干嘛")


@pytest.mark.parametrize("clause", ["早，", "啊，", "嗯 "])
async def test_a_message_of_very_many_short_clauses_is_answered(lin: Resident, clause: str) -> None:
    assert await lin.says(clause * 1_300)
