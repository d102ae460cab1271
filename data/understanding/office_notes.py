"""What a unit wants to tell the office (给办公室留言：…), and the office asking for that (有哪些留言没回)."""

from dataclasses import dataclass

from data.patterns import Pattern
from data.understanding.lexicon import any_of, table
from data.understanding.meaning import Kind, Understanding, of_kind
from data.understanding.normalise.sentence import blank

_WORDS = table("office_notes")
_TO, _BEFORE = _WORDS["tells"], rf"(?:(?:{any_of(_WORDS['tells']['before'])})\s*)*"
_OFFICE, _BEGS = any_of(_TO["office"]), _WORDS["begs"]
_TELLS = Pattern(
    rf"(?i)^{_BEFORE}(?:(?:{any_of(_TO['to'])})(?:{_OFFICE})(?:{any_of(_TO['says'])})"
    rf"|(?:{any_of(_TO['tell'])})(?:{_OFFICE})|{any_of(_TO['words'])})[\s:：,，。]*(?P<rest>[\s\S]*)$"
)
_ASKS = Pattern(
    rf"(?i)^{_BEFORE}(?:(?:{any_of(_WORDS['asks']['words'])})(?:{_OFFICE})|{any_of(_WORDS['asks']['english'])})"
    r"(?:[\s]*[:：,，]+|[\s]*)(?P<rest>[\s\S]+)$"
)
_BEGS_OF_IT = Pattern(
    rf"(?i)^(?:{any_of(_BEGS['before'])}|\s)*(?:{_OFFICE}|the office)"
    rf"(?:{any_of(_BEGS['able'])}|\s)*(?:{any_of(_BEGS['acts'])})"
)
_SET_OFF = ":：,，"
_NOUNS, _AROUND = any_of(_WORDS["notes"]["nouns"]), any_of(_WORDS["notes"]["around"])
_ASKED = Pattern(rf"(?i)^(?:{_AROUND}|\x00)*(?:{_NOUNS})(?:{_AROUND}|{_NOUNS}|\x00)*$")
_INFORMATION = any_of(_WORDS["notes"]["information"])
_ASKED_FOR_INFORMATION = Pattern(rf"(?i)^(?:{_AROUND}|\x00)*(?:{_INFORMATION})(?:{_AROUND}|\x00)*$")
_ASKS_WHO = Pattern(r"(?i)谁|哪|什么|多少|几条|有|来|新|吗|[?？]|what|any|who|which")
_BESIDE_ANSWER = any_of(_WORDS["answers"]["around"])
_ANSWERS = Pattern(
    rf"(?i)^(?:{_BESIDE_ANSWER}|[，,]|\x00)*(?:{any_of(_WORDS['answers']['words'])})"
    rf"(?:{_BESIDE_ANSWER}|\x00)*[:：，,]+(?P<rest>[\s\S]+)$"
)
LONGEST_QUESTION = 30
NAMED = (Kind.UNIT, Kind.CODE)


@dataclass(frozen=True, slots=True)
class AnswerToNote:
    """What the office answers to a note of a unit or on the task with a code, whichever of the two it names (the other
    is empty)."""

    unit: str
    code: str
    words: str


def told_the_office(text: str) -> str | None:
    """What a sentence wants the office to know, empty where it does not say yet; None for any other sentence.

    A question stays one: it is told with the words that ask it, unless they are set off from it.
    """
    said = text.strip()
    if told := _TELLS.match(said):
        return said[told.start("rest") :]
    if asked := _ASKS.match(said):
        before = said[: asked.start("rest")].rstrip()
        return said[asked.start("rest") :] if before[-1] in _SET_OFF else said
    return said if begs_of_the_office(said) else None


def begs_of_the_office(text: str) -> bool:
    """Whether a sentence asks the office for what only it can do: 办公室能不能协调下市监局."""
    return _BEGS_OF_IT.match(text.strip()) is not None


def answer_to_a_note(text: str, meaning: Understanding) -> AnswerToNote | None:
    """The answer of the office to a note of the unit or on the task that it names (农业局那条回他：…, 29-4那条回复：…);
    None for any other sentence."""
    names = [each for each in meaning.readings if each.kind in NAMED]
    found = _ANSWERS.match(blank(meaning.text, names))
    if found is None or len(text) != len(meaning.text):
        return None
    rest = found.start("rest")
    units, codes = ({each.values[0] for each in names if each.kind is kind and each.end <= rest} for kind in NAMED)
    if len(units) > 1 or len(codes) > 1 or not units | codes:
        return None
    return AnswerToNote(units.pop() if units else "", codes.pop() if codes else "", text[rest:].strip())


def asks_for_information(meaning: Understanding) -> bool:
    """Whether a sentence of the office asks what work information has come: 最近来了什么信息."""
    text = blank(meaning.text, [each for each in meaning.readings if each.kind in (Kind.UNIT, Kind.TIME)])
    asked = len(text) <= LONGEST_QUESTION and _ASKED_FOR_INFORMATION.match(text) is not None
    return asked and _ASKS_WHO.search(text) is not None


def asks_for_notes(meaning: Understanding) -> tuple[str, ...] | None:
    """The units whose notes to the office are asked for, none of them for all; None for any other sentence."""
    units = list(of_kind(meaning, Kind.UNIT))
    if len(meaning.text) > LONGEST_QUESTION or not _ASKED.match(blank(meaning.text, units)):
        return None
    return tuple(each.values[0] for each in units)
