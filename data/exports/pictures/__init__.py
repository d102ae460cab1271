"""Pictures for a phone: units by section, tasks closed against the deadlines, and figures by month."""

from enum import StrEnum
from zoneinfo import ZoneInfo

from data.exports.course import course_of
from data.exports.ledger import Ledger
from data.exports.pictures.burn_up import burn_up
from data.exports.pictures.heat_map import heat_map
from data.exports.pictures.months import figures_by_month
from data.exports.texts import Language
from data.store import Database


class Picture(StrEnum):
    """The kinds of pictures."""

    UNITS = "units"
    COURSE = "course"
    FIGURES = "figures"


def draw(db: Database, picture: Picture, ledger: Ledger, language: Language) -> list[bytes]:
    """Return a picture as one or more PNG files, each large enough to be read."""
    match picture:
        case Picture.UNITS:
            return heat_map(ledger, language)
        case Picture.COURSE:
            return burn_up(ledger, course_of(db, ledger), language)
        case Picture.FIGURES:
            return figures_by_month(ledger, language)
