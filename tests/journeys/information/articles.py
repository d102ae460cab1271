"""An article of a unit, from its writing to the brief that takes it."""

from tests.journeys.town import Resident, Town

TITLE = "捣毁一处制售假酒窝点"
TEXT = "11月20日，我局在江岸区捣毁制售假酒窝点一处，抓获5人。"
MORE = "现场查获假冒白酒1200瓶，案值约35万元。"
ARTICLE = f"{TITLE}\n{TEXT}\n{MORE}"


async def writes_article(person: Resident, article: str = ARTICLE) -> str:
    """Write an article as far as the preview, and return that."""
    await person.says("报一条工作信息", article)
    return await person.presses("下一步", "跳过")


async def sends_article(person: Resident, article: str = ARTICLE) -> str:
    await writes_article(person, article)
    return await person.presses("提交")


def articles_stored(town: Town, columns: str = "title, text") -> list[tuple[object, ...]]:
    return [tuple(row.values()) for row in town.rows(f"SELECT {columns} FROM information ORDER BY id")]


async def takes_article(chen: Resident, week: str = "本周") -> str:
    await chen.says("/info")
    return await chen.presses("1 ", "采用", week)


async def begins_article(lin: Resident) -> None:
    await lin.says("报一条工作信息", "捣毁一处窝点\n抓获5人。")
