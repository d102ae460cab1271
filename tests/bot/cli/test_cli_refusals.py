"""What a command says of input that it cannot use: one line, in the terminal's language, with what to do next."""

import json
from pathlib import Path

import click.testing
import pytest

from bot.cli.root import liaison
from tests.bot.cli.terminal import NO_SETTINGS, Terminal
from tests.journeys.town import PLAN

HEADER = "单位,姓名,角色,语言\n"


def roster(folder: Path, *rows: str) -> str:
    file = folder / "roster.csv"
    file.write_text(HEADER + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    return str(file)


def test_all_wrong_rows_of_a_roster_are_named_in_one_line(terminal: Terminal, tmp_path: Path) -> None:
    file = roster(tmp_path, "市公安局,甲,局长,", "市公安局,乙,,法语", "市公安局,,,", "市公安局,丁,,")
    assert terminal.is_refused("people", "import", file) == (
        "名单有错，什么都没有变：第 2 行 甲：角色“局长”不认识，请写联络员、B角、协调员或观察员；"
        "第 3 行 乙：语言“法语”不认识，请写中文或英文；第 4 行 ?：没有姓名"
    )


def test_a_phone_of_two_people_is_pointed_out_and_both_are_taken(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "phones.csv"
    file.write_text("单位,姓名,电话\n市公安局,甲,13800000000\n市公安局,乙,13800000000\n", encoding="utf-8")
    result = terminal.types("people", "import", str(file))
    assert result.exit_code == 0
    first, second = result.stdout.splitlines()[:2]
    assert first == "第 3 行 乙：手机号与第 2 行的人相同，认不出是谁，两人都要用链接登记"
    assert second == "已登记 2 人。"


def test_of_many_wrong_rows_the_first_ten_are_named(terminal: Terminal, tmp_path: Path) -> None:
    file = roster(tmp_path, *(f"市公安局,甲{number},局长," for number in range(12)))
    line = terminal.is_refused("people", "import", file, LC_ALL="en_GB.UTF-8")
    assert line.count("the role “局长” is not known") == 10
    assert line.endswith("; 2 more")


@pytest.mark.parametrize(
    ("locale", "reason"),
    [
        ("zh_CN.UTF-8", "读不了：没有这个文件或文件夹，请核对路径"),
        ("en_GB.UTF-8", "cannot be read: no such file or folder; please check the path"),
    ],
)
def test_a_file_that_is_not_there_is_told_in_the_terminal_s_language(
    terminal: Terminal, tmp_path: Path, locale: str, reason: str
) -> None:
    line = terminal.is_refused("plan", "check", str(tmp_path / "plan.csv"), LC_ALL=locale)
    assert line.endswith(reason)


def test_a_workbook_that_cannot_be_written_says_what_to_check(terminal: Terminal, tmp_path: Path) -> None:
    line = terminal.is_refused("summary", "--xlsx", str(tmp_path / "nowhere" / "ledger.xlsx"))
    assert line.endswith("写不了：没有这个文件或文件夹，请核对路径")


@pytest.mark.parametrize("name", ["ledger.xlsx/table.csv", "a" * 252 + ".csv"])
def test_a_table_whose_place_cannot_be_a_file_is_refused_in_a_line(
    terminal: Terminal, tmp_path: Path, name: str
) -> None:
    (tmp_path / "ledger.xlsx").touch()
    line = terminal.is_refused("summary", "--csv", str(tmp_path / name))
    assert "写不了：" in line and [each.name for each in tmp_path.iterdir() if each.suffix == ".part"] == []


def test_a_table_may_have_as_long_a_name_as_there_can_be(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / ("a" * 251 + ".csv")
    assert terminal.types("summary", "--csv", str(file)).exit_code == 0 and file.stat().st_size


TOO_LONG = "a" * 256


@pytest.mark.parametrize("words", [("backup", TOO_LONG), ("restore", TOO_LONG), ("plan", "check", TOO_LONG)])
def test_a_name_that_is_too_long_is_told_in_a_line(terminal: Terminal, tmp_path: Path, words: tuple[str, ...]) -> None:
    line = terminal.is_refused(*words[:-1], str(tmp_path / words[-1]))
    assert f"{TOO_LONG} " in line and line.endswith("文件名太长，请换一个短的")


def test_a_database_whose_name_is_too_long_is_told_in_a_line(terminal: Terminal) -> None:
    line = terminal.is_refused("doctor", LIAISON_DB=TOO_LONG)
    assert line == f"文件 {TOO_LONG} 用不了：文件名太长，请换一个短的"


def test_a_plan_with_as_long_a_name_as_there_can_be_has_no_facts_beside_it(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / ("a" * 251 + ".csv")
    file.write_bytes(PLAN.read_bytes())
    result = terminal.types("plan", "check", str(file))
    assert (result.exit_code, result.stderr) == (0, "")


def test_sentences_that_are_not_utf_8_are_read_as_far_as_they_can_be(terminal: Terminal) -> None:
    env = {**NO_SETTINGS, "LIAISON_DB": str(terminal.database), "LIAISON_CLOCK": terminal.clock}
    given = b"\xff\xfe\n1-2 " + "完成80%".encode() + b"\n"
    result = click.testing.CliRunner().invoke(liaison, ["understand", "-"], input=given, env=env)
    assert result.exit_code == 0, repr(result.exception)
    unread, read = map(json.loads, result.stdout.splitlines())
    assert (unread["intent"], read["task"], read["percent"]) == ("unknown", "1-2", 80)


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("plan.doc", OLE + bytes(600), "这是旧版 .doc 文件，请在 Word 或 WPS 里另存为 .docx 再发"),
        ("plan.csv", bytes(range(256)), "里面不是文字也不是表格，请核对是不是这个文件；要 .xlsx、.docx 或 .csv"),
        ("plan.xls", b"<html><table></table></html>", "这其实是网页，请用 Excel 或 WPS 打开，另存为 .xlsx 再发"),
        ("plan.rar", b"Rar!\x1a\x07\x01\0", "这是压缩包，请解开后发里面的文件"),
        ("plan.md", b"words", "不认识 .md 文件，请另存为 .xlsx、.docx 或 .csv 再发"),
    ],
)
def test_a_file_of_another_kind_is_called_what_it_is(
    terminal: Terminal, tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    for words in (("plan", "check"), ("people", "import")):
        assert terminal.is_refused(*words, str(file)).endswith(f"读不了：{said}")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (OLE + bytes(600), "单位表要用 .csv，请在 Excel 或 WPS 里另存为 .csv"),
        (b"name,aliases,group\n", "文件里没有内容，请核对是不是这个文件"),
        (b"name,aliases,group\n" + b"a,b,c\n" * 10_000, "超过 10,000 行，请分成几份"),
    ],
)
def test_a_table_of_units_that_cannot_be_used_is_refused_and_the_units_stay(
    terminal: Terminal, tmp_path: Path, content: bytes, said: str
) -> None:
    file = tmp_path / "units.csv"
    file.write_bytes(content)
    assert terminal.is_refused("units", "import", str(file)).endswith(f"读不了：{said}")
    assert terminal.types("invite", "公安局").exit_code == 0


def test_an_empty_name_of_a_unit_is_no_unit(terminal: Terminal) -> None:
    assert terminal.is_refused("summary", "--unit", "").startswith("没有“”这个单位")
