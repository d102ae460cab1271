"""The sections of the plan that a list, a summary or an export is limited to."""

from collections.abc import Collection
from dataclasses import replace
from zlib import crc32

from data.errors import StaleButton
from data.plan.plan import current_plan
from data.plan.tasks import section_of
from data.standing.counts import count_parts
from handlers.tasks.selection import Listing
from handlers.telegram import Context


def sections_in(context: Context, listing: Listing) -> tuple[str, ...] | None:
    """Return the sections that a list covers; None means all. Raises StaleButton if the plan has others now than when
    several were chosen."""
    if listing.section is not None:
        return (section_of(context.db, listing.section),)
    if listing.sections is None:
        return None
    mask, _, mark = listing.sections.partition(".")
    names = all_sections(context)
    if mark != _checksum(names):
        raise StaleButton
    return tuple(name for place, name in enumerate(names) if int(mask, 16) >> place & 1)


def limited_to_sections(listing: Listing, names: tuple[str, ...], chosen: Collection[str]) -> Listing:
    """Return a list limited to those of the sections `names` of the plan that are chosen; none chosen means all."""
    mask = sum(1 << place for place, name in enumerate(names) if name in chosen)
    return replace(listing, section=None, sections=f"{mask:x}.{_checksum(names)}" if mask else None)


def all_sections(context: Context) -> tuple[str, ...]:
    """Return the sections of the plan, in its order. Raises NoPlan."""
    current_plan(context.db)
    return tuple(dict.fromkeys(part.section for part in count_parts(context.db, context.today)))


def _checksum(names: tuple[str, ...]) -> str:
    """Return a checksum that tells whether chosen sections are of these."""
    return f"{crc32(chr(10).join(names).encode()) & 0xFFFF:04x}"
