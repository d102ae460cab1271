import importlib
import pkgutil
import re
import string
from collections.abc import Iterator
from datetime import date

import pytest

import bot
import handlers
from data.reporting.figures import Figure
from data.standing.standing import Status
from handlers.announcing.texts import sent
from handlers.dialog_list import DIALOGS
from handlers.reporting.texts.figures import DONE, corrected
from handlers.summary.texts.figures import figures_beside
from handlers.wording import NOTHING, Wording, html, labels
from handlers.wording.task_lines import COUNT

EMPTY_REQUESTS = re.compile(r"(请|务必|须)?(回复|回)[“\"']?收到|收到请")


def _wordings() -> Iterator[tuple[str, Wording]]:
    """Every wording of the bot, those in dictionaries too, by where it stands."""
    for storey in (bot, handlers):
        for module in pkgutil.walk_packages(storey.__path__, f"{storey.__name__}."):
            if module.name == "bot.__main__":
                continue
            for name, value in vars(importlib.import_module(module.name)).items():
                if isinstance(value, Wording):
                    yield f"{module.name}.{name}", value
                elif isinstance(value, dict):
                    yield from (
                        (f"{module.name}.{name}[{key}]", each)
                        for key, each in value.items()
                        if isinstance(each, Wording)
                    )


ALL = dict(_wordings())


def _is_sound(text: str) -> bool:
    """Whether every tag is <b> and closed; <bot> is a place to fill in by hand, on the command line."""
    bare = text.replace("<bot>", "")
    return bare.count("<b>") == bare.count("</b>") and not re.search(r"<(?!/?b>)", bare)


def _placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_what_is_unfinished_leads_on_to_how_to_go_on() -> None:
    """One sentence is made of both, which has its own end."""
    waits = [each.waits for each in DIALOGS.values() if isinstance(each.waits, Wording)]
    assert len(waits) > 30 and [each for each in waits if each.zh.endswith(("。", "？")) or each.en.endswith(".")] == []


def test_there_are_sentences() -> None:
    assert len(ALL) > 150


def test_a_sentence_is_there_in_both_languages() -> None:
    assert [where for where, each in ALL.items() if not each.zh.strip() or not each.en.strip()] == []


def test_a_sentence_takes_the_same_values_in_both_languages() -> None:
    assert [where for where, each in ALL.items() if _placeholders(each.zh) != _placeholders(each.en)] == []


def test_no_sentence_demands_a_receipt() -> None:
    assert [where for where, each in ALL.items() if EMPTY_REQUESTS.search(each.zh)] == []


def test_the_markup_of_a_sentence_is_bold_alone_and_closed() -> None:
    assert [where for where, each in ALL.items() if not _is_sound(each.zh) or not _is_sound(each.en)] == []


@pytest.mark.parametrize(
    ("wording", "words"),
    [
        (labels.MY_TASKS, "我的任务"),
        (labels.REPORT, "报进展"),
        (labels.DUE_SOON, "临期"),
        (labels.PREVIOUS_PAGE, "上一页"),
        (labels.NEXT_PAGE, "下一页"),
        (labels.STATUS[Status.NOT_STARTED], "未启动"),
        (labels.STATUS[Status.IN_PROGRESS], "进行中"),
        (labels.STATUS[Status.BLOCKED], "受阻"),
        (labels.DONE, "已完成"),
        (labels.SKIP, "跳过"),
        (labels.BACK, "上一步"),
        (labels.SUBMIT, "提交"),
        (labels.CANCEL, "取消"),
        (labels.RESUME, "继续填报"),
        (labels.RESTART, "重新填报"),
        (labels.SAME_AS_LAST, "沿用上次"),
        (labels.EDIT, "修改"),
        (labels.WITHDRAW, "撤回"),
        (labels.NO_CHANGE, "本期无变化"),
        (labels.SEND, "确认发送"),
        (sent.STOP, "停止发送"),
    ],
)
def test_the_words_on_buttons_are_those_that_people_were_told(wording: Wording, words: str) -> None:
    assert wording.zh == words


def test_the_answer_to_a_stored_report_says_so_in_both_languages() -> None:
    assert "已提交" in labels.SUBMITTED.zh and "已提交" in labels.SUBMITTED.en


def test_a_list_begins_with_its_count() -> None:
    assert COUNT("zh", count=12) == "共 12 项"
    assert COUNT("en", count=12) == "12 tasks"


def test_large_figures_are_written_out() -> None:
    value = Figure("案值", "case value", "万元", 12345678901.5)
    assert "12,345,678,901.5" in figures_beside(
        [(value, 1234567.0, 0)], [], html("全部"), html("11月"), html("10月"), NOTHING, "zh"
    )
    assert "10月 1,234,567）" in figures_beside(
        [(value, 1234567.0, 0)], [], html("全部"), html("11月"), html("10月"), NOTHING, "zh"
    )
    assert "→ 12,345,678,901.5" in corrected(DONE, "1-2", date(2019, 11, 25), value, value.value, "zh")
