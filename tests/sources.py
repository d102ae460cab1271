"""The product's and the tests' sources, parsed to be checked against the rules of the house."""

import ast
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

FILES = [file for storey in ("bot", "handlers", "data") for file in sorted(Path(storey).rglob("*.py"))]
TESTS = sorted(Path("tests").rglob("*.py"))
IMPORTING = re.compile(r"^ *((?:from [\w.]+ )?import (?:\([^)]*\)|[^(\n]*))$", re.MULTILINE)
"""A statement that imports; the rest of the tests need not be parsed, which takes longer than most checks."""


class Source(NamedTuple):
    """A file with all its nodes and the modules it imports; `from a import b` counts as a and a.b."""

    file: Path
    nodes: Sequence[ast.AST]
    imports: set[str]


def parsed(file: Path) -> Source:
    """Return a file, parsed."""
    nodes = list(ast.walk(ast.parse(file.read_text(encoding="utf-8"))))
    return Source(file, nodes, imports(nodes))


def importing(file: Path) -> Sequence[ast.AST]:
    """Return the statements of a file that import, parsed."""
    return ast.parse("\n".join(IMPORTING.findall(file.read_text(encoding="utf-8")))).body


def imports(nodes: Sequence[ast.AST]) -> set[str]:
    """Return the modules that are imported, and the names from them."""
    plain = {alias.name for each in nodes if isinstance(each, ast.Import) for alias in each.names}
    origins = [each for each in nodes if isinstance(each, ast.ImportFrom) and each.module]
    named = {f"{each.module}.{alias.name}" for each in origins for alias in each.names}
    return plain | named | {each.module or "" for each in origins}


def names_from(nodes: Iterable[ast.AST]) -> Iterator[tuple[str, str]]:
    """Yield the module and the name of each `from module import name`."""
    for each in nodes:
        if isinstance(each, ast.ImportFrom) and each.module:
            yield from ((each.module, alias.name) for alias in each.names)
