"""`liaison understand` for people: how a sentence was read, how surely, and why it does not begin a report."""

import json

import pytest

from tests.bot.cli.terminal import Terminal


def lines(terminal: Terminal, sentence: str, **environment: str) -> list[str]:
    result = terminal.types("understand", sentence, "--at", "2019-11-27", **environment)
    assert result.exit_code == 0, result.stderr
    return result.stdout.splitlines()


def percent_sure(terminal: Terminal, sentence: str) -> int:
    """Return how sure the reading of a sentence is, in percent, from the JSON; it changes a little with every
    training."""
    result = terminal.types("understand", sentence, "--at", "2019-11-27", "--json")
    confidence: float = json.loads(result.stdout)["confidence"]
    return round(100 * confidence)


def test_a_report_is_explained_word_by_word(terminal: Terminal) -> None:
    sure = percent_sure(terminal, "2-7 完成80%，立案12件")
    assert sure >= 90
    assert lines(terminal, "2-7 完成80%，立案12件") == [
        f"意思：报进展（先核对，点“提交”才写入）（有把握 {sure}%）",
        "  任务：2-7 兽药质量省级抽检",
        "  进度：80%",
        "  统计数据：立案件数 12",
        "逐词：",
        "  “2-7” → 任务编号 2-7 兽药质量省级抽检（有把握 100%）",
        "  “完成80%” → 进度 80%（有把握 100%）",
        "  “立案12件” → 统计数据 立案件数 12（有把握 100%）",
    ]


def test_an_explanation_is_in_english_in_an_english_terminal(terminal: Terminal) -> None:
    sure = percent_sure(terminal, "what's due next week")
    assert sure >= 90
    assert lines(terminal, "what's due next week", LC_ALL="en_US.UTF-8") == [
        f"Meaning: See what is due (sure, {sure} %)",
        "  days: next week",
        "Mood: asks",
        "Word by word:",
        "  “next week” → days 2019-12-02 – 2019-12-08 (sure, 100 %)",
    ]


@pytest.mark.parametrize(
    ("sentence", "mood"),
    [
        ("2-7完成80%了吗", "疑问"),
        ("等2-7完成80%我再报", "打算或要求，还没做到"),
        ("听说2-7完成80%了", "转述或怀疑"),
        ("要是2-7完成80%就报", "假设"),
        ("我没说2-7完成80%", "否定"),
    ],
)
def test_why_a_sentence_begins_no_report_is_said(terminal: Terminal, sentence: str, mood: str) -> None:
    meaning, *rest = lines(terminal, sentence)
    assert "报进展" not in meaning
    assert any(line.startswith("语气：") and mood in line for line in rest)


@pytest.mark.parametrize("sentence", ["让公安局把1-2报一下", "叫市监局把1-9报上来"])
def test_who_tells_others_to_report_is_said_to_nudge_them(terminal: Terminal, sentence: str) -> None:
    assert lines(terminal, sentence)[0] == "意思：催办"


def test_two_readings_are_both_named(terminal: Terminal) -> None:
    assert lines(terminal, "swj的任务")[0] == "意思：看任务，要先问清是哪一个：市税务局、市商务局（把握不大 50%）"


def test_words_of_no_use_are_named(terminal: Terminal) -> None:
    assert lines(terminal, "垃圾分类完成80%")[-1] == "没用上的词：垃圾分类"


@pytest.mark.parametrize("id", ["424242", "0"])
def test_somebody_whom_nobody_knows_is_not_heard_as_a_coordinator(terminal: Terminal, id: str) -> None:
    result = terminal.types("understand", "我的任务", "--as", id, "--json")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == f"没有登记 Telegram 编号为 {id} 的人，请核对 --as。\n"


def test_an_english_explanation_names_indicators_and_moods_as_english_chats_do(terminal: Terminal) -> None:
    explained = lines(terminal, "2-7 80%, 12 cases filed", LC_ALL="en_US.UTF-8")
    assert "  Figures: cases filed 12" in explained
    assert "Mood: asks, denies" in lines(terminal, "不要报2-7好吗", LC_ALL="en_US.UTF-8")


def test_large_figures_are_written_out(terminal: Terminal) -> None:
    assert any("12,345,678" in line for line in lines(terminal, "1-2 案值12345678万元"))
