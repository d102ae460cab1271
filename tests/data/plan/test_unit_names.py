"""The unit that a written name means."""

import pytest

from data.plan.unit_names import NameMatch, UnitNames, shipped_unit_names

NAMES = UnitNames(
    names=("市公安局", "市税务局", "市市场监管局", "武汉海关", "人民银行武汉分行营管部", "江岸区人民政府"),
    aliases={"市监局": "市市场监管局", "海关": "武汉海关", "江岸": "江岸区人民政府"},
    groups={"各区人民政府": ("江岸区人民政府",)},
    group_aliases={"各区": "各区人民政府"},
)


def meaning(text: str) -> tuple[NameMatch, str]:
    found = NAMES.resolve(text)
    return found.match, found.name


@pytest.mark.parametrize("text", ["市公安局", " 市公安局\n", "市 公安　局", "市公安\u200b局"])
def test_blanks_and_invisible_characters_do_not_change_a_name(text: str) -> None:
    assert meaning(text) == (NameMatch.KNOWN, "市公安局")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("公安局", "市公安局"),
        ("武汉市公安局", "市公安局"),
        ("市场监管局", "市市场监管局"),
        ("武汉市市场监管局", "市市场监管局"),
        ("市监局", "市市场监管局"),
        ("海关", "武汉海关"),
        ("江岸", "江岸区人民政府"),
        ("市公安局（经侦支队）", "市公安局"),
        ("Public Security Bureau", "市公安局"),
        ("Tax Office", "市税务局"),
        ("customs", "武汉海关"),
    ],
)
def test_another_spelling_is_brought_to_the_official_name(text: str, name: str) -> None:
    assert meaning(text) == (NameMatch.RESPELT, name)


def test_no_unit_is_taken_for_one_that_english_words_only_speak_of() -> None:
    assert [meaning(text)[0] for text in ("Tax Research Institute", "General Administration of Customs")] == [
        NameMatch.NEW
    ] * 2


@pytest.mark.parametrize("text", ["各区人民政府", "各区", "各 区"])
def test_a_group_is_known_by_all_its_names(text: str) -> None:
    assert meaning(text) == (NameMatch.GROUP, "各区人民政府")


@pytest.mark.parametrize(("text", "near"), [("水务局", "市税务局"), ("市水务局", "市税务局"), ("市公安居", "市公安局")])
def test_a_name_that_is_only_alike_is_never_taken_for_the_known_one(text: str, near: str) -> None:
    found = NAMES.resolve(text)
    assert (found.match, found.name, found.near) == (NameMatch.NEAR, text, (near,))


@pytest.mark.parametrize("text", ["市教育局", "省住建厅", "共青团市委", ""])
def test_a_name_like_no_other_is_new_and_stays_as_it_was_written(text: str) -> None:
    assert meaning(text) == (NameMatch.NEW, text)


def test_what_could_mean_two_units_without_its_prefix_is_not_decided() -> None:
    names = UnitNames(names=("市海关", "武汉市海关"))
    assert names.resolve("海关").match is NameMatch.NEAR
    assert set(names.resolve("海关").near) == {"市海关", "武汉市海关"}


def test_an_exact_name_wins_over_another_units_alias() -> None:
    names = UnitNames(names=("市公安局", "公安局"), aliases={"公安局": "市公安局"})
    assert names.resolve("公安局").name == "公安局"


def test_another_city_has_its_own_prefix() -> None:
    names = UnitNames(names=("市公安局",), city="荆州市")
    assert names.resolve("荆州市公安局").name == "市公安局"


def test_every_shipped_spelling_leads_to_its_unit_or_group() -> None:
    shipped = shipped_unit_names()
    wrong = [
        alias
        for alias, name in {**shipped.aliases, **shipped.group_aliases}.items()
        if shipped.resolve(alias).name != name
    ]
    assert wrong == []


def test_the_shipped_group_holds_the_thirteen_districts() -> None:
    members = shipped_unit_names().groups["各区人民政府"]
    assert len(members) == 13
    assert "江岸区人民政府" in members


def test_a_unit_has_a_short_name_that_its_whole_name_bears_out() -> None:
    names = shipped_unit_names()
    short = [names.short(each) for each in ("市市场监管局", "市卫生健康委", "武汉海关", "东西湖区人民政府")]
    assert short == ["市监局", "卫健委", "武汉海关", "东西湖"]
    assert max(len(names.short(each)) for each in names.names) == 4
    assert names.short("市乡村振兴局") == "市乡村振兴局"
