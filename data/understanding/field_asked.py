"""Which words of a task a sentence of the office sets, and to what: 把1-7的标题改成龙腾行动."""

from dataclasses import dataclass

from data.understanding.orders import kinds_said, said

_SHORT = ("title", "title_en")
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
    field = min(kinds_said("task_fields.fields", text), key=lambda each: (each.start, -each.end), default=None)
    to = said(text[field.end :], "task_fields.led_to") if field else None
    if field is None or to is None:
        return None
    if to["quoted"]:
        return FieldAsked(field.kind, to["quoted"].strip(), to["why"].strip(' “”"，,。') or reason.strip())
    words = to["words"].strip().strip('“”"。')
    ends = [words.index(each) for each in _BREAK if each in words and field.kind in _SHORT]
    end = min(ends, default=len(words))
    new, reason = words[:end].strip(' “”"'), (reason or words[end + 1 :]).strip()
    return FieldAsked(field.kind, new, reason) if new else None
