import asyncio
import os
import subprocess
import sys
from contextlib import closing
from operator import itemgetter
from pathlib import Path

import pytest

from bot.cli import plan, summary
from bot.emulator import EmbeddedServer, World
from data.calendar import EARLIEST, LATEST
from data.plan.files.problems import TooMuchWork
from data.store import connect, database, open_database
from data.store.migrations import migrations
from data.store.settings import write_setting
from tests.bot.cli.terminal import Terminal
from tests.journeys.town import OPENING, PLAN


@pytest.mark.parametrize(
    "words",
    [
        ["nonsense"],
        ["plan", "check"],
        ["summary", "--at", "gestern"],
        ["alerts", "preview", "--from", "2019-13-01"],
        ["plan", "check", "x.csv", "--issued", "10/24"],
        ["invite", "市公安局", "--role", "king"],
        ["understand"],
        ["understand", "x", "--as", "99999999999999999999"],
        ["summary", "--at", "9999-12-31"],
        ["alerts", "preview", "--to", "2200-01-01"],
        ["demo", "--date", "0001-01-01"],
    ],
)
def test_wrong_usage_leaves_with_two(bare: Terminal, words: list[str]) -> None:
    result = bare.types(*words)
    assert result.exit_code == 2 and result.stdout == "" and result.stderr


def test_a_date_that_is_none_is_named(bare: Terminal) -> None:
    assert "“gestern”不是日期，请写成 2019-11-25。" in bare.types("summary", "--at", "gestern").stderr


def test_the_first_and_the_last_day_that_may_be_named_have_a_summary(terminal: Terminal) -> None:
    assert terminal.types("summary", "--at", str(LATEST), "--from", str(EARLIEST)).exit_code == 0


@pytest.mark.parametrize("facts", ["broken = ", 'issued = "soon"', "issued = 2019-10-24T10:00:00", "title = 5"])
def test_what_stands_beside_a_plan_and_cannot_be_used_is_named(terminal: Terminal, tmp_path: Path, facts: str) -> None:
    plan_file = tmp_path / "plan.csv"
    plan_file.write_bytes(PLAN.read_bytes())
    beside = plan_file.with_suffix(".toml")
    beside.write_text(facts, encoding="utf-8")
    for command in ("check", "import"):
        assert terminal.is_refused("plan", command, str(plan_file)).startswith(f"文件 {beside} 读不了：")


def test_the_blank_in_a_link_is_named_as_it_stands_there(terminal: Terminal) -> None:
    result = terminal.types("invite", "市公安局", TELEGRAM_BOT_TOKEN="")
    assert "<bot>" in result.stdout and "<bot>" in result.stderr


def test_a_database_that_another_program_holds_is_named(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("data.store.database.PRAGMAS", ("PRAGMA busy_timeout=1",))
    with closing(connect(terminal.database)) as other:
        other.conn.execute("BEGIN IMMEDIATE")
        assert terminal.is_refused("invite", "市公安局") == "数据库正被别的程序占用，没有保存；请过一会儿再试。"


def test_a_terminal_that_cannot_show_chinese_is_given_what_it_can_show(terminal: Terminal) -> None:
    settings = {"LIAISON_DB": str(terminal.database), "PYTHONIOENCODING": "latin-1", "LC_ALL": "en_GB.UTF-8"}
    command = [sys.executable, "-m", "bot", "summary", "--at", "2019-11-25"]
    done = subprocess.run(command, env={**os.environ, **settings}, capture_output=True, check=True)
    assert b"Assignments: 255" in done.stdout and done.stderr == b""


@pytest.mark.parametrize("command", ["check", "import"])
def test_a_file_that_is_not_there_is_named(bare: Terminal, command: str) -> None:
    assert bare.is_refused("plan", command, "nowhere.csv").startswith("文件 nowhere.csv 读不了：")


def test_the_day_that_deadlines_count_from_is_told_or_in_the_file_or_named(bare: Terminal, tmp_path: Path) -> None:
    table, file = "细化措施,完成时间\n上报总结,年底前\n", tmp_path / "plan.csv"
    for above, day, said in (("", "2019", True), ("某办发〔2022〕1号　2022年2月18日,\n", "2022", False)):
        file.write_text(above + table, encoding="utf-8")
        shown = bare.types("plan", "check", str(file)).stdout
        assert f"年底前 → {day}年12月31日" in shown and ("按今天（2019年11月25日）算" in shown) is said


def test_what_stands_in_a_row_is_joined_as_the_language_does(terminal: Terminal, tmp_path: Path) -> None:
    problems = terminal.types("plan", "check", str(PLAN), LC_ALL="en_GB.UTF-8").stdout
    assert "no deadline; no unit" in problems and "；" not in problems
    doctor = terminal.types("doctor", LC_ALL="en_GB.UTF-8").stdout
    assert "units have nobody yet: 市公安局, " in doctor
    assert "办公室：\n" in terminal.types("alerts", "preview").stdout
    assert "to the office:\n" in terminal.types("alerts", "preview", LC_ALL="en_GB.UTF-8").stdout


def test_a_file_that_is_no_plan_is_refused(bare: Terminal, tmp_path: Path) -> None:
    wrong = tmp_path / "plan.csv"
    wrong.write_text("甲,乙\n1,2\n", encoding="utf-8")
    assert "没有找到表头（如“细化措施、完成时间”）" in bare.is_refused("plan", "check", str(wrong))
    assert "没有找到表头（如“姓名、电话" in bare.is_refused("people", "import", str(wrong))


@pytest.mark.parametrize("command", ["plan check", "plan import", "people import", "units import"])
def test_a_file_that_is_more_than_its_reader_may_take_is_refused(
    bare: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    def takes_too_long(*args: object) -> None:
        raise TooMuchWork

    monkeypatch.setattr("bot.cli.files.read_in_process", takes_too_long)
    file = tmp_path / "x.csv"
    file.write_text("name,aliases,group\n")
    assert "太费时间或内存" in bare.is_refused(*command.split(), str(file))


def test_a_table_of_units_is_taken_over_from_a_chinese_spreadsheet(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "units.csv"
    file.write_bytes("name,aliases,group\n市公安局,公安、警局,\n".encode("gb18030"))
    assert terminal.types("units", "import", str(file), "--yes").stdout == "已采用单位别名表：1 个单位。\n"


def test_the_shipped_table_of_units_is_taken_over_without_loss(terminal: Terminal) -> None:
    taken = terminal.types("units", "import", "data/plan/shipped/units.csv")
    assert (taken.stdout, taken.stderr) == ("已采用单位别名表：38 个单位。\n", "")


def test_a_script_imports_a_table_of_units_that_makes_names_unknown_only_with_yes(
    terminal: Terminal, tmp_path: Path
) -> None:
    file = tmp_path / "units.csv"
    file.write_text("name,aliases,group\n市公安局,公安、警局,\n", encoding="utf-8")
    refused = terminal.types("units", "import", str(file), given="")
    assert refused.exit_code == 1 and "不用问就导入请加 --yes" in refused.stderr
    assert terminal.types("units", "import", str(file), "--yes", given="").exit_code == 0


def test_what_a_table_of_units_makes_unknown_is_said_and_asked_about(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "units.csv"
    file.write_text("name,aliases,group\n市公安局,公安,\n市公安局,警局,\n", encoding="utf-8")
    refused = terminal.types("units", "import", str(file), given="n\n")
    assert refused.exit_code == 1
    assert "文件里没有、导入后不再认的叫法有" in refused.stderr
    assert "文件里没有或少了成员的单位组有 1 个：各区人民政府" in refused.stderr
    assert refused.stderr.endswith("没有导入，什么都没有变。\n")
    agreed = terminal.types("units", "import", str(file), given="y\n")
    assert agreed.stdout.endswith("已采用单位别名表：1 个单位。\n")
    again = terminal.types("units", "import", str(file))
    assert (again.stdout, again.stderr) == ("已采用单位别名表：1 个单位。\n", "")


def test_wrong_rows_of_the_units_are_named_and_nothing_changes(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "units.csv"
    file.write_text("name,aliases,group\n市公安局,公安,\n,x,y\n市商务局,公安,\n", encoding="utf-8")
    assert terminal.is_refused("units", "import", str(file), "--yes") == (
        "单位表有错，什么都没有变：第 3 行没有单位名称；"
        "第 4 行 市商务局：“公安”已经是第 2 行市公安局的叫法，一个叫法只能指一个单位"
    )


def test_an_unknown_column_of_the_units_is_named(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "units.csv"
    file.write_text("name,aliases,group,note\n市商务局,大商办,,x\n", encoding="utf-8")
    told = terminal.types("units", "import", str(file), "--yes").stdout
    assert told == "不认识“note”这一列，没有读\n已采用单位别名表：1 个单位。\n"


def test_many_unknown_columns_are_named_in_one_line(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "units.csv"
    file.write_text("name,aliases,group,a,b,c,d,e,f,g,h\n市商务局,大商办,,x\n", encoding="utf-8")
    told = terminal.types("units", "import", str(file), "--yes").stdout
    assert told == "不认识这几列，没有读：a、b、c、d、e、f，另有 2 列\n已采用单位别名表：1 个单位。\n"


def test_a_table_that_names_no_units_is_refused(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "units.csv"
    file.write_text("单位\n市公安局\n")
    assert "没有找到表头" in terminal.is_refused("units", "import", str(file))


def test_without_a_plan_there_is_nothing_to_sum_up(bare: Terminal) -> None:
    for words in (["summary"], ["summary", "--json"], ["alerts", "preview", "--json"]):
        assert (
            bare.is_refused(*words)
            == f"没有数据库 {bare.database}：请检查 LIAISON_DB；还没开始用的，先运行 liaison plan import 文件。"
        )


def test_a_span_that_runs_backwards_is_refused(terminal: Terminal) -> None:
    far = terminal.is_refused("alerts", "preview", "--to", "2099-01-01")
    assert far.startswith("最远预览到 ")
    line = terminal.is_refused("alerts", "preview", "--from", "2019-11-25", "--to", "2019-11-24")
    assert line == "结束日期早于开始日期。"


def test_an_unknown_unit_gets_no_invitation(terminal: Terminal) -> None:
    assert terminal.is_refused("invite", "火星局").startswith("没有“火星局”这个单位")


@pytest.mark.parametrize("name", ["gaj", "police", "公an局"])
def test_a_unit_is_invited_by_any_name_that_sentences_take(terminal: Terminal, name: str) -> None:
    result = terminal.types("invite", name)
    assert (result.exit_code, result.stdout.startswith("https://t.me/")) == (0, True), result.output


def test_running_without_a_token_is_refused(terminal: Terminal) -> None:
    assert terminal.is_refused("run").startswith("TELEGRAM_BOT_TOKEN 没有设置")


def test_a_bad_setting_is_named(terminal: Terminal) -> None:
    assert terminal.is_refused("summary", LIAISON_TIMEZONE="Wuhan").startswith("LIAISON_TIMEZONE 不是已知的时区")


def test_a_database_that_is_none_is_refused_and_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "letter.db"
    file.write_text("Dear all, this is not a database, and it is longer than a header.", encoding="utf-8")
    line = Terminal(file).is_refused("summary")
    assert line.startswith("数据库打不开或写不了") and "LIAISON_DB" in line
    assert file.read_text(encoding="utf-8").startswith("Dear all")


def test_a_database_that_may_only_be_read_is_read_and_nothing_is_written_beside_it(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked = Terminal(tmp_path / "locked" / "cli.db")
    locked.database.parent.mkdir()
    locked.database.write_bytes(content := terminal.database.read_bytes())
    state = terminal.gets("summary", "--json")
    monkeypatch.setattr(database, "_may_write", lambda path: False)
    assert locked.gets("summary", "--json", LIAISON_COORDINATORS="55") == state
    assert locked.gets("understand", "我的任务", "--json")["intent"] == "tasks"
    assert locked.gets("alerts", "preview", "--json")
    assert locked.is_refused("invite", "市公安局").startswith("数据库文件只能读，这件事要写入，没有做")
    assert [each.read_bytes() for each in locked.database.parent.iterdir()] == [content]


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert Terminal(tmp_path / "no" / "such.db").is_refused("summary").startswith("数据库打不开或写不了")


@pytest.mark.parametrize(
    "words",
    [["summary"], ["alerts", "preview"], ["understand", "我的任务"], ["invite", "公安局"]],
    ids=itemgetter(0),
)
def test_a_command_takes_no_step_of_the_schema_under_a_bot_that_runs(terminal: Terminal, words: list[str]) -> None:
    db = connect(terminal.database)
    last = migrations.applied(db)[-1].name
    db.change("DELETE FROM _sqlite_migrations WHERE name = ?", [last])
    line = terminal.is_refused(*words)
    assert line.startswith(f"数据库结构还是旧版的（{last}）")
    assert migrations.pending(db) and list(terminal.database.parent.glob("*.before-*")) == []
    db.close()


def test_a_command_that_only_reads_makes_no_database(bare: Terminal) -> None:
    bare.is_refused("summary")
    assert bare.types("understand", "我的任务").exit_code == 0
    assert not bare.database.exists()


def test_an_english_terminal_is_told_in_english(bare: Terminal) -> None:
    line = bare.is_refused("summary", LC_ALL="en_GB.UTF-8")
    assert line == (
        f"There is no database {bare.database}: check LIAISON_DB; if nothing has been imported yet, run liaison plan "
        "import FILE first."
    )


def test_an_import_that_is_not_confirmed_changes_nothing(bare: Terminal) -> None:
    result = bare.types("plan", "import", str(PLAN), given="n\n")
    assert result.exit_code == 1 and "什么都没有变" in result.stderr
    assert bare.types("summary").exit_code == 1


def test_an_import_with_yes_asks_nothing(bare: Terminal) -> None:
    result = bare.types("plan", "import", str(PLAN), "--yes")
    assert result.exit_code == 0
    assert "已导入：武汉市2019-2020年打击侵权假冒工作任务细化表。" in result.stdout
    assert "分工 255 项" in bare.types("summary").stdout


def test_the_same_plan_again_changes_nothing(terminal: Terminal) -> None:
    assert (
        "新增 0 项，改动 0 项，不再有 0 项，不变 230 项。"
        in terminal.types("plan", "import", str(PLAN), "--yes", "--issued", "2019-10-24").stdout
    )


def another_file(folder: Path, measure: str = "专项治理", deadline: str = "2021年6月") -> Path:
    file = folder / "another.csv"
    file.write_text(
        f"任务名称,任务细项,细化措施,完成时间,负责单位\n一、治理,1. 治理,{measure},{deadline},市公安局\n",
        encoding="utf-8",
    )
    return file


def test_a_file_that_leaves_most_tasks_out_is_refused_even_with_yes(terminal: Terminal, tmp_path: Path) -> None:
    result = terminal.types("plan", "import", str(another_file(tmp_path)), "--yes")
    assert result.exit_code == 1 and len(result.stderr.splitlines()) == 1
    assert (
        "没有现有 230 项任务中的 230 项" in result.stderr and "2-7 " in result.stderr and "--new-plan" in result.stderr
    )
    assert "分工 255 项" in terminal.types("summary").stdout


def test_a_file_that_is_another_plan_is_taken_over_when_it_is_said(terminal: Terminal, tmp_path: Path) -> None:
    file = another_file(tmp_path)
    result = terminal.types("plan", "import", str(file), "--new-plan", "--title", "2021年任务表", "--yes")
    assert result.exit_code == 0 and "已导入：2021年任务表。" in result.stdout
    assert "分工 1 项" in terminal.types("summary").stdout


def test_a_deadline_that_changes_is_shown_before_and_after(bare: Terminal, tmp_path: Path) -> None:
    bare.types("plan", "import", str(another_file(tmp_path)), "--yes", "--issued", "2021-01-01")
    result = bare.types("plan", "import", str(another_file(tmp_path, deadline="2021年9月")), "--yes")
    assert "      完成时间：2021年6月 → 2021年9月\n" in result.stdout
    file = str(another_file(tmp_path, deadline="三个月内"))
    bare.types("plan", "import", file, "--yes")
    result = bare.types("plan", "import", file, "--yes", "--issued", "2021-02-01")
    assert "      完成时间的读法：2021年4月1日 → 2021年5月1日\n" in result.stdout


def test_an_invitation_is_one_link(terminal: Terminal) -> None:
    result = terminal.types("invite", "公安局")
    assert result.exit_code == 0
    [link] = result.stdout.splitlines()
    assert link.startswith("https://t.me/<bot>?start=") and len(link.partition("start=")[2]) == 43
    assert "还不知道机器人的用户名" in result.stderr


def test_a_roster_brings_people_in(terminal: Terminal, tmp_path: Path) -> None:
    roster = tmp_path / "people.csv"
    roster.write_text(
        "unit,name,role,phone,telegram_id,language\n市公安局,林警官,liaison,,1002,zh\n市法院,赵法官,liaison,,,\n",
        encoding="utf-8",
    )
    result = terminal.types("people", "import", str(roster))
    assert result.exit_code == 0 and "已登记 2 人。" in result.stdout
    assert "没有生成链接" in result.stdout and "https://t.me/" not in result.stdout
    with closing(open_database(terminal.database)) as db:
        write_setting(db, "username", "liaison_test_bot")
    result = terminal.types("people", "import", str(roster))
    assert "赵法官（市法院）：https://t.me/liaison_test_bot?start=" in result.stdout and "林警官（" not in result.stdout
    result = terminal.types("people", "import", str(roster))
    assert "赵法官（市法院）：上次的链接还没打开" in result.stdout and "https://" not in result.stdout


def test_a_column_of_a_roster_that_is_not_known_is_named(terminal: Terminal, tmp_path: Path) -> None:
    roster = tmp_path / "people.csv"
    roster.write_text("序号,单位,姓名,微信号,语言\n1,市公安局,林警官,lin,英语\n", encoding="utf-8")
    result = terminal.types("people", "import", str(roster))
    assert result.exit_code == 0 and "不认识“微信号”这一列，没有读" in result.stdout and "序号" not in result.stdout
    with closing(open_database(terminal.database)) as db:
        [row] = db.fetch_all("SELECT language FROM people")
    assert row["language"] == "en"


def test_a_roster_with_an_error_changes_nothing(terminal: Terminal, tmp_path: Path) -> None:
    roster = tmp_path / "people.csv"
    roster.write_text("unit,name,role\n市公安局,林警官,liaison\n火星局,某人,liaison\n", encoding="utf-8")
    result = terminal.types("people", "import", str(roster))
    assert result.exit_code == 1 and result.stdout == ""
    assert "没有“火星局”这个单位" in result.stderr
    assert "尚无联络员登记（37 家）" in terminal.types("summary").stdout


async def test_a_token_that_telegram_refuses_ends_the_run_with_one_line(terminal: Terminal) -> None:
    server = EmbeddedServer(World("7:the-right-token", "liaison_bot", lambda: OPENING))
    url = await server.start()
    environment = {
        **os.environ,
        "TELEGRAM_BOT_TOKEN": "8:another",
        "TELEGRAM_API_URL": url,
        "LIAISON_DB": str(terminal.database),
        "LC_ALL": "C.UTF-8",
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        "run",
        env=environment,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    output, errors = await process.communicate()
    await server.stop()
    assert (process.returncode, output) == (1, b"")
    lines = errors.decode().splitlines()
    assert lines[-1] == "TELEGRAM_BOT_TOKEN 不被 Telegram 接受，请核对。"
    assert "8:another" not in errors.decode() and "Traceback" not in errors.decode()


def test_of_a_large_file_it_is_said_how_far_its_import_is(
    bare: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plan, "SHOWN_EVERY", 100)
    result = bare.types("plan", "import", str(PLAN), "--issued", "2019-10-24", "--yes")
    assert result.exit_code == 0
    assert [line for line in result.stderr.splitlines() if "行" in line] == [
        "已保存 100 行，共 230 行…",
        "已保存 200 行，共 230 行…",
    ]


@pytest.mark.parametrize("option", ["--csv", "--xlsx"])
def test_of_a_large_export_it_is_said_how_far_it_is(
    bare: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, option: str
) -> None:
    monkeypatch.setattr(summary, "SHOWN_EVERY", 100)
    bare.types("plan", "import", str(PLAN), "--issued", "2019-10-24", "--yes")
    result = bare.types("summary", "--at", "2019-11-25", option, str(tmp_path / "out"))
    assert result.exit_code == 0 and (tmp_path / "out").stat().st_size > 10_000
    assert result.stderr.splitlines()[:2] == ["已写出 100 行…", "已写出 200 行…"]
