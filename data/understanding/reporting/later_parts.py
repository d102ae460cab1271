"""Parts of a report that are put off while the rest stands: 金额还在算，回头补; 照片晚点发你."""

from data.understanding.orders import find_order, ways_of


def part_put_off(text: str) -> str:
    """Return the part of a report that a text only puts off: figures, evidence, percent or note; empty if it says
    anything else."""
    found = find_order(text, *ways_of("later_parts.put_off"))
    return found.way.rpartition(".")[2] if found else ""
