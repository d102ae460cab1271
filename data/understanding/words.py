"""The words a sentence may name, as the plan and the roster have them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class UnitWords:
    """A unit and the other names that people use for it."""

    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TaskWords:
    """A task and the units (or unit groups) that answer for it."""

    code: str
    title: str
    measure: str = ""
    deliverable: str = ""
    units: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IndicatorWords:
    """An indicator: its name, unit of measure (万元), kind (`whole` or `decimal`) and short forms; its name in English,
    which tells the unit where that is needed; and whether the `sum` over all reports counts or the `latest` of each."""

    name: str
    unit: str
    kind: str
    aliases: tuple[str, ...] = ()
    name_en: str = ""
    total: str = "sum"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says a sentence: the units they answer for, and whether they are a coordinator."""

    units: tuple[str, ...] = ()
    coordinator: bool = False
