"""Texts of changed settings that can be, or were, taken back."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from data.acts.recorded_acts import Act
from data.errors.plans import SetAgainSince
from handlers.office.texts.recorded_acts import ACTIONS, VALUES
from handlers.settings.audit_lines import change_text
from handlers.telegram import Html, Language, Sentences, Wording, cut, day_text, html, join, series

UNDONE = Wording("已撤销：", "Undone:")
PAUSE = Wording("暂停提醒：{unit}，到{until}", "paused: {unit}, until {until}")
RESUMED = Wording("恢复提醒：{unit}", "reminded again: {unit}")
EXTENSION = Wording("答复延期申请：{unit} {code}，{said}", "answered the request for more time: {unit} {code}, {said}")
UNTIL = Wording("延到{day}", "due {day}")
STAYS = Wording("期限不变", "the deadline stays")
INFORMATION = Wording("工作信息：{unit}《{title}》，{said}", "work information: {unit} “{title}”, {said}")
OF_GROUP = Wording("{action}“{group}”：{units}", "{action} “{group}”: {units}")
LEAVE = Wording("请假：{name}，{first}至{last}", "leave: {name}, {first} to {last}")
ROUND = Wording("{action}：{title}（{period}）", "{action}: {title} ({period})")
OTHER = Wording("{action}：{subject}", "{action}: {subject}")
RETURN_UNDONE = {
    "set_up_return": Wording("已撤销，{title}不用报了。", "Undone: {title} is not asked for."),
    "change_return": Wording("已撤销，{title}和改之前一样。", "Undone: {title} is as it was."),
    "end_return": Wording("已撤销，{title}照常报。", "Undone: {title} is asked for as before."),
}
CONSENT_ON = Wording("新来的人需要同意：开", "consent: on")
CONSENT_OFF = Wording("新来的人需要同意：关", "consent: off")


def setting_text(act: Act, language: Language) -> Html:
    """Return a line that says what was set."""
    if (told := change_text(act.action, act.subjects, act.details, language)) is not None:
        return told
    first, named = act.details[0], cut(series(act.named, language), 300)
    match act.action:
        case "pause":
            return PAUSE(language, unit=named, until=date.fromisoformat(first["until"]))
        case "pause_ended":
            return RESUMED(language, unit=named)
        case "newcomers_need_consent":
            return (CONSENT_ON if first["wanted"] else CONSENT_OFF)(language)
        case "decide_extension":
            answered = zip(act.subjects, act.details, strict=True)
            return join([_extension(subject, detail, language) for subject, detail in answered])
        case "absence":
            span = {name: day_text(date.fromisoformat(first[name]), language) for name in ("first", "last")}
            return LEAVE(language, name=act.named[0], **span)
        case "decide_information":
            title, said = cut(first["name"], 60), VALUES[first["verdict"]](language)
            return INFORMATION(language, unit=act.subjects[0], title=title, said=said)
    action = ACTIONS[act.action](language)
    if first.get("group"):
        return OF_GROUP(language, action=action, group=first["group"], units=named)
    if first.get("period"):
        return ROUND(language, action=action, title=act.subjects[0], period=first["period"])
    return OTHER(language, action=action, subject=named or _value(first))


def undone(act: Act, language: Language) -> Html:
    """Return the answer that `act` was taken back."""
    if act.action in RETURN_UNDONE:
        return RETURN_UNDONE[act.action](language, title=act.subjects[0])
    return join([UNDONE(language), setting_text(act, language)])


def _extension(subject: str, detail: Mapping[str, Any], language: Language) -> Html:
    code, _, unit = subject.partition("@")
    day = detail.get("day")
    said = UNTIL(language, day=date.fromisoformat(day)) if day else STAYS(language)
    return EXTENSION(language, unit=unit, code=code, said=said)


def _value(detail: Mapping[str, Any]) -> Html:
    """Return the details' stand-in for the subject: a contact, or the title of a group that was unbound."""
    return html(detail.get("contact") or (detail.get("before") or {}).get("title", ""))


REFUSALS: Sentences = {
    SetAgainSince: Wording(
        "之后又改过，不能撤销了；请在原来的页面直接改。",
        "It has been changed again since, so this cannot be undone; please change it on its own page.",
    )
}
