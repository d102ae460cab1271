"""Answers of a report that are named: corrections (状态改成受阻, change the status to done), values (情况：开了会)."""

from typing import Any

from data.patterns import Pattern
from data.understanding.lexicon import any_word, table

_WORDS: dict[str, Any] = table("answer_names")
_NAMES: dict[str, str] = {name: any_word(words, apart=False) for name, words in _WORDS["names"].items()}
_BEFORE = any_word(_WORDS["before"]["words"]) + "".join(rf"|{word}\s+" for word in _WORDS["before"]["english"])


def _any_name(language: str) -> str:
    return "|".join(f"(?P<{language}_{name}>{words})" for name, words in _NAMES.items())


_HEAD = Pattern(
    rf"(?i)(?:^|[,，;；。\n])\s*(?:{_BEFORE})*"
    rf"(?:(?:{_any_name('zh')})\s*(?:应?(?:改|换|变更|更正|修改)(?:成|为|到|一?下(?:成|为|[:：,，\s]))|应该?[是为])"
    rf"|(?:change|set|correct|update)\s+(?:the\s+|my\s+)?(?:{_any_name('en')})\s+to)\s*[:：]?\s*"
)
_TO_A_NUMBER = Pattern(r"(改|换|调)(?:一?下)?\s*(\d)")
_WRITE = rf"(?:[里中栏]|{any_word(_WORDS['write']['words'])})*"
_LABEL = {
    name: Pattern(rf"(?i)\s*(?:{_BEFORE})*(?:{_NAMES[name]})\s*{_WRITE}\s*[:：]\s*(\S)")
    for name in ("note", "obstacle")
}
_NAME = {name: Pattern(rf"(?i)\s*(?:{words})\s*") for name, words in _NAMES.items()}


def is_name_of(answer: str, text: str) -> bool:
    """Return whether `text` is a name of `answer` (status, percent, note or obstacle) and nothing else."""
    return _NAME[answer].fullmatch(text) is not None


def corrects_answers(text: str) -> bool:
    """Return whether a message begins with the name of an answer and what to change it to."""
    return _HEAD.match(_TO_A_NUMBER.sub(r"\1成\2", text)) is not None


def corrected_answers(text: str) -> list[tuple[str, str]]:
    """Return each answer that `text` corrects (status, percent, note or obstacle) with its new value as written."""
    text = _TO_A_NUMBER.sub(r"\1成\2", text)
    heads = list(_HEAD.finditer(text))
    ends = [*(head.start() for head in heads[1:]), len(text)]
    return [
        (next(iter(head.groups())).partition("_")[2], text[head.end() : end].strip(" \n,，;；。"))
        for head, end in zip(heads, ends, strict=False)
    ]


def without_name(name: str, text: str) -> str:
    """Return a note or obstacle without its own name and the colon after it; any other answer stays as written."""
    label = _LABEL[name].match(text) if name in _LABEL else None
    return text[label.start(1) :] if label else text
