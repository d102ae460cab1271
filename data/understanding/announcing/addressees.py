"""What a sentence says about the recipients that it names, and the words that are meant for them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from data.understanding.announcing.sending_time import SendingTime, only_says_to_tell, sending_time, times_named
from data.understanding.clock_times import PART_OF_DAY
from data.understanding.lexicon import table
from data.understanding.lexicon.patterns import patterns
from data.understanding.list_exceptions import left_out
from data.understanding.meaning import Aim, Kind, Mood, Reading, Understanding, of_kind
from data.understanding.normalise.sentence import TAKEN, Span, blank_spans, is_hanzi, is_within, spans
from data.understanding.numerals import number
from data.understanding.orders import kinds_said, quoted
from data.understanding.polarity import calls_off, clauses, drops, exempting_clauses, spares
from data.understanding.sureness import LIKELY, SURE

_RULES = patterns("recipients")
_COLONS, _GONE = "：:", "\x02"
_NAME, _BREAK, _DAY = "\x00", "\x01", "\x02"
_OF_REMINDERS = (Aim.NUDGE, Aim.RETURNS, Aim.UNREPORTED)
_ASKING = ("asks_for_people", "calls_back", "asks_for_files", "meets_with")
TO_OTHERS = (Aim.NUDGE, Aim.BROADCAST)
"""The aims of orders to others, whose days are no answers to a question for a day."""


def names_of_everybody(text: str) -> list[Span]:
    """Return where a text names all units or all people, and not all deputies."""
    of_deputies = names_of_deputies(text)
    found = _RULES["everybody"].spans(text)
    return [each for each in found if not is_within(each[0], of_deputies)]


def names_of_deputies(text: str) -> list[Span]:
    """Return where a text names the deputies as those who are told (发给所有B角)."""
    return [match.span("names") for match in _RULES["deputies"].finditer(text)]


def names_of_the_last(text: str) -> list[Span]:
    """Return where a text names those who got the last broadcast: 刚才那些单位."""
    return _RULES["of_the_last"].spans(text)


def without_destinations(meaning: Understanding) -> Understanding:
    """Return a sentence without the units, known or not, in whose rooms people are to meet (在市监局5楼会议室,
    来公安局开会), or to which those named before are to hand something in (请各单位将总结报打假办)."""
    words, text, told = table("recipients"), meaning.text, _names(meaning)
    places, takers = tuple(words["at_a_place"]), tuple(words["handed_to"])
    gone = [
        each
        for each in (*of_kind(meaning, Kind.UNIT), *of_kind(meaning, Kind.STRANGER))
        if (text[: each.start].endswith(places) and _RULES["in_rooms"].match(text[each.end :]))
        or (text[: each.start].endswith(takers) and told and told[0][0] < each.start)
    ]
    return replace(meaning, readings=tuple(each for each in meaning.readings if each not in gone))


def surely_an_unknown_office(meaning: Understanding) -> str | None:
    """Return the name in a sentence that is surely an office unknown to the plan, or None."""
    return next((words_of_reading(meaning, each) for each in meaning.readings if _is_strange(each)), None)


def perhaps_an_unknown_office(meaning: Understanding) -> str | None:
    """Return the first name in a sentence that may be an office unknown to the plan, or None."""
    return next((words_of_reading(meaning, each) for each in of_kind(meaning, Kind.STRANGER)), None)


def unknown_office_in_the_list(meaning: Understanding) -> str | None:
    """Return the name of an unknown office that a sentence lists beside known recipients, or None."""
    return next(filter(None, map(office_at, listed_beside_names(meaning, _names(meaning)))), None)


def unknown_office(meaning: Understanding) -> str | None:
    """Return the name of an office that is not in the plan, or None: one that surely is one, or that a sentence lists
    beside known recipients."""
    return surely_an_unknown_office(meaning) or unknown_office_in_the_list(meaning)


def unknown_in_the_list(meaning: Understanding) -> str | None:
    """Return the first thing listed beside known recipients that is not one of them, or None.

    The sentence is assumed to say only who the recipients are.
    """
    return next(listed_beside_names(meaning, _names(meaning)), None)


def words_of_reading(meaning: Understanding, reading: Reading) -> str:
    """Return the words of a sentence that a reading was made from."""
    return meaning.text[reading.start : reading.end].strip()


def only_names_addressees(meaning: Understanding) -> bool:
    """Return whether a sentence names recipients and says nothing else, as in 改成发给公安局."""
    names = _names(meaning)
    rest = blank_spans(meaning.text, names, _GONE).replace(_GONE, "")
    return bool(names) and _RULES["only_names_more"].fullmatch(rest) is not None


def time_to_send(meaning: Understanding) -> SendingTime | None:
    """Return the sending time in a sentence that otherwise only names recipients, else None."""
    return sending_time(meaning, _names(meaning))


def names_addressees(meaning: Understanding) -> bool:
    """Return whether a sentence names any recipient, known or not."""
    return bool(_names(meaning))


def split_at_colon(text: str) -> tuple[str, str]:
    """Return the part of a sentence that names the recipients, and what they are to be told.

    The parts are separated by the first colon outside a time of day. Both are empty if there is none, or if it only
    follows a label inside a message (联系人：陈主任).
    """
    for place, char in enumerate(text):
        in_a_time = text[place - 1 : place].isdigit() and text[place + 1 : place + 2].isdigit()
        if char in _COLONS and not in_a_time:
            if _RULES["label"].search(text[:place]):
                break
            return text[:place], text[place + 1 :].strip()
    return "", ""


def begins_to_tell(meaning: Understanding, apart_from: Sequence[Span] = ()) -> bool:
    """Return whether a sentence begins, `apart_from` some places, like one that tells somebody something, whether or
    not it names anybody."""
    return _RULES["begins_to_tell"].match(blank_spans(meaning.text, apart_from, " ")) is not None


def orders_others(meaning: Understanding) -> bool:
    """Return whether a sentence likely orders that others be urged or told something; a day in it is that order's."""
    return meaning.aim in TO_OTHERS and meaning.confidence >= LIKELY


def tells_others(meaning: Understanding) -> bool:
    """Return whether a sentence orders to tell or ask the recipients it names something.

    Examples are 跟公安局、商务局说下午开会, 除了公安局都发：… and 问问公安局下周三能来吗.
    """
    bare = blank_spans(meaning.text, _names(meaning))
    return _RULES["tells_others"].match(bare) is not None or asks_of_them(meaning)


def tells_what_they_said(meaning: Understanding) -> bool:
    """Return whether a sentence tells what those it names have said: 检察院说他们年底太忙."""
    return _RULES["they_said"].match(blank_spans(meaning.text, _names(meaning), _NAME)) is not None


def invites_to_meeting(meaning: Understanding) -> bool:
    """Return whether a sentence asks those it names to come to a meeting (邀请商务局王芳和海关的赵六一起来开会), maybe
    about a task (来办公室汇报6-7).

    Such a sentence is a notice, told as a whole, and not an invitation to the bot.
    """
    end = next((each.start for each in of_kind(meaning, Kind.CODE)), len(meaning.text))
    said = blank_spans(meaning.text, _names(meaning))[:end]
    comes = Mood.ASKS not in meaning.moods and _RULES["come_to_us"].match(said) is not None
    return comes or _RULES["invites_them"].match(said) is not None


def asks_of_them(meaning: Understanding) -> bool:
    """Return whether a sentence asks those it names to come to a meeting, to call back, or to hand in a list of their
    people or, by a day, something else.

    Such a sentence (请各区报一下联络员名单) is told as a whole.
    """
    said = blank_spans(blank_spans(meaning.text, _names(meaning)), times_named(meaning), _DAY)
    asks = any(_RULES[rule].match(said) for rule in _ASKING)
    return asks or invites_to_meeting(meaning) or _asks_to_hand_in(meaning)


def asks_anything_of_them(meaning: Understanding) -> bool:
    """Return whether a sentence, perhaps behind news, asks something of those it names (省里要来，请各区自查一遍), and
    nothing of the bot or about a task."""
    said = blank_spans(blank_spans(meaning.text, _names(meaning)), times_named(meaning), _DAY)[end_of_news(meaning) :]
    is_other = Mood.ASKS in meaning.moods or meaning.names(Kind.CODE, Kind.PERCENT)
    return not is_other and _RULES["asks_anything"].match(said) is not None


def _is_asked_of_them(meaning: Understanding) -> bool:
    """Return whether the word right before those that a sentence names asks something of them (让各单位自查一遍)."""
    return _RULES["asks_them"].search(meaning.text[: _start_of_names(meaning)]) is not None


def _asks_to_hand_in(meaning: Understanding) -> bool:
    """Return whether a sentence asks those it names to hand in something by a day (12月10号之前各单位把年终总结发我),
    other than reports on their tasks or returns, of which they are reminded."""
    days = spans(of_kind(meaning, Kind.TIME))
    if not days or Mood.ASKS in meaning.moods or meaning.aim in _OF_REMINDERS or meaning.names(Kind.CODE):
        return False
    bare = blank_spans(blank_spans(meaning.text, _names(meaning)), days, _DAY)
    return _RULES["asks_to_hand_in"].match(bare) is not None


def announces(meaning: Understanding) -> bool:
    """Return whether a sentence orders to notify recipients and goes on with the news (通知各联络员 下午3点开会)."""
    return _RULES["announces"].match(blank_spans(meaning.text, _names(meaning))) is not None


def addresses(meaning: Understanding) -> bool:
    """Return whether a sentence answers or asks the recipients it names and goes on (回林警官 下周有答复)."""
    return _RULES["addresses"].match(blank_spans(meaning.text, _names(meaning))) is not None


def split_without_colon(text: str, meaning: Understanding) -> tuple[Understanding, str]:
    """Split a sentence without a colon into the part that names the recipients and the words for them.

    Words that only order to tell something do not count as words for them; what is asked of them is told as a request,
    and as a whole like what begins with a salutation, unless it can be told without their names.
    If nobody is named, the words behind an order to tell something are kept (通知明天下午开会).
    """
    if asks_of_them(meaning):
        return _names_alone(meaning), _as_request(text.strip(), meaning)
    if (news := end_of_news(meaning)) and not begins_to_tell(meaning, apart_from=[(0, news)]):
        return _names_alone(meaning), text.strip()
    end = _end_of_names(meaning)
    if end and not end_of_telling(meaning) and _RULES["salutes"].match(meaning.text[end:]):
        return _names_alone(meaning), text.strip()
    end = end or (end_of_telling(meaning) if Mood.ASKS not in meaning.moods else 0)
    if not end:
        return meaning, ""
    last = _start_of_exemption(meaning, end)
    rules = (_RULES[each].match(meaning.text[end:last]) for each in ("says_to_them", "only_tells"))
    match = next(filter(None, rules), None)
    start = end + (match.end() if match else 0)
    if (of_them := _RULES["of_them"].search(meaning.text[end:last])) and end + of_them.start() <= start:
        start = end + of_them.start()
    polite = _RULES["politely_behind"].search(meaning.text[end:start])
    told = quoted(meaning.text, end + polite.start() if polite else start, last).strip()
    told = f"请{told}" if is_hanzi(told[:1]) and told[0] != "请" and _is_asked_of_them(meaning) else told
    kept = tuple(each for each in meaning.readings if each.end <= end or each.start >= last)
    return replace(meaning, text=blank_spans(meaning.text, [(end, last)], " ").rstrip(), readings=kept), told


def end_of_news(meaning: Understanding) -> int:
    """Return the end of the clauses that tell something before the one that names its recipients (周三下午开会，各单位
    联络员参加); 0 if there are none."""
    first = _start_of_names(meaning)
    if not first or first >= _start_of_exemption(meaning, 0):
        return 0
    timeless = blank_spans(meaning.text, times_named(meaning), " ")
    before = [(start, end) for start, end in clauses(meaning.text) if end <= first]
    tells = any(not only_says_to_tell(timeless[start:end], ()) for start, end in before)
    return before[-1][1] + 1 if tells else 0


def _as_request(text: str, meaning: Understanding) -> str:
    """Return a text in which what is wanted of those it names is asked of them: 请各单位参加 for 让各单位参加."""
    bare = blank_spans(meaning.text, _names(meaning), _NAME)
    for found in _RULES["wants_of_them"].finditer(bare):
        start, end = max(found.span("wants"), found.span("wants_"))
        wanted, of = quoted(meaning.text, start, end), quoted(meaning.text, end, found.end())
        text = text.replace(wanted + of, f"请{of}", 1)
    return text


def to_them(words: str) -> str:
    """Return words that begin by saying what others are to do as said to those others: 请尽快报 for 请他们尽快报."""
    found = _RULES["of_them"].match(words)
    return f"请{words[found.end() :]}" if found else words


def all_to_them(words: str) -> str:
    """Return words in which any clause says what others are to do as said to those others: 缺总结，请周五前补 for
    缺总结，让他们周五前补."""
    return _RULES["of_them_in_a_clause"].sub(lambda found: f"{found['before']}请", words)


def end_of_telling(meaning: Understanding) -> int:
    """Return the end of the words that order to tell something at the beginning of a sentence, behind nothing but a
    time (明天上午通知…); 0 if there are none."""
    timeless = PART_OF_DAY.sub(lambda found: " " * len(found[0]), blank_spans(meaning.text, times_named(meaning), " "))
    telling = _RULES["told_first"].match(timeless)
    return telling.end("order") if telling else 0


def _names_alone(meaning: Understanding) -> Understanding:
    """Return a sentence with everything blanked but the names of its recipients."""
    names = _names(meaning)
    around = zip([0, *(end for _, end in names)], [*(start for start, _ in names), len(meaning.text)], strict=True)
    kept = tuple(each for each in meaning.readings if (each.start, each.end) in names)
    return replace(meaning, text=blank_spans(meaning.text, around, " "), readings=kept)


def _end_of_names(meaning: Understanding) -> int:
    """Return the end of the first names of recipients before the clauses that only say who is not told, including
    those that follow with nothing in between, and of a clause that leaves out the last of them (公安局先不通知)."""
    end, names, last = 0, _names(meaning), _start_of_exemption(meaning, 0)
    for start, stop in (each for each in names if each[0] < last):
        between = meaning.text[end:start]
        said = _RULES["says_to_them"].match(between)
        behind = f"{between[said.end() if said else 0 :]}{TAKEN}{meaning.text[stop:]}"
        goes_on = _RULES["told_too"].match(behind) if said else _RULES["only_names_more"].fullmatch(between)
        if end and not goes_on:
            break
        end = max(end, stop)
    exempt = exempting_clauses(meaning.text.lower(), names, of_recipients=True)
    return next((last for first, last in exempt if first < end <= last), end)


def split_off_exemption(meaning: Understanding) -> tuple[str, str]:
    """Split a sentence into the order and its last clauses that only say who is not told (商务局不用来)."""
    start = _start_of_exemption(meaning, 0)
    return quoted(meaning.text, 0, start), quoted(meaning.text, start, len(meaning.text))


def _start_of_exemption(meaning: Understanding, end: int) -> int:
    """Return where the clauses behind `end` begin that only say, last of all, who is not told (公安局不用通知).

    What is said of a unit that is told by name belongs to the notice (通知公安局、商务局：…，商务局不用来), unless it
    is that it is not told.
    """
    text, names = meaning.text.lower(), _names(meaning)
    others = _RULES["the_others"].spans(text)
    bare, start = blank_spans(text, [*names, *others], " "), len(text)
    for first, last in reversed(exempting_clauses(text, [*names, *others], of_recipients=True)):
        said = bare[first:last]
        only = calls_off(text[first:last]) or drops(said) or (spares(said) and not _told_by_name(meaning, first))
        if first <= end or any(map(str.isalnum, text[last:start])) or not only:
            break
        start = first - 1
    return start


def _told_by_name(meaning: Understanding, clause: int) -> bool:
    """Return whether a unit that is named behind the beginning of a clause is also named before it."""
    before, behind = set[str](), set[str]()
    for each in of_kind(meaning, Kind.UNIT):
        (before if each.start < clause else behind).update(each.values)
    return not before.isdisjoint(behind)


def _names(meaning: Understanding) -> Sequence[Span]:
    read = (each for each in meaning.readings if each.kind in (Kind.UNIT, Kind.SECTION) or _is_strange(each))
    groups = _RULES["groups"].spans(meaning.text)
    named = (names_of_everybody, names_of_deputies, names_of_the_last)
    others = (*groups, *(each for names in named for each in names(meaning.text)))
    found = sorted([*spans(read), *spans(left_out(meaning)), *others])
    return sorted([*found, *_counts_of(meaning.text, found)])


def _start_of_names(meaning: Understanding) -> int:
    return min((start for start, _ in _names(meaning)), default=0)


def _counts_of(text: str, names: Sequence[Span]) -> Iterator[Span]:
    """Yield where a text says behind names how many they are (公安 市监 法院三家)."""
    listed = {end: place for place, (_, end) in enumerate(names, 1)}
    for each in _RULES["counts_them"].finditer(text):
        if number(each["number"]) == listed.get(each.start(), 0):
            yield each.start(), each.start("behind")


def _is_strange(reading: Reading) -> bool:
    return reading.kind is Kind.STRANGER and reading.sureness >= SURE


def listed_beside_names(meaning: Understanding, names: Sequence[Span]) -> Iterator[str]:
    """Yield what a sentence lists together with the `names` at these places and is none of them."""
    for clause in _marked(meaning, names).split(_BREAK):
        parts = _RULES["joint"].sub(_BREAK, clause).split(_BREAK)
        for before, part, behind in zip(["", *parts], parts, [*parts[1:], ""], strict=False):
            rest = without_telling(part.strip())
            follows = before.rstrip().endswith(_NAME)
            leads = rest != part.strip() and without_telling(behind.strip()).startswith(_NAME)
            if rest and _NAME not in part and (follows or leads) and not _RULES["no_list"].search(rest):
                yield rest


def office_at(words: str) -> str | None:
    """Return what looks like the name of an office at the beginning of `words`, or None."""
    found = _RULES["like_an_office"].match(words)
    return found[0] if found else None


def office_added(clause: str) -> str | None:
    """Return what a clause adds to a list that begins like an office (加上水产局), or None."""
    how = next(iter(kinds_said("edits.how", clause)), None)
    added = clause[how.end :].strip() if how and how.kind == "added" else ""
    return added if office_at(added) else None


def without_telling(head: str) -> str:
    """Return the part of a sentence that names who is to be told, without the words that say to tell them."""
    match = _RULES["tells"].match(head)
    rest = head[match.end() :] if match else head
    found = _RULES["told_behind"].fullmatch(rest)
    return found["names"] if found else rest


def _marked(meaning: Understanding, names: Sequence[Span]) -> str:
    """Return the text with marks for each name, each day, and the end of each clause."""
    text = list(meaning.text)
    times = [(each.start, each.end, _BREAK) for each in of_kind(meaning, Kind.TIME)]
    for start, end, mark in (*times, *((start, end, _NAME) for start, end in names)):
        text[start:end] = [mark, *[""] * (end - start - 1)]
    return _RULES["ends"].sub(_BREAK, "".join(text))
