"""Rules of the house that no linter knows."""

import ast
from collections.abc import Iterator
from pathlib import Path

FILES = [file for storey in ("bot", "handlers", "data") for file in sorted(Path(storey).rglob("*.py"))]


def trees() -> Iterator[tuple[Path, ast.Module]]:
    for file in FILES:
        yield file, ast.parse(file.read_text(encoding="utf-8"))


def is_transaction(item: ast.withitem) -> bool:
    call = item.context_expr
    return isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "transaction"


def test_nothing_is_awaited_within_a_transaction() -> None:
    """On a shared connection, one task's rollback would take back what another has stored."""
    found = [
        f"{file}:{each.lineno}"
        for file, tree in trees()
        for block in ast.walk(tree)
        if isinstance(block, ast.With) and any(map(is_transaction, block.items))
        for each in ast.walk(block)
        if isinstance(each, ast.Await | ast.AsyncFor | ast.AsyncWith)
    ]
    assert found == []


def test_use_cases_never_wait() -> None:
    found = [
        str(file)
        for file, tree in trees()
        if file.parts[0] == "data"
        for each in ast.walk(tree)
        if isinstance(each, ast.AsyncFunctionDef)
    ]
    assert found == []


def test_nothing_is_written_past_the_store() -> None:
    """sqlite-utils' own transactions begin without the write lock, its inserts make a table of a mistyped name, and a
    RETURNING leaves a transaction open."""
    ways = ("db.atomic(", "conn.commit(", ".insert_all(", ".upsert(", "RETURNING")
    found = {f"{file}: {way}" for file in FILES for way in ways if way in file.read_text(encoding="utf-8")}
    assert found == {"data/store.py: db.atomic(", "data/store.py: conn.commit("}
