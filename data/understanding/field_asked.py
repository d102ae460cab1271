"""Which words of a task a sentence of the office sets, and to what: 把1-7的标题改成龙腾行动."""

from dataclasses import dataclass

from data.patterns import Pattern
from data.understanding.lexicon import any_of, table

_WORDS = table("task_fields")
_FIELDS = {name: Pattern(f"(?i)(?:{any_of(words, apart=False)})") for name, words in _WORDS["fields"].items()}
_TO = Pattern(rf"(?i)^\s*(?:{any_of(_WORDS['worded_to'], apart=False)})[\s:：,，“”\"]*")
_SHORT = ("title", "title_en")
_QUOTED = Pattern('^[^“”"]+')
_BREAK = "，,；;。\n"


@dataclass(frozen=True, slots=True)
class FieldAsked:
    """A field of a task, its new words, and the reason where one is set off from them."""

    field: str
    words: str
    reason: str = ""


def field_asked(text: str, reason: str = "") -> FieldAsked | None:
    """Return the field that a text sets, the first that it names; None where it does not say to what. Behind words in
    quotation marks, or behind the first comma of short ones, stands the reason; of longer ones, which may hold commas
    themselves, what was taken for the `reason` because of its comma alone is the end."""
    if text.endswith(tuple(_BREAK)):
        text, reason = text.rstrip(_BREAK) + text[-1] + reason.lstrip(_BREAK), ""
    found = ((name, match) for name, words in _FIELDS.items() if (match := words.search(text)))
    name, match = min(found, key=lambda each: (each[1].start(), -each[1].end()), default=("", None))
    to = _TO.match(text[match.end() :]) if match else None
    if match is None or to is None:
        return None
    behind_to = text[match.end() + to.end() :]
    if to[0].endswith(("“", '"')) and (quoted := _QUOTED.match(behind_to)):
        return FieldAsked(name, quoted[0].strip(), behind_to[quoted.end() :].strip(' “”"，,。') or reason.strip())
    words = behind_to.strip().strip('“”"。')
    at = min((words.index(each) for each in _BREAK if each in words), default=len(words)) if name in _SHORT else None
    said, behind = (words, "") if at is None else (words[:at], words[at + 1 :])
    reason = reason or behind
    return FieldAsked(name, said.strip(' “”"'), reason.strip()) if said.strip() else None
