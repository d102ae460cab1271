"""Changes of settings as shown in the audit and offered by 撤销."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from data.office.audit_trail import AuditLine
from data.store.settings import Retention, RuleName
from handlers.settings.texts import calendar as days
from handlers.settings.texts import reminder_rules as rules
from handlers.settings.texts import retention, settings
from handlers.wording import Html, Language, plain


def change_text(
    action: str, subjects: Sequence[str], details: Sequence[Mapping[str, Any]], language: Language
) -> Html | None:
    """Return a change of settings with its values before and after; None for actions of other rooms."""
    first = details[0]
    match action:
        case "rule":
            return rules.rule_change(RuleName(subjects[0]), str(first["before"]), str(first["after"]), language)
        case "retention":
            return retention.change(Retention(subjects[0]), first["before"], first["after"], language)
        case "calendar_day":
            return _days_told(zip(subjects, details, strict=True), language)
        case "review_everything":
            return (settings.EVERY_REPORT if first["everything"] else settings.ONLY_DONE)(language)
    return None


def subject_text(line: AuditLine, language: Language) -> str | None:
    """Return the subject of an audit line about a setting, for a rule with its values before and after; None for lines
    of other rooms."""
    if line.subject in list(RuleName):
        name = RuleName(line.subject)
        if line.action == "rule":
            before, after = str(line.detail.get("before", "")), str(line.detail.get("after", ""))
            return plain(rules.rule_change(name, before, after, language))
        if line.detail.get("undone") == "rule":
            return rules.NAMES[name](language)
    return retention.NAMES[Retention(line.subject)](language) if line.subject in list(Retention) else None


def details_text(line: AuditLine, language: Language) -> str | None:
    """Return what an audit line adds to its subject: whether a day is worked, or what is reviewed, if anything."""
    match line.action:
        case "calendar_day":
            return days.KIND_OF_DAY[line.detail.get("works")](language)
        case "review_everything":
            return settings.review_text(bool(line.detail.get("everything")), language)
    return None


def _days_told(entries: Iterable[tuple[str, Mapping[str, Any]]], language: Language) -> Html:
    entered: dict[bool | None, list[date]] = {}
    for day, detail in entries:
        entered.setdefault(detail["works"], []).append(date.fromisoformat(day))
    if None in entered:
        of = days.days_text(sorted(entered[None]), language)
        return days.DAYS_CHANGE(language, days=of, what=days.NOT_ENTERED)
    return days.days_lines(days.DAYS_CHANGE, {bool(works): sorted(each) for works, each in entered.items()}, language)
