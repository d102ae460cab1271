"""Units, tasks, indicators and speakers as the understanding of sentences is given them."""

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
    """An indicator by its names.

    `unit` is its unit of measure (万元), `kind` whether its figures are `whole` or `decimal` numbers. `name_en`
    includes the unit where that is needed. `total` is whether the `sum` over all reports counts or the `latest` of each
    assignment.
    """

    name: str
    unit: str
    kind: str
    aliases: tuple[str, ...] = ()
    name_en: str = ""
    total: str = "sum"

    @property
    def is_money(self) -> bool:
        """Whether its figures are sums of money."""
        return self.unit == "万元"


@dataclass(frozen=True, slots=True)
class Speaker:
    """The speaker of a sentence: the units they answer for, and whether they are a coordinator."""

    units: tuple[str, ...] = ()
    coordinator: bool = False
