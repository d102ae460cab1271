"""Rules of the house that no linter knows."""

import ast
import re
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.sources import FILES, TESTS, Source, importing, imports


def is_transaction(item: ast.withitem) -> bool:
    call = item.context_expr
    if not isinstance(call, ast.Call):
        return False
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    return name in ("transaction", "trial", "office_act")


def test_nothing_is_awaited_within_a_transaction(sources: list[Source]) -> None:
    """On a shared connection, one task's rollback would take back what another has stored."""
    found = [
        f"{file}:{each.lineno}"
        for file, nodes, _ in sources
        for block in nodes
        if isinstance(block, ast.With) and any(map(is_transaction, block.items))
        for each in ast.walk(block)
        if isinstance(each, ast.Await | ast.AsyncFor | ast.AsyncWith)
    ]
    assert found == []


def test_use_cases_never_wait(sources: list[Source]) -> None:
    found = [
        str(file)
        for file, nodes, _ in sources
        if file.parts[0] == "data"
        for each in nodes
        if isinstance(each, ast.AsyncFunctionDef)
    ]
    assert found == []


def test_nothing_is_written_past_the_store() -> None:
    """sqlite-utils' own transactions begin without the write lock, its inserts create a table for a mistyped name, and
    RETURNING leaves a transaction open."""
    ways = ("db.atomic(", "conn.commit(", ".insert_all(", ".upsert(", "RETURNING")
    found = {f"{file}: {way}" for file in FILES for way in ways if way in file.read_text(encoding="utf-8")}
    assert found == {"data/store/database.py: db.atomic(", "data/store/database.py: conn.commit("}


def test_what_people_write_is_read_in_linear_time(sources: list[Source]) -> None:
    """A backtracking pattern can hold Python's lock for hours over forty characters; data.patterns uses RE2 instead."""
    assert [str(file) for file, _, named in sources if file.parts[0] == "data" and "re" in named] == []


def test_what_people_say_is_read_in_linear_time_in_conversations_too(sources: list[Source]) -> None:
    """In handlers, `re` only matches the data of buttons, which people do not write."""
    using = {file.stem for file, _, named in sources if file.parts[0] == "handlers" and "re" in named}
    assert using == {"callbacks", "former_buttons"}


def test_what_people_say_is_read_in_the_data_alone(sources: list[Source]) -> None:
    """There is one reader for each idea, in data/understanding; conversations only take their own texts apart."""
    using = {str(file) for file, _, named in sources if file.parts[0] == "handlers" and "data.patterns" in named}
    assert using == {"handlers/wording/wordings.py"}


def test_no_room_but_the_one_for_it_reads_what_people_say(sources: list[Source]) -> None:
    """Elsewhere in data, patterns read files, the words of the plan, and what the bot itself has stored."""
    of_files = ("data/understanding/", "data/plan/", "data/patterns.py", "data/shapes.py", "data/store/")
    using = {str(file) for file, _, named in sources if file.parts[0] == "data" and "data.patterns" in named}
    assert {file for file in using if not file.startswith(of_files)} == {
        "data/people/roster_file.py",
        "data/reporting/attachments.py",
        "data/reporting/review_cards.py",
    }


def declared_words(nodes: Sequence[ast.AST]) -> set[int]:
    """Return the ids of nodes inside wordings, declared words of buttons and commands, and docstrings."""
    calls = [each for each in nodes if isinstance(each, ast.Call)]
    whole = [each for each in calls if isinstance(each.func, ast.Name) and each.func.id in ("Wording", "Command")]
    given = [word.value for each in calls for word in each.keywords if word.arg in ("words", "submit_said")]
    told = [each for each in nodes if isinstance(each, ast.Expr) and isinstance(each.value, ast.Constant)]
    return {id(each) for root in (*whole, *given, *told) for each in ast.walk(root)}


def test_conversations_hold_no_words(sources: list[Source]) -> None:
    """What the bot says is in texts, what people may say in data/understanding, other labels of a button at the
    button."""
    all_of_words = {"dialog/words.py", "wording/days.py"}
    holding = {
        file.relative_to("handlers").as_posix()
        for file, nodes, _ in sources
        if file.parts[0] == "handlers" and "texts" not in file.parts
        for declared in [declared_words(nodes)]
        for each in nodes
        if isinstance(each, ast.Constant) and isinstance(each.value, str) and id(each) not in declared
        if re.search("[\u4e00-\u9fff]", each.value)
    }
    assert holding == all_of_words


def test_only_the_patterns_know_re2(sources: list[Source]) -> None:
    assert [str(file) for file, _, named in sources if "re2" in named] == ["data/patterns.py"]


def test_the_emulator_is_a_product_of_its_own(sources: list[Source]) -> None:
    """The emulator could be shipped alone: it needs only the standard library and aiohttp."""
    found = {
        name.split(".")[0] if not name.startswith("bot") else name
        for file, _, named in sources
        if file.is_relative_to("bot/emulator")
        for name in named
    }
    alien = {name for name in found if not name.startswith("bot.emulator") and name not in sys.stdlib_module_names}
    assert alien == {"aiohttp"}


def test_no_room_uses_the_keyboards_or_texts_of_another(sources: list[Source]) -> None:
    """What several rooms show is in handlers/wording, handlers/telegram and handlers/dialog; otherwise a room shows its
    own."""
    found = {
        f"{user}->{owner}"
        for file, _, named in sources
        if file.parts[0] == "handlers" and len(file.parts) > 2
        for user in [file.parts[1]]
        for name in named
        for storey, owner, *inside in [name.split(".") if name.count(".") > 1 else ("", "", "")]
        if storey == "handlers" and owner not in (user, "telegram", "dialog") and re.search("keyboard|texts", inside[0])
    }
    assert found == set()


def test_the_store_knows_no_room_of_the_data(sources: list[Source]) -> None:
    """The store is below all rooms: it opens, changes, backs up and migrates whatever is stored."""
    leaves = ("data.store", "data.errors", "data.times", "data.patterns")
    found = {
        f"{file} imports {name}"
        for file, _, named in sources
        if file.is_relative_to("data/store")
        for name in named
        if name.startswith("data.") and not name.startswith(leaves)
    }
    assert found == set()


def test_the_conversations_are_loaded_together_by_the_running_bot_alone(sources: list[Source]) -> None:
    """All of them take a second to load; a command that only needs a wording would wait for it."""
    all_rooms = {"handlers.registration", "handlers.dialog_list", "handlers.all_refusals"}
    files = ((file.as_posix(), named & all_rooms) for file, _, named in sources)
    assert {file: named for file, named in files if named} == {
        "bot/app.py": {"handlers.registration"},
        "bot/cli/base.py": {"handlers.all_refusals"},
        "handlers/registration.py": {"handlers.dialog_list", "handlers.all_refusals"},
    }
    assert [named for file, _, named in sources if file.as_posix() == "handlers/__init__.py"] == [set()]


def test_the_general_part_of_the_conversations_knows_no_room(sources: list[Source]) -> None:
    """If handlers/wording or handlers/telegram needs something of a room, the room passes it in. The wording does not
    know Telegram either, because a command that only needs a wording would wait for it."""
    known = {"wording": ("handlers.wording",), "telegram": ("handlers.wording", "handlers.telegram")}
    found = {
        f"{file} imports {name}"
        for general, leaves in known.items()
        for file, _, named in sources
        if file.is_relative_to(f"handlers/{general}")
        for name in named
        if name.startswith("handlers.") and not name.startswith(leaves)
    }
    assert found == set()


def test_conversations_ask_their_context_for_the_users_dialog_and_chat() -> None:
    """Context.open_dialog, Context.dialog and Context.private_chat_id say it in a word."""
    spelled_out = ("find_open(", "find_dialog(context.db, context.person.id", "context.person.telegram_id or 0")
    files = [file for file in FILES if file.parts[0] == "handlers" and file.name != "context.py"]
    found = {f"{file}: {way}" for file in files for way in spelled_out if way in file.read_text(encoding="utf-8")}
    assert found == set()


def test_the_running_bot_does_without_pypinyin(sources: list[Source]) -> None:
    """pypinyin costs half a second at the first sentence and 55 MB; the bot reads pinyin from a table."""
    assert [str(file) for file, _, named in sources if "pypinyin" in named] == []


def test_no_test_is_imported_by_another_file() -> None:
    """What several tests use has a file of its own, so that a test can be moved or deleted alone."""
    named = [(file, name) for file in TESTS for name in imports(importing(file))]
    found = {f"{file}: {name}" for file, name in named if re.match(r"tests\.(\w+\.)*test_", name)}
    assert found == set()


def test_journeys_lie_in_the_rooms_of_the_conversations() -> None:
    """A journey through many rooms lies in all_rooms."""
    rooms = {file.parent.name for file in Path("handlers").glob("*/__init__.py")}
    folders = {file.parent for file in Path("tests/journeys").rglob("test_*.py")}
    assert {folder.name for folder in folders} <= {*rooms, "all_rooms"}
    assert {folder.parent for folder in folders} == {Path("tests/journeys")}
