"""Words for giving up what is being written, or keeping it after all (算了还是交吧)."""

from data.understanding.lexicon import table
from data.understanding.lexicon.scanner import Scanner

_KINDS = ("beside", "yes", "no", "not", "keeps", "drops", "acts", "ends")
_WORDS = Scanner.of({kind: table("giving_up")[kind] for kind in _KINDS})
_OVER = ("了", "掉了")
_LET_IT_BE = "算了"
_SIGNS = " ,，.。;；!！~～、…\n"


def wants_it_kept(text: str) -> bool | None:
    """Return True if a text keeps what was to be given up or wants it submitted, False if it agrees to give it up.

    The last deciding word counts: no wait, submit it. Returns None if the text says anything else.
    """
    line = text.strip().lower().replace("’", "'")
    surely, hardly, at, before = None, None, 0, ""
    for start, end, kind in _WORDS.find(line):
        if line[at:start].strip(_SIGNS):
            return None
        is_behind = not line[at:start].strip(" ")
        denied = is_behind and before in ("no", "not")
        match kind:
            case "ends":
                surely = denied
            case "acts" if not (is_behind and before == "ends"):
                surely = not denied
            case "keeps" | "drops":
                surely = kind == "keeps"
            case "no" | "yes":
                hardly = kind == "no"
        at, before = end, before if kind == "beside" and is_behind else kind
    if line[at:].strip(_SIGNS):
        return None
    return hardly if surely is None else surely


def only_says_what_it_is_for(text: str) -> bool:
    """Return whether a text has no word for keeping or giving up something, only for acts (申请延期) or none."""
    return {kind for *_, kind in _WORDS.find(text.strip().lower())} <= {"acts", "beside"}


def tells_what_was_given_up(text: str) -> bool:
    """Return whether a text tells of something else that was called off: 省里取消了, 培训班停了.

    Such a text names it before the word for calling off; somebody who gives up what they are writing does not.
    """
    line, at = text.strip().lower().replace("’", "'"), 0
    for start, end, kind in _WORDS.find(line):
        told = line[at:start].strip(_SIGNS)
        if told:
            return kind == "ends" and len(told) > 1 and line.startswith(_OVER, end)
        at = end
    return False


def may_give_up(text: str) -> bool:
    """Return whether a text has a word for giving up, or says not to submit what is open."""
    line, before = text.strip().lower().replace("’", "'"), ""
    for start, _, kind in _WORDS.find(line):
        gives_up = kind in ("ends", "drops") or (kind == "acts" and before in ("no", "not"))
        if gives_up or line.startswith(_LET_IT_BE, start):
            return True
        before = before if kind == "beside" else kind
    return False
