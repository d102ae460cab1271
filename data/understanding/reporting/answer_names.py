"""Answers of a report by their names (状态改成受阻, 情况：开了会; 照片晚点发你)."""

from typing import Any

from data.patterns import Pattern
from data.understanding.lexicon import any_word, table
from data.understanding.lexicon.patterns import patterns
from data.understanding.normalise.sentence import clauses_of
from data.understanding.normalise.tables import cells
from data.understanding.orders import kinds_said, says

_WORDS: dict[str, Any] = table("answer_names")
_NAMES: dict[str, str] = {name: any_word(words, apart=False) for name, words in _WORDS["names"].items()}
_BEFORE = any_word(_WORDS["before"]["words"]) + "".join(rf"|{word}\s+" for word in _WORDS["before"]["english"])


def _any_name(language: str) -> str:
    return "|".join(f"(?P<{language}_{name}>{words})" for name, words in _NAMES.items())


_HEAD = Pattern(
    rf"(?i)(?:^|[,，;；。\n])\s*(?:{_BEFORE})*"
    rf"(?:(?:{_any_name('zh')})\s*(?:应?(?:改|换|变更|更正|修改|写|填|选|设|调)(?:成|为|到|一?下(?:成|为|[:：,，\s]))|应该?[是为]|就写)"
    rf"|(?:change|set|correct|update)\s+(?:the\s+|my\s+)?(?:{_any_name('en')})\s+to)\s*[:：]?\s*"
)
_RULES = patterns("answer_names")
_COLUMNS = frozenset(_WORDS["columns"]["words"])
_CALLED_FAMILIARLY = Pattern(r"[小老]\p{Han}")
_VALUES = ("status", "percent")
_ENDS = "consent.nothing_more"
_WRITES = rf"(?:[里中栏]|{any_word(_WORDS['write']['words'])})"
_LABEL = {
    name: Pattern(
        rf"(?i)(?:{_BEFORE}|\s)*(?:(?:{_NAMES[name]})\s*(?:{_WRITES}*\s*[:：]|{_WRITES}+\s)"
        rf"|{_WORDS['parts']['puts']}(?:{_NAMES[name]})[\s:：]|{_WORDS['parts']['puts_down']})[\s:：]*(\S)"
    )
    for name in ("note", "obstacle")
}
_INSTEAD = Pattern(rf"(?i)(?:{_BEFORE}|\s)*(?:{_NAMES['note']})?\s*{_WORDS['parts']['only_puts_down']}")
_NAME = {
    name: Pattern(rf"(?i)\s*(?:{any_word(words, apart=False)})\s*")
    for name, words in (_WORDS["names"] | _WORDS["names_of_many"]).items()
}


def is_name_of(answer: str, text: str) -> bool:
    """Return whether `text` is a name of `answer` (status, figures and so on) and nothing else."""
    return _NAME[answer].fullmatch(text) is not None


def heads_a_table(line: str) -> bool:
    """Return whether a line is the head of a table pasted from a file: cells, of which several are names of answers or
    of other columns."""
    heads = (
        each for each in cells(line.lower()) if each in _COLUMNS or any(is_name_of(answer, each) for answer in _NAME)
    )
    return len([*heads]) > 1


def corrects_answers(text: str) -> bool:
    """Return whether a message begins with the name of an answer and what to change it to, unlike 情况就写这些."""
    return _HEAD.match(_in_full(text)) is not None and not says(text, _ENDS)


def corrected_answers(text: str) -> list[tuple[str, str]]:
    """Return each answer that `text` corrects (status, percent, note or obstacle) with its new value as written."""
    text = _in_full(text)
    heads = list(_HEAD.finditer(text))
    ends = [*(head.start() for head in heads[1:]), len(text)]
    return [
        (next(iter(head.groups())).partition("_")[2], text[head.end() : end].strip(" \n,，;；。"))
        for head, end in zip(heads, ends, strict=False)
    ]


def corrections_behind(text: str) -> tuple[str, str]:
    """Return what a text says before it corrects the status or percent by name (抓了5人，进度改成65), and the rest of
    it; the rest is empty if it corrects neither."""
    named = ((each.start, name) for each in clauses_of(text) for name, _ in corrected_answers(each))
    at = next((start for start, name in named if name in _VALUES), len(text))
    return text[:at].rstrip(" \n,，;；"), text[at:]


def _in_full(text: str) -> str:
    """Return a text with 改成 or 应该是 for other words that put an answer right (改70, 写错状态了，是受阻)."""
    return _RULES["wrong"].sub(r"\1\2应该是", _RULES["to_a_number"].sub(r"\1成\2", text))


def without_name(name: str, text: str) -> str:
    """Return a note or obstacle without its own name and the colon or the word for writing after it (情况写 开了会), or
    without the word for writing alone (写上：开了会); any other answer stays as written, and so do words that only end
    it (就写到这)."""
    label = _LABEL[name].match(text) if name in _LABEL else None
    return text[label.start(1) :] if label and not says(text, _ENDS) else text


def is_all_of_the_note(text: str) -> bool:
    """Return whether a text says that the note is to be just what follows (就写已对接)."""
    return _INSTEAD.match(text) is not None


def sends_files(text: str) -> bool:
    """Return whether a text only says to send files, that somebody else does (佐证材料小吴发) or that nobody can."""
    return says(_CALLED_FAMILIARLY.sub("他", text), "later_parts.files_sent", "later_parts.files_not_sent")


def part_put_off(text: str) -> str:
    """Return the part of a report that a text only puts off (金额还在算，回头补): figures, evidence, percent or note;
    empty if it says anything else, or names several."""
    parts = {each.kind for each in kinds_said("later_parts.parts", text)}
    return parts.pop() if len(parts) == 1 and says(text, "later_parts.put_off") else ""
