"""The documents say what is true: commands, settings, tables, numbers and links."""

import csv
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from unittest.mock import Mock

import click
import pytest

from bot.cli.root import liaison
from bot.incoming.fair_queue import MOST_AT_HAND, SHARE
from bot.settings import read_settings
from data.notices.rules import Rule
from data.plan.files import limits
from data.reporting import attachments, harmful_files
from data.store.settings import USUAL, Retention
from handlers.telegram.commands import COMMANDS, GROUP_COMMANDS
from tests.documents import CHINESE, ENGLISH, READMES, ROOT, arguments, both_readmes, code, liaison_lines, read
from tests.journeys.town import PLAN

MAP = ROOT / "docs" / "map.md"
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")])
EXAMPLE = ROOT / ".env.example"
NOT_OURS = {"start", "newbot"}
HOSTS = {"127.0.0.1", "host", "api.telegram.org", "t.me", "core.telegram.org", "github.com", "example.org"}
every_document = pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)


def named(words: tuple[str, ...]) -> tuple[click.Command, list[str]]:
    """Return the command that `words` name, and the remaining words."""
    command: click.Command = liaison
    rest = list(words)
    while isinstance(command, click.Group) and rest and not rest[0].startswith("-"):
        command = commands_of(command)[rest.pop(0)]
    return command, rest


def commands_of(group: click.Group) -> dict[str, click.Command]:
    context = click.Context(group)
    found = {name: group.get_command(context, name) for name in group.list_commands(context)}
    return {name: command for name, command in found.items() if command}


def leaves(group: click.Group) -> Iterator[click.Command]:
    for command in commands_of(group).values():
        if isinstance(command, click.Group):
            yield from leaves(command)
        else:
            yield command


def rows(text: str, first: str) -> Iterator[tuple[str, str]]:
    """Yield each backticked word in the first column of the table headed `first`, with its row."""
    table = text.split(f"\n| {first} |", 1)[1].split("\n\n", 1)[0]
    for row in table.splitlines()[2:]:
        for name in re.findall(r"`([^`]+)`", row.split("|")[1]):
            yield name, row


def names_of(path: Path, english: str, chinese: str) -> list[str]:
    return [name for name, _ in rows(read(path), english if path == ENGLISH else chinese)]


def settings_read() -> set[str]:
    """Return the variables that the program reads from its environment."""
    environment = Mock(wraps={})
    read_settings(environment)
    return {call.args[0] for call in environment.get.call_args_list}


@every_document
def test_every_liaison_line_is_one_that_the_command_line_takes(path: Path) -> None:
    for words in liaison_lines(read(path)):
        command, rest = named(words)
        with suppress(click.exceptions.Exit):
            command.make_context(" ".join(words), rest)


@both_readmes
def test_the_table_of_the_command_line_has_every_command_with_all_its_options(path: Path) -> None:
    table = rows(read(path), "command" if path == ENGLISH else "命令")
    told = {named(arguments(line))[0]: set(re.findall(r"`(--[a-z-]+)`", row)) for line, row in table}
    assert told == {
        command: {name for each in command.params for name in each.opts if isinstance(each, click.Option)}
        for command in leaves(liaison)
    }


def test_both_readmes_name_the_same_lines_to_type() -> None:
    assert set(liaison_lines(read(ENGLISH))) == set(liaison_lines(read(CHINESE)))


def test_the_procfile_runs_a_command_that_exists() -> None:
    for line in read(ROOT / "Procfile").splitlines():
        command, rest = named(arguments(line))
        assert command.make_context("procfile", rest).command in leaves(liaison)


@both_readmes
def test_the_table_of_settings_has_all_that_the_program_reads(path: Path) -> None:
    assert sorted(names_of(path, "name", "名称")) == sorted(settings_read())


def test_the_example_of_settings_is_complete_and_its_values_can_be_used() -> None:
    shown = dict(re.findall(r"^#?([A-Z_]+)=(.*)$", read(EXAMPLE), re.M))
    assert shown.keys() == settings_read()
    read_settings(shown)


@every_document
def test_no_document_names_a_setting_that_is_not_read(path: Path) -> None:
    assert set(re.findall(r"\b(?:LIAISON|TELEGRAM)_[A-Z_]+\b", read(path))) <= settings_read()


@every_document
def test_every_make_target_exists(path: Path) -> None:
    targets = re.findall(r"^([a-z]+):", read(ROOT / "Makefile"), re.M)
    assert {found for line in code(read(path)) for found in re.findall(r"\bmake ([a-z]+)", line)} <= set(targets)


@both_readmes
def test_the_tables_of_the_chat_have_every_command_that_is_declared(path: Path) -> None:
    assert sorted(names_of(path, "in private", "私聊")) == sorted(f"/{each.name}" for each in COMMANDS)
    assert sorted(names_of(path, "in a group", "群里")) == sorted(f"/{each.name}" for each in GROUP_COMMANDS)


@every_document
def test_no_document_names_a_chat_command_that_does_not_exist(path: Path) -> None:
    told = {found for line in code(read(path)) for found in re.findall(r"^/([a-z]+)\b(?![/.])", line)}
    assert told <= {each.name for each in (*COMMANDS, *GROUP_COMMANDS)} | NOT_OURS


def test_the_limits_told_are_those_of_the_code() -> None:
    tables, typed = limits.OF_TABLES, limits.OF_THE_COMMAND_LINE
    unpacked, rows_read = tables.unpacked // limits.MEGABYTE, f"{tables.rows:,}"
    plan, file, report, day, kept = (
        size // limits.MEGABYTE
        for size in (
            tables.size,
            attachments.MOST_BYTES,
            attachments.MOST_BYTES_IN_ALL,
            attachments.MOST_BYTES_A_DAY,
            attachments.MOST_BYTES_KEPT,
        )
    )
    for line in (
        f"| updates in memory | {MOST_AT_HAND}; {SHARE} of one person, ",
        "| plan and roster files, in the chat and at the command line "
        f"| {plan} MB, {unpacked} MB unpacked, {rows_read} rows; ",
        f"for {tables.seconds} seconds of its processor time (at the command line {typed.seconds}), in 1 GB |",
        f"| {file} MB a file; {attachments.MOST_FILES} files of {report} MB a report; "
        f"{attachments.MOST_FILES_A_DAY} files of {day} MB a person and day |",
        f"up to {harmful_files.LIMITS.unpacked // limits.MEGABYTE} MB unpacked | ",
        f"| evidence in all | {kept} MB; ",
        f"| {USUAL[Retention.WORDS]} days, so that a crash",
        f"| {USUAL[Retention.BACKUPS]} nights; ",
    ):
        assert line in read(ROOT / "docs/security.md")


@pytest.mark.parametrize("path", [*READMES, MAP], ids=lambda path: path.name)
def test_the_map_leads_to_files_that_are_there_and_hold_what_it_names(path: Path) -> None:
    for row in map_rows(path):
        words = re.findall(r"`([^`]+)`", row.split("|")[2])
        places = [ROOT / word for word in words if "/" in word]
        folders = [place for place in places if place.is_dir()]
        alone = [word for word in words if re.fullmatch(r"\w+\.(py|toml)", word)]
        assert [word for word in alone if not any((folder / word).exists() for folder in folders)] == [], row
        assert places and all(place.exists() for place in places), row
        held = "".join(read(place) for place in places if place.is_file())
        names = {*re.findall(r"\w+", held)}
        assert [word for word in words if re.fullmatch(r"\w+", word) and word not in names] == [], row


def map_rows(path: Path) -> list[str]:
    """Return the rows of the tables that say where to change what."""
    tables = re.split(r"\n\| (?:to change|要改什么) \|", read(path))[1:]
    return [row for table in tables for row in table.split("\n\n", 1)[0].splitlines()[2:]]


def test_the_whole_map_has_what_the_readme_has() -> None:
    assert set(map_rows(ENGLISH)) <= set(map_rows(MAP)) and len(map_rows(MAP)) > 2 * len(map_rows(ENGLISH))


def test_both_maps_lead_to_the_same_places() -> None:
    english, chinese = (
        set(re.findall(r"`((?:data|handlers|bot|tests)/[\w/.-]+)`", read(path).split(heading, 1)[1]))
        for path, heading in ((ENGLISH, "## Development"), (CHINESE, "## 开发"))
    )
    assert english == chinese


@every_document
def test_every_relative_link_and_picture_exists(path: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)", read(path))
    assert [link for link in links if "://" not in link and not (path.parent / link).exists()] == []


@pytest.mark.parametrize("path", [*DOCUMENTS, EXAMPLE], ids=lambda path: path.name)
def test_no_document_leads_to_an_unknown_host_or_into_somebodys_machine(path: Path) -> None:
    assert set(re.findall(r"\bhttps?://([\w.-]+)", read(path))) <= HOSTS
    assert re.findall(r"(?<![\w.>])/(?:home|root|tmp|work|Users)/", read(path)) == []


@both_readmes
def test_the_numbers_of_the_shipped_plan_are_the_plans(path: Path) -> None:
    tasks = list(csv.DictReader(read(PLAN).removeprefix("\ufeff").splitlines()))
    doubtful = sum("待核实" in task["备注"] for task in tasks)
    empty = [sum(not task[name] for task in tasks) for name in ("完成时间", "负责单位", "细化措施")]
    sections = len({task["任务名称"] for task in tasks})
    chapter = next(chapter for chapter in read(path).split("\n## ") if "武打假办发" in chapter)
    assert {str(number) for number in (len(tasks), sections, doubtful, *empty)} <= set(re.findall(r"\d+", chapter))


def test_the_rules_of_the_preview_are_documented_and_a_late_return_is_a_due_one() -> None:
    [row] = [line for line in read(ROOT / "docs/json.md").splitlines() if line.startswith("| `rule` |")]
    assert {each.outside for each in Rule} == {each for each in Rule if re.search(rf"\b{each}\b", row)}
    assert Rule.RETURN_LATE.outside is Rule.RETURN_DUE
