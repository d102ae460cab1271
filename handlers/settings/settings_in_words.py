"""Settings changed in words (提醒时间改成9点, 每周一发群里, 周六不发): each begins the dialog of its setting, with its
preview."""

from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from typing import Any

from telegram import Update

from data.errors import Refusal
from data.notices.plan_rules import checked_rule, plan_rules, rule_text
from data.notices.stated_rules import rule_in
from data.plan.workdays import workdays
from data.store.settings import RuleName
from data.understanding import Kind, Mood, Understanding, of_kind, says
from data.understanding.announcing.addressees import names_of_everybody
from data.understanding.entities.days import find_days
from data.understanding.entities.days.lengths import length_in_days
from data.understanding.normalise.sentence import blank, clauses_of
from data.understanding.orders import kind_said, longest_said
from data.understanding.people.staffing import StaffingWish, wish_in
from data.understanding.polarity import calls_off, urges
from data.understanding.settings.setting_asked import (
    COUNTED_IN_DAYS,
    OF_DAYS,
    AskedSetting,
    Setting,
    hour_put_right,
    setting_asked,
)
from handlers.announcing.groups import groups_command
from handlers.announcing.nudge import NUDGE
from handlers.dialog import Answers, Talk, begin, reader
from handlers.dialog.reason import says_why
from handlers.settings import calendar, coming_week, pauses
from handlers.settings.quiet_hours import QUIET, ask_hours, set_quiet_hours, set_reminding_hour, tell_reminding_hour
from handlers.settings.reminder_rules import NAMES, RULE, rule_answer, say_rule_unchanged, show_rules
from handlers.settings.review_scope import DONE, EVERYTHING, SCOPE, change_scope
from handlers.settings.settings import settings_command
from handlers.settings.texts import settings as texts
from handlers.telegram import Context, answer, hear, said_by
from handlers.wording import NOTHING, Html, cut, refusal
from handlers.wording.refusals import NOT_FOR_ROLE

A_YEAR, FIRST_PAGE, MOST_CLAUSES = 365, 0, 5
WEEKEND = (6, 7)
LESS = (Setting.PAUSE, Setting.DAYS_OFF)
OF_RULES = (*COUNTED_IN_DAYS, Setting.SENDING_HOUR, Setting.CHECK_IN)
"""Settings that stand on the page of the reminder rules."""
OF_ONES_OWN = (Setting.SENDING_HOUR, Setting.REMINDED_AT, *LESS)
"""What a liaison or deputy may say about their own reminders, including that they want fewer."""


def _sets_something_else(talk: Talk[Any], text: str, heard: Understanding) -> bool:
    """Return whether a message clearly sets something other than the open dialog: for a coordinator any setting, for
    others their quiet hours."""
    asked, dialog = setting_asked(heard), talk.dialog
    if asked is None and (order := _order_without_reason(talk.context, text)):
        asked = setting_asked(hear(talk.context, order))
    if asked is None or asked.bare:
        return False
    if asked.what is not Setting.QUIET_HOURS and not talk.context.person.is_coordinator:
        return False
    match asked.what:
        case Setting.QUIET_HOURS if dialog.kind == QUIET.kind:
            return False
        case Setting.DAYS_OFF | Setting.DAYS_ON:
            return dialog.kind != calendar.DAYS.kind
        case Setting.PAUSE | Setting.RESUME:
            return dialog.kind not in (pauses.PAUSE.kind, NUDGE.kind)
        case Setting.REVIEW:
            return dialog.kind != SCOPE.kind
    return dialog.kind != RULE.kind or NAMES[dialog.subject_id] is not _rule_name(asked)


@reader(names=_sets_something_else)
async def begin_setting(update: Update, context: Context, meaning: Understanding) -> bool:
    """Begin the dialog for the setting named in a message, or show its page; anybody may set their quiet hours,
    coordinators everything else. Return True if the message was about a setting."""
    said = said_by(update, meaning)
    asked = setting_asked(meaning) or hour_put_right(meaning)
    if asked is None and context.person.is_coordinator and (order := _order_without_reason(context, said)):
        asked = setting_asked(hear(context, order))
    if asked is None or (not context.person.is_coordinator and wish_in(meaning) is StaffingWish.AWAY):
        return False
    stops_urging = asked.what is Setting.PAUSE and calls_off(said.lower()) and says(said, "settings.urging")
    if stops_urging and (not asked.dated or _leaves_alone(context, asked, said)):
        return False
    return await _begin(update, context, asked, said)


async def _begin(update: Update, context: Context, asked: AskedSetting, said: str) -> bool:
    """Set what is the speaker's own, or begin the dialog of a coordinator's setting; return whether it is either."""
    if asked.what in OF_DAYS and asked.asks and (asked.dated or asked.weekday) and not context.person.is_coordinator:
        await answer(update, context, calendar.days_shown(context, asked.text))
        return True
    if _is_own(context, asked):
        await _set_own(update, context, asked, said)
        return True
    if context.person.is_coordinator:
        await _set(update, context, asked)
    return context.person.is_coordinator


async def begin_pause_for_now(update: Update, context: Context, meaning: Understanding) -> bool:
    """Begin the pause of a unit if a coordinator's message says that it is not to be urged for now or until a day
    (先别催公安局); return whether it does."""
    said = said_by(update, meaning)
    asked = setting_asked(hear(context, _order_without_reason(context, said) or said))
    if asked is None or asked.what is not Setting.PAUSE or not asked.unit:
        return False
    if _leaves_alone(context, asked, said):
        return False
    await _pause(update, context, asked)
    return True


def _leaves_alone(context: Context, asked: AskedSetting, said: str) -> bool:
    """Return whether a message that stops urging pauses nobody (商务局别催了), perhaps because it urges others; only
    the office pauses a unit so, for now or until a day."""
    until = asked.dated or length_in_days(asked.text) or says(said, "settings.for_now")
    urged = any(urges(each) and not says(hear(context, each), "settings.until_then") for each in clauses_of(said))
    return urged or not (context.person.is_coordinator and until)


def _order_without_reason(context: Context, text: str) -> str:
    """Return the first clause of `text` if all others only give the reason for it or say until when, else an empty
    string; a pause may stand behind its reason, of which it has the unit and the day that it does not name itself
    (先别提醒法院，他们这个月封闭办公; 公安局这周忙 先别催他们 下周一再说)."""
    clauses = clauses_of(text, spaces=True)
    if not 1 < len(clauses) <= MOST_CLAUSES:
        return ""
    pauses_said = (_with_what_it_lacks(context, each, [one for one in clauses if one is not each]) for each in clauses)
    orders = [(clause, said) for clause, said in zip(clauses, pauses_said, strict=True) if said]
    order, said = orders[0] if orders else (clauses[0], str(clauses[0]))
    others = (each for each in clauses if each is not order)
    return said if all(_only_says_why(context, each) for each in others) else ""


def _with_what_it_lacks(context: Context, clause: str, others: Sequence[str]) -> str:
    """Return a clause that orders a pause with the unit and day from `others` that it lacks; empty for any other."""
    heard, beside = hear(context, clause), [hear(context, each) for each in others]
    again = [each.text for each in beside if says(each, "settings.until_then")]
    days = [each.text[time.start : time.end] for each in beside for time in of_kind(each, Kind.TIME)]
    units = [each.values[0] for one in beside for each in of_kind(one, Kind.UNIT)]
    named = heard.names(Kind.UNIT) or names_of_everybody(clause)
    said = f"{clause}{'' if named else ''.join(units[:1])}"
    asked = setting_asked(hear(context, said))
    if asked is None or asked.what is not Setting.PAUSE:
        return ""
    return said if asked.dated else f"{said}{(again or days or [''])[0]}"


def _only_says_why(context: Context, clause: str) -> bool:
    """Return whether a clause only gives a reason, perhaps with its days, or says when something is taken up again."""
    if says(hear(context, clause), "settings.until_then", "settings.kept_busy"):
        return True
    sets_more = any(char.isdigit() for char in clause) or kind_said("settings.subjects", clause) is not None
    timeless = blank(clause, of_kind(hear(context, clause), Kind.TIME), "")
    return not sets_more and says_why(context, timeless)


def _is_own(context: Context, asked: AskedSetting) -> bool:
    """Return whether a setting concerns only the speaker: quiet hours, or when they are reminded."""
    if asked.what is Setting.QUIET_HOURS:
        return asked.own or asked.at_night or not context.person.is_coordinator
    return asked.what in OF_ONES_OWN and not context.person.is_coordinator


async def _set_own(update: Update, context: Context, asked: AskedSetting, said: str) -> None:
    if asked.what is Setting.SENDING_HOUR and asked.names_hour:
        await set_reminding_hour(update, context, asked.text)
    elif asked.what is not Setting.QUIET_HOURS:
        await tell_reminding_hour(update, context, for_less=asked.switched or asked.what in LESS)
    elif asked.at_night:
        await ask_hours(update, context, at_night=True)
    else:
        await set_quiet_hours(update, context, said if asked.bare else asked.text)


async def show_settings_in_words(update: Update, context: Context, meaning: Understanding) -> None:
    """Show a coordinator the settings that a question is about, the next seven days if it asks about reminders to come,
    or all settings; say that the message was not understood if it seems to set something. Tell liaisons and deputies
    when they are reminded, and others that this is not for their role."""
    said, asks = said_by(update, meaning), Mood.ASKS in meaning.moods
    if not context.person.is_coordinator:
        of_ones_own, refused = meaning.own or context.person.speaks_for, NOT_FOR_ROLE(context.language)
        await (tell_reminding_hour(update, context) if of_ones_own else answer(update, context, refused))
        return
    about = longest_said("settings.subjects", meaning.text) if asks else None
    if about is not None and about.kind in OF_DAYS:
        await calendar.show_calendar(update, context)
        return
    if about is not None and about.kind in OF_RULES:
        is_ahead = meaning.start is not None and meaning.start >= context.today
        await (coming_week.show_coming_week(update, context, FIRST_PAGE) if is_ahead else show_rules(update, context))
        return
    first = NOTHING if asks else texts.NOT_READ(context.language, said=cut(said.strip(), 60))
    await settings_command(update, context, first)


async def _set(update: Update, context: Context, asked: AskedSetting) -> None:
    match asked.what:
        case Setting.REVIEW if asked.everything is not None:
            await change_scope(update, context, EVERYTHING if asked.everything else DONE)
        case Setting.COMING:
            await coming_week.show_coming_week(update, context, FIRST_PAGE)
        case Setting.REVIEW:
            await settings_command(update, context)
        case Setting.RESUME:
            await pauses.show_pause_of(update, context, asked.unit)
        case Setting.PAUSE if not (asked.unit or pauses.is_of_all(asked)) and (length := length_in_days(asked.text)):
            coming = [context.today + timedelta(days=1 + number) for number in range(min(length, calendar.LONGEST))]
            await begin(update, context, calendar.DAYS, calendar.OFF, answers=calendar.days_answer(coming))
        case Setting.PAUSE if asked.asks and not asked.dated:
            await pauses.show_pauses(update, context)
        case Setting.PAUSE:
            await _pause(update, context, asked)
        case Setting.DAYS_OFF if asked.weekend and asked.weekday in (None, *WEEKEND) and not asked.dated:
            await _weekend_off(update, context, asked.weekday)
            if asked.own and asked.at_night:
                await ask_hours(update, context, at_night=True)
        case Setting.DAYS_OFF | Setting.DAYS_ON if asked.asks and not asked.bare:
            await calendar.show_days(update, context, asked.text)
        case Setting.DAYS_OFF | Setting.DAYS_ON:
            days, why = _read(context, lambda: _days_asked(context, asked))
            works = calendar.OFF if asked.what is Setting.DAYS_OFF else calendar.ON
            await begin(update, context, calendar.DAYS, works, answers=days, first=why)
        case Setting.SENDING_HOUR if asked.switched:
            await show_rules(update, context, texts.ONE_A_DAY(context.language))
        case Setting.GROUP if asked.switched:
            await groups_command(update, context)
        case Setting.GROUP if asked.weekday and asked.names_hour:
            await _two_rules(update, context, {RuleName.GROUP_HOUR: asked.text, RuleName.GROUP_DAY: asked.text})
        case Setting.DAYS_BEFORE if asked.names_hour and not asked.bare:
            await _two_rules(update, context, {RuleName.SENDING_HOUR: asked.said, RuleName.DAYS_BEFORE: asked.text})
        case Setting.REMINDED_AT:
            await show_rules(update, context)
        case _ if asked.bare and not asked.changed:
            await show_rules(update, context)
        case _:
            await _rule(update, context, _rule_name(asked), asked)


def _rule_name(asked: AskedSetting) -> RuleName:
    if asked.what is not Setting.GROUP:
        return RuleName(asked.what)
    return RuleName.GROUP_HOUR if asked.names_hour else RuleName.GROUP_DAY


async def _rule(update: Update, context: Context, name: RuleName, asked: AskedSetting) -> None:
    rules = plan_rules(context.db)
    answers, why = ({}, NOTHING) if asked.bare else _read(context, lambda: rule_answer(rules, name, asked.text))
    if answers.get("value") == rule_text(rules, name):
        await say_rule_unchanged(update, context, name)
    else:
        await begin(update, context, RULE, NAMES.index(name), answers=answers, first=why)


async def _two_rules(update: Update, context: Context, stated: Mapping[RuleName, str]) -> None:
    """Begin the dialogs for two rules that a sentence states, the last one first, unless they stand as it says."""
    rules, then = plan_rules(context.db), dict[str, Any]()
    for name, text in stated.items():
        stored = checked_rule(rules, name, rule_in(name, text))
        if stored != rule_text(rules, name):
            then = {"value": stored, **({"then": then} if then else {}), "rule": NAMES.index(name)}
    if then:
        await begin(update, context, RULE, then["rule"], answers=then)
    else:
        await say_rule_unchanged(update, context, [*stated][-1])


def _days_asked(context: Context, asked: AskedSetting) -> Answers:
    """Return the days named and, under "others", those for which the message says the opposite. Raises DayUnclear."""
    days = calendar.days_in(asked.text, context.today)
    return days | {"others": calendar.days_in(asked.others, context.today)["days"]} if asked.others else days


async def _pause(update: Update, context: Context, asked: AskedSetting) -> None:
    """Begin the dialog that pauses the named units, or all; if none is named, show whether the days named are working
    days, on which alone reminders are sent, or the pauses."""
    if not (units := pauses.units_asked(context, asked)):
        of_days = not any(each.until for each in find_days(asked.text, context.today))
        of_days = of_days and bool(_read(context, lambda: calendar.days_in(asked.text, context.today))[0])
        await (calendar.show_days(update, context, asked.text) if of_days else pauses.show_pauses(update, context))
        return
    until, why = _read(context, lambda: pauses.end_asked(context, asked))
    await begin(update, context, pauses.PAUSE, 0, answers={"unit": units, **until}, first=why)


async def _weekend_off(update: Update, context: Context, weekday: int | None) -> None:
    """Propose days off on the known make-up working days at weekends; if there are none, say that weekends are free."""
    worked, weekdays = workdays(context.db), WEEKEND if weekday is None else (weekday,)
    ahead = (context.today + timedelta(days=number) for number in range(A_YEAR))
    days = [each for each in ahead if each.isoweekday() in weekdays and worked.has(each)]
    if days:
        first = texts.WEEKEND_WORKED(context.language)
        await begin(update, context, calendar.DAYS, calendar.OFF, answers=calendar.days_answer(days), first=first)
    else:
        await answer(update, context, texts.WEEKEND_FREE(context.language))


def _read(context: Context, read: Callable[[], Answers]) -> tuple[Answers, Html]:
    """Return the answers that `read` gives and, if it refuses, the reason."""
    try:
        return read(), NOTHING
    except Refusal as why:
        return {}, refusal(why, context.language)
