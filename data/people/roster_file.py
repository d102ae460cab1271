"""Reading roster files: who speaks for which unit."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from data.names import MOST_CHARACTERS
from data.patterns import Pattern
from data.people.people import SPEAKING_ROLES, Role
from data.plan.files.headers import Header, choose_sheet, missing_columns, repeats_heading, unknown_columns
from data.plan.files.problems import Problem, ProblemKind, problem
from data.plan.files.sheets import Sheet, read_sheets
from data.plan.files.unit_cells import comparable, one_line
from data.plan.unit_names import NameMatch, Resolution, UnitNames

_TELEGRAM_ID = Pattern("[1-9][0-9]{0,15}")
_IDLE = str.maketrans("", "", "()-.")
_DIGITS = Pattern(r"\+?\d{5,18}")
_MISCOUNTED = Pattern(r"1[3-9](?:\d{7,8}|\d{10})")
"""A mobile number of China with one or two digits missing, or one too many."""
_PEOPLE = ("联络员", "联系人", "联络人")
_OF_CHINA = Pattern(r"(?:\+|00)?86([01]\d{9,11})")

COLUMNS = {
    "unit": ("单位", "单位名称", "工作单位", "所在单位", "unit", "unitname"),
    "name": ("姓名", "名字", *_PEOPLE, *(f"{who}姓名" for who in _PEOPLE), "name", "fullname"),
    "role": ("角色", "身份", "role"),
    "phone": (
        *(
            who + number
            for who in ("", *_PEOPLE)
            for number in ("电话", "电话号码", "联系电话", "联系方式", "手机", "手机号", "手机号码")
        ),
        *("phone", "mobile", "phonenumber"),
    ),
    "telegram_id": ("telegram编号", "telegram", "telegramid", "tgid", "电报编号"),
    "language": ("语言", "language"),
}
ROLES = {
    Role.LIAISON: ("", "liaison", "联络员"),
    Role.DEPUTY: ("deputy", "b角", "副联络员"),
    Role.COORDINATOR: ("coordinator", "协调员", "办公室"),
    Role.OBSERVER: ("observer", "观察员"),
}
LANGUAGES = {
    "": ("",),
    "zh": ("zh", "zhhans", "zhcn", "chinese", "中文", "汉语", "简体中文"),
    "en": ("en", "english", "英文", "英语"),
}

Chosen = TypeVar("Chosen", str, Role)


@dataclass(frozen=True, slots=True)
class RosterRow:
    """One person of a roster. `row` counts the file's rows from 1.

    `unit` is the official name if known, else as written; `phone` is digits without China's +86; `language` is 'zh',
    'en', or empty if not given.
    """

    row: int
    unit: str
    name: str
    role: Role
    phone: str
    telegram_id: int | None
    language: str
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class RosterReading:
    """A roster as read. `problems` are those of the file; each row has its own."""

    rows: tuple[RosterRow, ...]
    problems: tuple[Problem, ...]


def read_roster(content: bytes, filename: str, names: UnitNames) -> RosterReading:
    """Read a .xlsx or .csv roster. Raises a FileProblem."""
    sheet, header, problems = choose_sheet(read_sheets(content, filename), COLUMNS, ("name", "phone", "telegram_id"))
    rows = tuple(_with_shared_phones(_with_twins(_row(*each, names) for each in _people(sheet, header))))
    problems += [*missing_columns(header, ("unit", "name")), *unknown_columns(sheet, header)]
    if not rows:
        problems.append(problem(ProblemKind.NOTHING_READ))
    return RosterReading(rows, tuple(problems))


def _people(sheet: Sheet, header: Header) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the number and cells of each row. Who speaks for a unit and has a blank one is of the unit above."""
    above = ""
    for number, row in enumerate(sheet.rows[header.last + 1 :], header.last + 2):
        if any(map(comparable, row)) and not repeats_heading(row, sheet.rows[header.last], COLUMNS):
            cells = {name: _text(row, header.columns.get(name, ())) for name in COLUMNS}
            if cells["unit"]:
                above = cells["unit"]
            elif _role(cells) in SPEAKING_ROLES:
                cells["unit"] = above
            yield number, cells


def _text(row: Sequence[str], columns: Sequence[int]) -> str:
    return next((one_line(row[column]) for column in columns if column < len(row) and comparable(row[column])), "")


def _row(number: int, cells: Mapping[str, str], names: UnitNames) -> RosterRow:
    unit = names.resolve(cells["unit"])
    row = RosterRow(
        row=number,
        unit=unit.name,
        name=cells["name"],
        role=_role(cells),
        phone=phone_digits(cells["phone"]),
        telegram_id=_telegram_id(cells["telegram_id"]),
        language=_choice(cells["language"], LANGUAGES) or "",
        problems=(),
    )
    return replace(row, problems=tuple(_problems(cells, row, unit)))


def _role(cells: Mapping[str, str]) -> Role:
    return _choice(cells["role"], ROLES) or Role.LIAISON


def language_named(word: str) -> str | None:
    """Return the language, 'zh' or 'en', that a word names, or None."""
    return _choice(word, LANGUAGES) or None


def _choice(text: str, choices: Mapping[Chosen, Sequence[str]]) -> Chosen | None:
    written = comparable(text).replace("_", "").replace("-", "")
    return next((choice for choice, words in choices.items() if written in words), None)


def _telegram_id(text: str) -> int | None:
    digits = comparable(text)
    return int(digits) if _TELEGRAM_ID.fullmatch(digits) else None


def _problems(cells: Mapping[str, str], row: RosterRow, unit: Resolution) -> Iterator[Problem]:
    if not row.unit and row.role in SPEAKING_ROLES:
        yield problem(ProblemKind.PERSON_WITHOUT_UNIT)
    if row.unit and unit.match not in (NameMatch.KNOWN, NameMatch.RESPELT):
        kind = ProblemKind.UNIT_UNKNOWN if row.role in SPEAKING_ROLES else ProblemKind.OFFICE_UNIT_UNKNOWN
        yield problem(kind, name=row.unit, near="、".join(unit.near))
    if not row.name:
        yield problem(ProblemKind.NAME_MISSING)
    if len(row.name) > MOST_CHARACTERS:
        yield problem(ProblemKind.NAME_TOO_LONG, most=MOST_CHARACTERS)
    if _choice(cells["role"], ROLES) is None:
        yield problem(ProblemKind.ROLE_UNKNOWN, text=cells["role"])
    if cells["phone"] and not row.phone:
        yield problem(ProblemKind.PHONE_UNCLEAR, text=cells["phone"])
    if cells["telegram_id"] and row.telegram_id is None:
        yield problem(ProblemKind.TELEGRAM_ID_UNCLEAR, text=cells["telegram_id"])
    if _choice(cells["language"], LANGUAGES) is None:
        yield problem(ProblemKind.LANGUAGE_UNKNOWN, text=cells["language"])


def _with_twins(rows: Iterable[RosterRow]) -> Iterator[RosterRow]:
    """Yield the rows, marking those whose Telegram id is another person's or repeats the same role."""
    first: dict[int, RosterRow] = {}
    places: set[tuple[int, str, Role]] = set()
    for row in rows:
        if row.telegram_id is None:
            yield row
            continue
        owner = first.setdefault(row.telegram_id, row)
        place = (row.telegram_id, row.unit, row.role)
        if owner.name != row.name or place in places:
            twin = problem(ProblemKind.TELEGRAM_ID_DUPLICATE, telegram_id=row.telegram_id, row=owner.row)
            row = replace(row, problems=(*row.problems, twin))
        places.add(place)
        yield row


def _with_shared_phones(rows: Iterable[RosterRow]) -> Iterator[RosterRow]:
    """Yield the rows, marking those whose phone is another person's."""
    first: dict[str, RosterRow] = {}
    for row in rows:
        owner = first.setdefault(row.phone, row) if row.phone else row
        if owner.name != row.name:
            row = replace(row, problems=(*row.problems, problem(ProblemKind.PHONE_SHARED, row=owner.row)))
        yield row


def phone_digits(text: str) -> str:
    """Return the digits of a phone number without China's +86 or 0086; empty if the text is not a single number.

    A number that a spreadsheet shortened (1.38E+10) has lost digits and is not accepted, nor is a mobile number with a
    digit too few or too many.
    """
    written = comparable(text).translate(_IDLE)
    if not _DIGITS.fullmatch(written):
        return ""
    of_china = _OF_CHINA.fullmatch(written)
    digits = str(of_china[1]) if of_china else written
    return "" if _MISCOUNTED.fullmatch(digits) else digits.removeprefix("+")
