"""Words of a note that are put right: 应该是阿里，不是京东; it was Hanoi, not Bangkok."""

from data.understanding.lexicon.patterns import patterns

_AROUND = " ,，。.;；!！“”\"'"


def words_put_right(text: str, note: str) -> str | None:
    """Return a note with what is right in place of what a text says is wrong; None where the text says nothing such,
    or the note does not have it once."""
    found = patterns("corrections")["of_words"].search(text)
    if found is None:
        return None
    said = {name.rstrip("_"): each.strip(_AROUND) for name, each in found.groups().items() if each}
    wrong, right = said.get("wrong", ""), said.get("right", "")
    return note.replace(wrong, right) if right and wrong and note.count(wrong) == 1 else None
