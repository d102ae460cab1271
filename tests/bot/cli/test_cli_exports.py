"""The command liaison summary for a unit, a section or a span, and as files."""

import csv
import errno
import io
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import docx
import pytest
from openpyxl import load_workbook
from PIL import Image

from tests.bot.cli.terminal import Terminal


def test_every_view_says_what_it_is_of_and_none_repeats_another(terminal: Terminal) -> None:
    views = terminal.types("summary", "--unit", "公安局").stdout.strip().split("\n\n")
    assert [view.splitlines()[0] for view in views] == ["范围：市公安局"] * 5
    assert [view.splitlines()[1].split(" · 截至")[0] for view in views] == [
        "汇总 · 总体",
        "汇总 · 按单位",
        "汇总 · 按任务名称",
        "统计数据",
        "还没报的",
    ]
    assert len({"".join(view.splitlines()[2:]) for view in views}) == 5
    assert views[-1].splitlines()[2:] == ["市公安局：8 项"]


def test_a_span_is_told_beside_the_one_before(terminal: Terminal) -> None:
    told = terminal.types("summary", "--from", "2019-11-01").stdout
    assert "本期与上期 · 2019年11月1日至2019年11月25日" in told
    assert "填报：0（2019年10月1日至2019年10月25日：0）" in told
    as_json = terminal.gets("summary", "--from", "2019-11-01", "--json")
    assert (as_json["from"], as_json["reports"]) == ("2019-11-01", 0)
    assert as_json["before"]["from"] == "2019-10-01" and as_json["before"]["to"] == "2019-10-25"
    assert as_json["at_the_beginning"]["total"] == 255


def test_a_unit_and_a_section_narrow_the_counts(terminal: Terminal) -> None:
    assert terminal.gets("summary", "--unit", "市公安局", "--json")["total"] == 8
    section = terminal.gets("summary", "--section", "强化重点领域", "--json")
    assert [each["section"] for each in section["sections"]] == ["一、强化重点领域集中整治"]
    assert section["total"] == 39
    assert terminal.gets("summary", "--section", "第一部分", "--json") == section


def test_the_tasks_not_reported_leave_out_finished_ones_and_other_sections(terminal: Terminal) -> None:
    in_all = terminal.types("summary").stdout.split("\n\n")[-1].splitlines()
    assert {"市市场监管局：52 项", "市园林和林业局：16 项"} <= {*in_all}
    in_section = terminal.types("summary", "--section", "第一部分").stdout.split("\n\n")[-1].splitlines()
    assert {"市市场监管局：15 项", "市园林和林业局：2 项"} <= {*in_section}


def test_the_ledger_and_the_table_are_written(terminal: Terminal, tmp_path: Path) -> None:
    book, text = tmp_path / "台账.xlsx", tmp_path / "任务.csv"
    for option, file in (("--xlsx", book), ("--csv", text)):
        result = terminal.types("summary", "--unit", "市公安局", option, str(file))
        assert (result.exit_code, result.stdout) == (0, "") and str(file) in result.stderr
    page = load_workbook(io.BytesIO(book.read_bytes()))["任务"]
    assert page["A2"].value == "范围：市公安局　时段：2019年10月24日至11月25日　状态截至2019年11月25日"
    rows = list(csv.DictReader(text.read_text(encoding="utf-8-sig").splitlines()))
    assert len(rows) == page.max_row - 3 == 8 and {row["单位"] for row in rows} == {"市公安局"}
    assert sorted(each.name for each in tmp_path.iterdir() if "part" in each.name) == []


@pytest.mark.parametrize(
    ("words", "title"),
    [
        (["--from", "2019-11-01"], ["测试", "工作进展情况报告", "（2019年11月1日至11月25日）"]),
        (["--brief"], ["测试", "工作简报", "第6期", "（发文单位）\t2019年11月25日"]),
        (["--unit", "市公安局"], ["市公安局", "测试", "工作总结", "（2019年10月24日至11月25日）"]),
    ],
)
def test_documents_are_written(terminal: Terminal, tmp_path: Path, words: list[str], title: list[str]) -> None:
    file = tmp_path / "x.docx"
    assert terminal.types("summary", "--docx", str(file), *words).exit_code == 0
    told = "".join(each.text for each in docx.Document(str(file)).paragraphs)
    assert told.startswith("".join(title))


@pytest.mark.parametrize("which", ["units", "course", "figures"])
def test_pictures_are_written(terminal: Terminal, tmp_path: Path, which: str) -> None:
    file = tmp_path / "x.png"
    assert terminal.types("summary", "--png", str(file), "--picture", which).exit_code == 0
    with Image.open(file) as drawn:
        assert drawn.format == "PNG" and drawn.width == 1080


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["--from", "2019-11-26"], "起止日期反了：2019年11月25日早于2019年11月26日，请把早的一天写在前面。"),
        (
            ["--at", "2019-10-01", "--csv", "x.csv"],
            "任务表是2019年10月24日印发的，2019年10月1日还没有内容，请选这以后的日期。",
        ),
        (["--at", "2019-10-01"], "任务表是2019年10月24日印发的，2019年10月1日还没有内容，请选这以后的日期。"),
        (["--unit", "火星局"], "没有“火星局”这个单位，请写任务表里的单位名，例如：市公安局。"),
        (["--unit", "市商务局分局", "--csv", "x.csv"], "没有“市商务局分局”这个单位"),
        (["--section", "飞天"], "没有任务名称能对上“飞天”"),
        (["--csv", "/nowhere/x.csv"], "文件 /nowhere/x.csv 写不了："),
    ],
)
def test_what_cannot_be_exported_is_said_in_a_line(terminal: Terminal, words: list[str], line: str) -> None:
    assert terminal.is_refused("summary", *words).startswith(line)
    assert not Path("x.csv").exists()


@pytest.mark.parametrize("words", [["--brief"], ["--picture", "units"], ["--brief", "--xlsx", "x.xlsx"]])
def test_an_option_of_a_file_that_is_not_asked_for_is_wrong_usage(terminal: Terminal, words: list[str]) -> None:
    told = terminal.types("summary", *words)
    assert told.exit_code == 2 and "--brief 要配 --docx，--picture 要配 --png。" in told.stderr


def test_a_section_without_tasks_of_the_unit_is_nothing_to_export(terminal: Terminal, tmp_path: Path) -> None:
    words = ["--unit", "市公安局", "--section", "加强部门间", "--xlsx", str(tmp_path / "x.xlsx")]
    assert terminal.is_refused("summary", *words).startswith("没有可导出的内容")
    assert list(tmp_path.glob("*.xlsx")) == []


def test_two_kinds_of_output_at_once_are_wrong_usage(terminal: Terminal) -> None:
    assert terminal.types("summary", "--json", "--csv", "x.csv").exit_code == 2


def test_what_is_no_plain_file_is_written_into_and_never_replaced(terminal: Terminal, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.csv"
    link = tmp_path / "link.csv"
    link.symlink_to(elsewhere)
    assert terminal.types("summary", "--csv", str(link)).exit_code == 0
    assert link.is_symlink() and "1-2" in elsewhere.read_text("utf-8-sig")
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with ThreadPoolExecutor(1) as reader:
        read = reader.submit(pipe.read_bytes)
        assert terminal.types("summary", "--csv", str(pipe)).exit_code == 0
        assert read.result(10) == elsewhere.read_bytes() and pipe.is_fifo()


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("locale", ["zh_CN.UTF-8", "en_GB.UTF-8"])
def test_what_was_exported_is_not_taken_for_the_plan(
    terminal: Terminal, tmp_path: Path, kind: str, locale: str
) -> None:
    file = tmp_path / f"ledger.{kind}"
    assert terminal.types("summary", f"--{kind}", str(file), LC_ALL=locale).exit_code == 0
    before = terminal.types("summary", "--json").stdout
    line = terminal.is_refused("plan", "import", str(file), "--yes", LC_ALL=locale)
    assert ("台账，不是任务表" if locale.startswith("zh") else "a ledger that the bot exported") in line
    assert terminal.types("summary", "--json").stdout == before


def test_what_the_reports_are_written_to_is_readable_by_its_owner_alone(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "ledger.csv"
    file.touch(0o644)
    assert terminal.types("summary", "--csv", str(file)).exit_code == 0
    assert file.stat().st_mode & 0o777 == 0o600


def test_a_file_that_cannot_be_written_to_its_end_leaves_nothing_behind(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, content: bytes) -> int:
        path.touch()
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    assert "磁盘已满，请腾出空间再试" in terminal.is_refused("summary", "--csv", str(tmp_path / "out.csv"))
    assert not [each.name for each in tmp_path.iterdir() if "out.csv" in each.name]
