"""Words for giving up what is open, or keeping it after all (算了还是交吧)."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import islice
from typing import NamedTuple

from data.patterns import Pattern
from data.understanding.lexicon import any_word, table
from data.understanding.lexicon.scanner import Scanner

_DENYING = frozenset({"beside", "no", "not", "acts"})
_WORDS = Scanner.of(table("giving_up")["kinds"])
_PUT_OFF = table("giving_up")["put_off"].split()
_HANDS_IN = table("giving_up")["hands_in"].split()
_AS_IT_STANDS = Pattern(any_word(table("giving_up")["as_it_stands"].split()))
_OWN = Scanner.of({"own": table("giving_up")["own"]})
_OVER = ("了", "掉了")
_LET_IT_BE, _THEN = "算了", "再"
_CHANGE, _FIRST = "改", ("先", "暂", "yet", "now")
_GAP, _MOST_GAPS = Pattern(r"[\s,，。;；!！]+"), 10
_SIGNS = " ,，.。;；!！~～、…\n"


def wants_it_kept(text: str) -> bool | None:
    """Return True if a text keeps what was to be given up or wants it submitted, False if it agrees to give it up.

    The last deciding word counts: no wait, submit it. A slip alone (点错了) is that of having given it up. Returns None
    if the text says anything else.
    """
    said = _said(text)
    if said is None:
        return None
    kept = said.hardly if said.surely is None else said.surely
    return True if kept is None and said.kinds == {"slips"} else kept


def said_behind_keeping(text: str) -> str:
    """Return what a text says behind words that keep what was to be given up (65 from 还是报吧，65), or an empty string
    if it says no more."""
    found = ""
    if wants_it_kept(text) is not None:
        return found
    for gap in islice(_GAP.finditer(text), _MOST_GAPS):
        said, behind = _said(text[: gap.start()]), text[gap.end() :]
        goes_on_in_english = gap[0].isspace() and behind[:1].isascii() and behind[:1].isalpha()
        if said is not None and said.kinds - {"acts"} and wants_it_kept(text[: gap.start()]) and not goes_on_in_english:
            found = behind
    return found


def gives_up(text: str) -> bool:
    """Return whether a text only says to give up what is open, or leave it as it was (搞错了撤销, 还是不改了, 改回去).

    A text that names what to give up (撤回填报) may mean something else.
    """
    said = _said(text)
    return said is not None and not said.names_it and (said.surely is False or (said.surely is None and said.lets_be))


def hands_in_after_all(text: str) -> bool:
    """Return whether a text only says, last of all, to hand in what is written (算了先交, 不改了，交吧), and neither
    what is to be done before (改了再交) nor what others have done (别催了，都报了)."""
    said = _said(_AS_IT_STANDS.sub("", text))
    return said is not None and bool(said.surely) and _is_of_handing_in(said, text)


def hands_in_or_waits(text: str) -> bool:
    """Return whether a text only says to hand in what is written, or not yet (先别交)."""
    said = _said(text)
    return said is not None and (bool(said.surely) or "waits" in said.kinds) and _is_of_handing_in(said, text)


def act_denied(text: str) -> str:
    """Return the act that a text only denies (不批, 不用写), which may be an answer; empty if it ends it (不写了)."""
    said = _said(text)
    return said.act_given_up(_DENYING) if said is not None and _OVER[0] not in _line(text) else ""


def act_put_off(text: str) -> str:
    """Return the act that a text only puts off (先不写, 先别填了); empty if it says anything else or 别写."""
    said = _said(text)
    act = said.act_given_up({*_DENYING, "waits"}) if said is not None else ""
    return act if act in _PUT_OFF and any(each in _line(text) for each in _FIRST) else ""


def leaves_as_it_was(text: str) -> bool:
    """Return whether a text only says not to change something after all (还是不改了, 改回去)."""
    return _CHANGE in text and gives_up(text)


class _Said(NamedTuple):
    """Whether a text keeps something (True) or gives it up (False), or None if it does neither.

    `surely` counts before `hardly`, which is set by a mere yes, no or wait. `lets_be` is whether the text has words
    such as 算了 and 先别, and `names_it` whether it names what to give up. `kinds` are those of its words, `acts` those
    that are to be done, and `last_act` is the last of all acts.
    """

    surely: bool | None
    hardly: bool | None
    lets_be: bool
    names_it: bool
    kinds: AbstractSet[str]
    acts: Sequence[str]
    last_act: str

    def act_given_up(self, kinds: AbstractSet[str]) -> str:
        """Return the last act if it is not to be done and the text has only words of these `kinds`."""
        return self.last_act if self.surely is False and self.kinds <= kinds else ""


def _said(text: str) -> _Said | None:
    line = _line(text)
    surely, hardly, lets_be, names_it, at, before = None, None, False, False, 0, ""
    kinds, acts, last_act = set[str](), list[str](), ""
    for start, end, kind in _WORDS.find(line):
        if line[at:start].strip(_SIGNS):
            return None
        is_behind = not line[at:start].strip(" ")
        denied = is_behind and before in ("no", "not", "waits")
        lets_be = lets_be or kind == "waits" or (kind == "yes" and line.startswith(_LET_IT_BE, start))
        match kind:
            case "unable" if before == "acts":
                return None
            case "ends" | "reverts" | "leaves":
                surely, names_it = denied, kind == "leaves"
            case "acts" if is_behind and before in ("ends", "leaves"):
                names_it = True
            case "acts":
                surely, last_act = not denied, line[start:end]
                acts += [] if denied else [last_act]
            case "keeps" | "drops" | "unable":
                surely = kind == "keeps"
            case "no" | "yes" | "waits":
                hardly = kind != "yes"
        at, before = end, before if kind == "beside" and is_behind else kind
        kinds.add(kind)
    said = _Said(surely, hardly, lets_be, names_it, kinds, acts, last_act)
    return None if line[at:].strip(_SIGNS) else said


def _is_of_handing_in(said: _Said, text: str) -> bool:
    """Return whether all acts of a text hand in what is written, and it tells of none as done (都报了)."""
    told = _line(text).endswith(f"{said.last_act}{_OVER[0]}")
    waits = "finished" in said.kinds and _THEN in _line(text)
    return not (told or waits or "keeps" in said.kinds) and said.last_act in _HANDS_IN and {*said.acts} <= {*_HANDS_IN}


def only_says_what_it_is_for(text: str) -> bool:
    """Return whether a text has no word for keeping or giving up something, only for acts (申请延期) or none."""
    return {kind for *_, kind in _WORDS.find(_line(text))} <= {"acts", "beside"}


def tells_what_was_given_up(text: str) -> bool:
    """Return whether a text tells of something else that was called off or is not wanted: 省里取消了, 身份证不要了.

    Such a text names it before the word for giving up; somebody who gives up what they are writing does not.
    """
    line, at = _line(text), 0
    found = [*_WORDS.find(line)]
    for place, (start, end, kind) in enumerate(found):
        if told := line[at:start].strip(_SIGNS):
            ended = line.startswith(_OVER, end) or (not line[end:].strip(_SIGNS) and _is_a_thing(told))
            behind = {each[2] for each in found[place + 1 :]} - {"beside"}
            denied = kind in ("no", "not") and behind == {"acts"} and _is_a_thing(told)
            is_over = denied or kind in ("drops", "unable") or (kind in ("ends", "leaves") and ended)
            return is_over and len(told) > 1
        at = end
    return False


def _is_a_thing(told: str) -> bool:
    """Return whether words name neither what is being written (草稿, 这次填报) nor a number."""
    return not any(map(str.isdecimal, told)) and not any(_OWN.find(told))


def may_give_up(text: str) -> bool:
    """Return whether a text has a word for giving up, or says not to submit what is open."""
    line, before = _line(text), ""
    for start, _, kind in _WORDS.find(line):
        denied = kind == "acts" and before in ("no", "not", "waits")
        if kind in ("ends", "drops", "leaves") or denied or (kind == "yes" and line.startswith(_LET_IT_BE, start)):
            return True
        before = before if kind == "beside" else kind
    return False


def _line(text: str) -> str:
    return text.strip(_SIGNS).lower().replace("’", "'")
