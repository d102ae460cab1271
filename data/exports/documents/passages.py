"""Passages that the documents share, written from the ledger: numbers, what was done, what is blocked, what is next."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta

from data.exports import texts
from data.exports.ledger import Ledger, TaskLine, totals_by
from data.exports.texts import NEVER_REPORTED, STATUS, Language, Words, day_words, days_words
from data.exports.texts import documents as words
from data.standing.counts import Counts
from data.standing.standing import Status
from data.summary.progress import CountedReport

SOON = 30
"""Number of days within which a task counts as coming next."""
MOST_COMING = 8
"""Maximum number of coming tasks that are named."""
NEXT = {Status.BLOCKED: words.UNBLOCK, Status.IN_PROGRESS: words.GO_ON, Status.NOT_STARTED: words.START}
"""What is said to come next of open work that is neither overdue nor due soon."""
STOPS = "。；;.，,、 \n"
NUMERALS = "一二三四五六七八九十"


def work_of(title: str) -> str:
    """Return the name of the work, which is the title of the plan without an ending such as 工作方案."""
    return next((title.removesuffix(end) for end in words.PLAN_NAMES if title.endswith(end) and title != end), title)


def section_name(section: str) -> str:
    """Return the title of a section without its leading number."""
    bare = section.lstrip(NUMERALS)
    return bare.lstrip("、.． ") if bare != section and bare[:1] in ("、", ".", "．") else section


def joined(language: Language, *sentences: str) -> str:
    """Return the sentences as one text, leaving out empty ones."""
    return ("" if language == "zh" else " ").join(filter(None, sentences))


def counts_words(counts: Counts, language: Language, *, share: bool = False) -> str:
    """Return the counts by status as a sentence part, leaving out zeros except that of closed assignments."""
    by_status = ((STATUS[status], count) for status, count in counts.by_status.items() if status is not Status.CLOSED)
    others = [*by_status, (NEVER_REPORTED, counts.never_reported)]
    told = [
        _count(STATUS[Status.CLOSED], counts.closed, counts.total, language, share=share),
        *(words.COUNT(language, name=lower(said, language), count=count) for said, count in others if count),
    ]
    urgent = [(words.OVERDUE_COUNT, counts.overdue), (words.DUE_SOON_COUNT, counts.due_soon)]
    more = [said(language, count=count) for said, count in urgent if count]
    return texts.SEMICOLON(language).join(
        filter(None, (texts.COMMA(language).join(told), texts.COMMA(language).join(more)))
    )


def state(ledger: Ledger, language: Language) -> str:
    """Return the numbers of the ledger's part of the plan, and how they have changed since the span began."""
    progress = ledger.progress
    values = {
        "day": day_words(progress.last, language),
        "title": progress.title,
        "total": progress.all.total,
        "counts": counts_words(progress.all, language, share=True),
    }
    if len(ledger.units) == 1:
        stands = words.UNIT_STATE(language, unit=ledger.units[0], **values)
        return joined(language, stands, _since(ledger, language))
    tasks = len({line.state.task_id for line in ledger.tasks})
    units = len({line.state.unit for line in ledger.tasks if line.state.unit})
    stands = words.STATE(language, tasks=tasks, units=units, **values)
    return joined(language, stands, _since(ledger, language))


def _since(ledger: Ledger, language: Language) -> str:
    """Return how the numbers have changed since the span began; an empty string if the plan did not exist before."""
    progress = ledger.progress
    if progress.first <= progress.issued:
        return ""
    late = progress.all.overdue or progress.all_before.overdue
    return words.SINCE(
        language,
        day=progress.first - timedelta(days=1),
        closed=_change(progress.all.closed - progress.all_before.closed, language),
        overdue=late and _change(progress.all.overdue - progress.all_before.overdue, language),
    )


def reported(ledger: Ledger, language: Language) -> str:
    """Return how much was reported in the span, and its figures."""
    progress = ledger.progress
    said = (words.UNIT_REPORTED if len(ledger.units) == 1 else words.REPORTED)(
        language,
        days=days_words(progress.first, progress.last, language),
        count=len(progress.reports),
        units=len({each.unit for each in progress.reports}),
        before="" if progress.first <= progress.issued else str(progress.reports_before),
    )
    return joined(language, said, figures(ledger, language))


def figures(ledger: Ledger, language: Language, reports: Sequence[CountedReport] | None = None) -> str:
    """Return the figures of the span with those of the span before, or of `reports` alone; empty if there are none."""
    told = _figures(ledger, language) if reports is None else figures_of(ledger, language, reports)
    return words.FIGURES(language, figures=told) if told else ""


def _figures(ledger: Ledger, language: Language) -> str:
    before = {each.indicator: each.total for each in ledger.progress.figures_before}
    found = {each.indicator: each.total for each in ledger.progress.figures if each.total}
    return _listed(ledger, language, found, before)


def figures_of(ledger: Ledger, language: Language, reports: Sequence[CountedReport]) -> str:
    """Return the figures of some reports as a list of them; empty if they have none."""
    return _listed(ledger, language, totals_by(reports, ledger.indicators, lambda report: None).get(None, {}), {})


def _listed(ledger: Ledger, language: Language, found: Mapping[str, float], before: Mapping[str, float]) -> str:
    told = [
        (words.FIGURE_AND_BEFORE if before.get(each.name) else words.FIGURE)(
            language,
            name=each,
            unit=texts.measure_beside(each.name, each.unit),
            value=number(found[each.name]),
            before=number(before.get(each.name, 0)),
        )
        for each in ledger.indicators
        if each.name in found
    ]
    return texts.COMMA(language).join(told)


def obstacles(ledger: Ledger, lines: Iterable[TaskLine], language: Language) -> list[str]:
    """Return a phrase for each blocked task, with its obstacle."""
    said = words.OBSTACLE if len(ledger.units) == 1 else words.OBSTACLE_OF_UNIT
    return [
        said(
            language,
            unit=line.state.unit or texts.NO_UNIT(language),
            code=line.state.code,
            title=line.state.title,
            obstacle=bare(line.state.last.obstacle) or words.UNSAID(language),
        )
        for line in lines
        if line.state.status is Status.BLOCKED and line.state.last
    ]


def coming(lines: Iterable[TaskLine], language: Language, within: int = SOON) -> str:
    """Return what comes next: overdue, coming, blocked and ongoing work; an empty string if everything is done."""
    late, due, rest = 0, list[TaskLine](), Counter[Status]()
    for line in lines:
        if line.state.overdue:
            late += 1
        elif not line.state.finished and (days := line.state.days_left) is not None and days <= within:
            due.append(line)
        else:
            rest[line.state.status] += 1
    told = [
        words.CATCH_UP(language, count=late) if late else "",
        _due(due, within, language) if due else "",
        *(said(language, count=rest[status]) for status, said in NEXT.items() if rest[status]),
    ]
    said = marked(texts.SEMICOLON, language, *told)
    return said and said[0].upper() + said[1:] + texts.STOP(language)


def _due(lines: Sequence[TaskLine], within: int, language: Language) -> str:
    by_day = sorted(lines, key=lambda line: (line.state.days_left or 0, line.state.position))
    named = [
        words.DUE_ON(
            language,
            code=line.state.code,
            title=line.state.title,
            unit=line.state.unit or texts.NO_UNIT(language),
            day=line.state.due or "",
        )
        for line in by_day[:MOST_COMING]
    ]
    tasks = texts.series(named, language)
    if len(lines) > MOST_COMING:
        tasks += words.AND_MORE(language)
    return words.DUE_WITHIN(language, days=within, count=len(lines), tasks=tasks)


def bare(text: str) -> str:
    """Return a text on one line without closing punctuation."""
    return " ".join(text.split()).rstrip(STOPS)


def _count(name: Words, count: int, total: int, language: Language, *, share: bool) -> str:
    if not share or not total:
        return words.COUNT(language, name=lower(name, language), count=count)
    return words.SHARE(language, name=lower(name, language), count=count, share=f"{100 * count / total:.0f}%")


def _change(count: int, language: Language) -> str:
    if not count:
        return words.AS_MANY(language)
    return (words.MORE if count > 0 else words.FEWER)(language, count=abs(count))


def number(value: float) -> str:
    """Return a figure as it is written in a document, without separators."""
    return texts.number(value).replace(",", "")


def lower(name: Words, language: Language) -> str:
    """Return a name as it is written within a sentence."""
    return name(language) if language == "zh" else name(language).lower()


def marked(mark: Words, language: Language, *parts: str) -> str:
    """Return the non-empty parts joined with a punctuation mark."""
    return mark(language).join(filter(None, parts))
