"""Numbers as people write them: 12, 1,204, 3.5, 十二, 二百五十, 两, 百分之八十, 1.2万, 4.5w, 45k, 三亿, 八万六,
eighty-five, a hundred and twelve."""

DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
HANZI = r"[零〇一幺二两俩三仨四五六七八九十百千万亿]{1,12}"
SCALES = {"": 1, "十": 10, "百": 100, "千": 1_000, "万": 10_000, "亿": 100_000_000, "w": 10_000}
SCALES |= {"k": 1_000, "thousand": 1_000, "m": 1_000_000, "mn": 1_000_000, "mln": 1_000_000, "million": 1_000_000}
SCALES |= {"bn": 1_000_000_000, "billion": 1_000_000_000, "hundred": 100}
SCALE = r"(?:[十百千]?[万亿]|[百千]|(?:[wk]|mn|mln|m|bn|hundred|thousand|million|billion)\b)"
"""What may follow a number in digits and multiplies it."""

_TEENS = ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
_ONES = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_TENS = {
    word: 10 * at
    for at, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
}
_ENGLISH = {word: at for at, word in enumerate(["zero", *_ONES, *_TEENS])} | _TENS | {"a": 1, "and": 0}
ENGLISH_TENS = rf"(?:{'|'.join(_TENS)})(?:[ -](?:{'|'.join(_ONES)}))?"
_BELOW_HUNDRED = rf"(?:{ENGLISH_TENS}|{'|'.join(_TEENS)}|{'|'.join(_ONES)})"
ENGLISH_NUMBER = rf"(?:(?:(?:a|{'|'.join(_ONES)}) )?hundred(?:(?: and)? {_BELOW_HUNDRED})?|zero|{_BELOW_HUNDRED})"
_VALUES = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "幺": 1, "两": 2}
_VALUES |= {"俩": 2, "仨": 3}


def number(text: str) -> float:
    """Return the value of a number that matches DIGITS, HANZI or ENGLISH_NUMBER."""
    if text[0].isdecimal():
        return float(text.replace(",", ""))
    return float(_english(text) if text[0].isascii() else _numeral(text))


def ordinal(text: str) -> str:
    """Return a count such as 七, 07 or seven in plain digits (7)."""
    return str(int(number(text)))


def _english(text: str) -> int:
    hundreds, found, rest = text.replace("-", " ").rpartition("hundred")
    below = sum(_ENGLISH[word] for word in rest.split())
    return 100 * sum([_ENGLISH[word] for word in hundreds.split()] or [1]) + below if found else below


def _numeral(text: str) -> int:
    for unit in ("亿", "万"):
        if unit in text:
            high, low = text.split(unit, 1)
            rest = _VALUES[low] * SCALES[unit] // 10 if low in _VALUES else _numeral(low)
            return _numeral(high) * SCALES[unit] + rest
    if len(text) > 1 and all(char in _VALUES for char in text):
        return int("".join(str(_VALUES[char]) for char in text))
    return _below_ten_thousand(text)


def _below_ten_thousand(text: str) -> int:
    total, digit = 0, 0
    for char in text:
        if char in _VALUES:
            digit = _VALUES[char]
        else:
            total += (digit or 1) * SCALES[char]
            digit = 0
    if text[-2:-1] in ("百", "千"):
        digit *= SCALES[text[-2]] // 10
    return total + digit
