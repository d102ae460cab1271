"""Steps of the tour, for the people of the demo and the day on which it begins."""

from collections.abc import Iterator

from bot.demo import texts as m
from bot.demo.cast import CAST, COORDINATOR_ID, GROUP_ID, PHONE_ID, name_of
from bot.demo.tour import Step
from bot.demo.witness import Witness
from data.notices.groups import bound_groups
from data.notices.planning import upcoming_messages
from data.notices.rules import Audience, Message
from data.plan.plan import known_plan
from data.plan.workdays import Workdays
from data.times import day_of
from handlers.telegram import Verb
from handlers.wording import day_text

POLICE, FARMING, CUSTOMS = 1002, 1006, 1009


def itinerary(see: Witness) -> list[Step]:
    """Return the steps in order."""
    if known_plan(see.bot.db) is None:
        return list(_first_day_steps(see))
    return [*_liaison_steps(see), *_notice_steps(see), *_group_steps(see), *_other_steps(see)]


def _first_day_steps(see: Witness) -> Iterator[Step]:
    """Yield the steps from an empty bot to the first summary, as an office takes them."""
    db, office, began = see.bot.db, COORDINATOR_ID, see.bot.clock.now()
    plan = {"path": "/demo/plan", "body": {}}
    yield Step("plan", m.bilingual(m.SEND_PLAN), lambda: known_plan(db) is not None, post=plan)
    yield Step("invite", m.bilingual(m.INVITE), lambda: see.joined(POLICE), office, "/invite 市公安局")
    yield Step("bind", m.bilingual(m.BIND), lambda: bool(bound_groups(db)), GROUP_ID, "/bind")
    line = "1-2 完成30%，立案3件"
    yield Step("report", m.bilingual(m.FIRST_REPORT), lambda: see.reported(POLICE, began, "1-2"), POLICE, line)
    yield Step("summary", m.bilingual(m.FIRST_SUMMARY), lambda: see.showed(office, Verb.SUMMARY), office, "/summary")


def _liaison_steps(see: Witness) -> Iterator[Step]:
    began = see.bot.clock.now()
    yield Step("tasks", m.bilingual(m.ASK_TASKS), lambda: see.showed(POLICE, Verb.CARD), POLICE, "我的任务")
    yield Step(
        "report", m.bilingual(m.REPORT), lambda: see.reported(FARMING, began, "2-7"), FARMING, "2-7 完成80%，立案12件"
    )


def _notice_steps(see: Witness) -> Iterator[Step]:
    """Yield the steps for the next notice to a member of the cast and its answer; none if no notice is near."""
    notice = _next_notice(see)
    if notice is None or notice.to.chat_id is None:
        return
    who, at = notice.to.chat_id, notice.at
    moment = {language: f"{day_text(at.date(), language, at.date())} {at:%H:%M}" for language in m.LANGUAGES}
    jump = {"path": "/demo/clock", "body": {"to": at.isoformat()}}
    yield Step("jump", m.bilingual(m.JUMP, moment=moment), lambda: see.showed(who, Verb.NOTICE, at), post=jump)
    words = m.bilingual(m.ANSWER_NOTICE, name=name_of(who))
    yield Step("notice", words, lambda: see.reported(who, at), who)


def _group_steps(see: Witness) -> Iterator[Step]:
    for group in bound_groups(see.bot.db)[:1]:
        words = m.bilingual(m.ASK_IN_GROUP)
        yield Step("group", words, see.told_deadlines_in_group, group.chat_id, "/deadlines")


def _other_steps(see: Witness) -> Iterator[Step]:
    if not see.joined(PHONE_ID):
        yield Step("join", m.bilingual(m.SHARE_PHONE), lambda: see.joined(PHONE_ID), PHONE_ID, "/start")
    asked = "what are my tasks"
    yield Step("english", m.bilingual(m.ASK_IN_ENGLISH), lambda: see.showed(CUSTOMS, Verb.CARD), CUSTOMS, asked)
    kill = {"path": "/demo/restart", "body": {}}
    yield Step("restart", m.bilingual(m.KILL), lambda: see.bot.lives > 1, post=kill)
    office = COORDINATOR_ID
    yield Step("summary", m.bilingual(m.SUMMARY), lambda: see.showed(office, Verb.SUMMARY), office, "/summary")


def _next_notice(see: Witness) -> Message | None:
    """Return the next message to a liaison who has no other part in the tour."""
    now = see.bot.clock.now()
    today = day_of(now, see.bot.db.zone)
    others = {player.id for player in CAST} - {POLICE, FARMING, CUSTOMS}
    for message in upcoming_messages(see.bot.db, today, Workdays().after(today, 2)):
        if message.at > now and message.to.audience is Audience.PERSON and message.to.chat_id in others:
            return message
    return None
