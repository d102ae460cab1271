"""Rules on names: each stands for one thing, is imported from one place, and is used."""

import ast
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.sources import FILES, TESTS, Source, importing, names_from


def test_no_name_stands_for_four_different_files() -> None:
    """Every room has its keyboard and texts; any other name should identify a file."""
    in_rooms = ("__init__", "keyboard", "texts")
    names = [file.stem for file in FILES if file.stem not in in_rooms and "texts" not in file.parts]
    assert [name for name, count in Counter(names).items() if count > 3] == []


def module_of(file: Path) -> str:
    """Return the dotted name of a module."""
    return ".".join(file.with_suffix("").parts).removesuffix(".__init__")


def assigned(nodes: Sequence[ast.AST]) -> set[str]:
    """Return the names that a module assigns."""
    [module] = [each for each in nodes if isinstance(each, ast.Module)]
    targets = [each.targets for each in module.body if isinstance(each, ast.Assign)]
    targets += [[each.target] for each in module.body if isinstance(each, ast.AnnAssign)]
    return {part.id for each in targets for whole in each for part in ast.walk(whole) if isinstance(part, ast.Name)}


def test_a_constant_that_is_imported_has_one_home(sources: list[Source]) -> None:
    """A name that means one thing in one file and another in the next has to be looked up at every use."""
    named = {module_of(file): nodes for file, nodes, _ in sources}
    homes = {module: assigned(nodes) for module, nodes in named.items()}
    imported = [each for nodes in named.values() for each in nodes if isinstance(each, ast.ImportFrom)]
    pairs = {(each.module or "", alias.name) for each in imported for alias in each.names if alias.name.isupper()}
    count = Counter(name for module, name in pairs if name in homes.get(module, ()))
    assert {name: [module for module, each in pairs if each == name] for name in count if count[name] > 1} == {}


def names_read(sources: list[Source]) -> set[tuple[str, str]]:
    """Return the names that are read, with their modules: in the module itself, imported from it, or as its
    attributes."""
    read = {pair for _, nodes, _ in sources for pair in names_from(nodes)}
    for file, nodes, _ in sources:
        imported = [(each, alias) for each in nodes if isinstance(each, ast.ImportFrom) for alias in each.names]
        modules = {alias.asname or alias.name: f"{each.module}.{alias.name}" for each, alias in imported}
        for each in nodes:
            if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Load):
                read.add((module_of(file), each.id))
            elif isinstance(each, ast.Attribute) and isinstance(each.value, ast.Name):
                read.add((modules.get(each.value.id, ""), each.attr))
    return read


def test_every_text_is_shown_somewhere(sources: list[Source]) -> None:
    """Only the refusals are looked up by the kind of error."""
    texts = {
        (module_of(file), name)
        for file, nodes, _ in sources
        if "texts" in (*file.parts, file.stem)
        for name in assigned(nodes)
    }
    unused = texts - names_read(sources)
    assert len(texts) > 1000 and {each for each in unused if each[1] != "REFUSALS"} == set()


def is_there(name: str) -> bool:
    """Return whether a dotted name is a module, or something in a module."""
    *folders, last = name.split(".")
    module = Path(*folders, last)
    held = module.parent.with_suffix(".py")
    return module.is_dir() or module.with_suffix(".py").exists() or (held.exists() and last in held.read_text("utf-8"))


def test_what_is_named_in_words_is_there(sources: list[Source]) -> None:
    """Docstrings name a moved module by its new name."""
    pattern = re.compile(r"\b(?:bot|handlers|data)(?:\.[a-z_]+){2,}")
    words = ((file, each.value) for file, nodes, _ in sources for each in nodes if isinstance(each, ast.Constant))
    named = {(str(file), name) for file, text in words if isinstance(text, str) for name in pattern.findall(text)}
    assert [(file, name) for file, name in sorted(named) if not is_there(name)] == []


def exported(sources: list[Source]) -> dict[tuple[str, str], Path]:
    """Return the names that packages take from their modules only to offer them, with the folder of each package."""
    return {
        (module, name): file.parent
        for file, nodes, _ in sources
        if file.name == "__init__.py"
        for used in [{each.id for each in nodes if isinstance(each, ast.Name)}]
        for module, name in names_from(nodes)
        if module.startswith(f"{'.'.join(file.parent.parts)}.") and name not in used
    }


def test_what_a_package_offers_is_imported_from_the_package(sources: list[Source]) -> None:
    """There is one way to import a name; what a package does not offer is imported from its module."""
    offered = exported(sources)
    of_product = [(file, nodes) for file, nodes, _ in sources]
    found = {
        f"{file}: {module}.{name}"
        for file, nodes in [*of_product, *((file, importing(file)) for file in TESTS)]
        for module, name in names_from(nodes)
        if (module, name) in offered and not file.is_relative_to(offered[module, name])
    }
    assert len(offered) > 100 and found == set()


def test_what_is_done_with_dialogs_is_called_by_their_name(sources: list[Source]) -> None:
    """`dialogs.find_open` says what is found; only classes are imported from data.dialogs."""
    found = {
        f"{file}: {name}"
        for file, nodes, _ in sources
        for module, name in names_from(nodes)
        if module == "data.dialogs" and not re.match(r"[A-Z]\w*[a-z]", name)
    }
    assert found == set()


def declared(nodes: Sequence[ast.AST]) -> Iterator[str]:
    """Yield the names that a module assigns or defines, except those that Python or a decorator looks up."""
    [module] = [each for each in nodes if isinstance(each, ast.Module)]
    defined = (each for each in module.body if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef))
    for each in defined:
        registers = any(re.search(r"\b(command|method)\(", ast.unparse(one)) for one in each.decorator_list)
        if not (registers or each.name.startswith("__")):
            yield each.name
    yield from assigned(nodes)


def test_nothing_is_left_that_is_not_used(sources: list[Source]) -> None:
    """A function or constant that only tests use is not needed either."""
    words = Counter(word for file in FILES for word in re.findall(r"\w+", file.read_text(encoding="utf-8")))
    found = {f"{file}: {name}" for file, nodes, _ in sources for name in declared(nodes) if words[name] == 1}
    assert found == set()
