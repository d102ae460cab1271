"""Everything that a person can do to the bot, generated from the handlers' tables, so that new commands, aims and
buttons are included."""

import importlib
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import product
from typing import Any

from data.understanding import Aim
from handlers.entrance.intents import INTENTS
from handlers.telegram import Verb
from handlers.telegram.callbacks import pattern
from handlers.telegram.commands import COMMANDS, GROUP_COMMANDS, Command
from tests.understanding.corpora import first_sentences, voices

parser: Any = importlib.import_module("re._parser")
sre: Any = importlib.import_module("re._constants")
ID, DIGIT = "{id}", "#"
OF_THE_PRESSER = (Verb.FORGET, Verb.LANGUAGE)
"""Buttons without an id, which concern whoever presses them."""
A_FEW, LONGEST = 3, 60
"""The number of sentences tried for each aim, and their greatest length in characters."""
FILES = (
    ("任务表.csv", "任务名称,任务细项,细化措施,完成时间,负责单位\n一、专项,1. 铁拳,查处,2019年底,市公安局\n".encode()),
    ("名单.csv", "单位,姓名,角色\n市公安局,王五,协调员\n".encode()),
    ("任务表.xlsx", b"PK\x03\x04"),
    ("要点.docx", b"PK\x03\x04"),
    ("照片.jpg", b"\xff\xd8\xff"),
    ("名单.pdf", b"%PDF"),
)
"""A file of each kind that the chat accepts, as a stranger would send it."""


def commands(unit: str, among: Iterable[Command] = (*COMMANDS, *GROUP_COMMANDS)) -> Iterator[str]:
    """Yield each command alone and with possible arguments, and the words that do the same."""
    for command in among:
        yield from (f"/{command.name}", f"/{command.name} {unit}", f"/{command.name} 1-2", *command.said)


@cache
def aimed() -> dict[Aim, tuple[str, ...]]:
    """Return a few sentences from the corpus for each aim in the table of intents."""
    found: dict[Aim, list[str]] = {aim: [] for aim in INTENTS}
    for said in (*first_sentences(), *voices()):
        texts = found[Aim(said.aims[0])]
        if len(texts) < A_FEW and len(said.text) < LONGEST:
            texts.append(said.text)
    return {aim: tuple(texts) for aim, texts in found.items()}


def presses(ids: tuple[int, ...]) -> Iterator[tuple[Verb, str]]:
    """Yield button data of every shape with each of these ids; every possible value of each part occurs at least
    once."""
    for verb in Verb:
        if verb not in OF_THE_PRESSER:
            for shape, number in product(_each_once(_written(parser.parse(pattern(verb)))), ids):
                yield verb, shape.replace(ID, str(number)).replace(DIGIT, "1")


def _each_once(shapes: Iterable[str]) -> Iterator[str]:
    """Yield those shapes that have a value in some part, or a length, that no earlier one had."""
    met: set[object] = set()
    for shape in shapes:
        parts = shape.split(":")
        new = {len(parts), *enumerate(parts)} - met
        if new:
            met |= new
            yield shape


def _written(parts: Any) -> list[str]:
    """Return texts that a parsed pattern matches, one for each way through it, with ID for a long number."""
    ways = [""]
    for part in parts:
        ways = [before + after for before in ways for after in _ways(*part)]
    return ways


def _ways(kind: Any, value: Any) -> list[str]:
    match kind:
        case sre.LITERAL:
            return [chr(value)]
        case sre.NOT_LITERAL | sre.ANY:
            return ["a"]
        case sre.IN:
            return [_one_of(value)]
        case sre.BRANCH:
            return [way for branch in value[1] for way in _written(branch)]
        case sre.SUBPATTERN:
            return _written(value[-1])
        case sre.MAX_REPEAT:
            return _repeated(*value)
    return [""]


def _repeated(least: int, most: int, part: Any) -> list[str]:
    once = _written(part)
    if once == [DIGIT]:
        return [_number(least, most)]
    if least == 0:
        return ["", *once]
    return [way * least for way in once] if len(once) == 1 else once


def _number(least: int, most: int) -> str:
    """Return a day for exactly eight digits, ID if more than eight are allowed, else as few digits as possible."""
    if least == most:
        return "20191231" if least == 8 else DIGIT * least
    return ID if most > 8 else DIGIT * max(least, 1)


def _one_of(choices: Any) -> str:
    """Return a character of a class: a digit if it has digits, else a letter."""
    kind, value = choices[0]
    if kind is sre.CATEGORY:
        return DIGIT if value is sre.CATEGORY_DIGIT else "A"
    if kind is sre.RANGE:
        return chr(value[0])
    return "a" if kind is sre.NEGATE else chr(value)
