import pytest

from data.errors import ForTheOffice, StaleButton
from data.errors.numbers import FigureNegative, FiguresMissing
from data.errors.returns import FiledMeanwhile, NotAskedFor, NothingFiled, NotYourReturn, ReasonNeeded, ReturnEnded
from data.exports.return_sheets import return_sheet
from data.office.importing import import_plan
from data.people.actor import Actor
from data.people.people import Person, Role
from data.returns.filings import file_return, give_back
from data.returns.filling import filed_last
from data.returns.left_out import leave_units_out
from data.returns.return_table import return_table
from data.returns.returns import Return, end_return
from data.returns.round_shown import remember_round, round_looked_at
from data.returns.rounds import freeze_round, unfreeze_round
from data.returns.unit_returns import ReturnState, UnitReturn, completeness, filings_of
from data.store import Database
from data.times import stored
from tests.data.conftest import CUSTOMS, ISSUED, MARKET, POLICE, ZONE, Line, at, day, let_in, reading_of, rows
from tests.data.returns.conftest import CASES, MOVED, VALUE, figures, of

IN_TIME, LATE = at("2019-12-03 10:00"), at("2019-12-06 10:00")


def seen(db: Database, unit: str = POLICE) -> int | None:
    last = of(db, unit).last
    return last.id if last else None


def filed(db: Database, person: Person, unit: str = POLICE, **values: float) -> UnitReturn:
    source = f"{unit}:{values}"
    return file_return(
        db, Actor(person, IN_TIME, ZONE), of(db, unit).id, figures(**values), source, seen=seen(db, unit)
    )


def test_what_is_filed_counts(db: Database, police: Person, november: int) -> None:
    found = filed(db, police)
    assert (found.state, found.late, found.open) == (ReturnState.FILED, False, False)
    assert found.counted is not None
    assert (dict(found.counted.values), found.counted.by, found.counted.nil) == (figures(), "林警官", False)


def test_the_same_press_files_once(db: Database, police: Person, november: int) -> None:
    assert filed(db, police) == file_return(
        db, Actor(police, LATE, ZONE), of(db, POLICE).id, figures(1), f"{POLICE}:{{}}"
    )
    assert len(filings_of(db, of(db, POLICE).id)) == 1
    assert rows(db, "SELECT count(*) FROM audit WHERE action = 'file_return'") == [(1,)]


def test_a_correction_takes_the_place_and_both_are_kept(db: Database, police: Person, november: int) -> None:
    filed(db, police)
    corrected = filed(db, police, cases=13)
    assert (corrected.state, corrected.counted and corrected.counted.values[CASES]) == (ReturnState.CORRECTED, 13)
    assert [each.values[CASES] for each in filings_of(db, corrected.id)] == [12, 13]


def test_a_nil_return_is_noughts(db: Database, police: Person, november: int) -> None:
    found = file_return(db, Actor(police, IN_TIME, ZONE), of(db, POLICE).id, {}, "nil", nil=True)
    assert found.counted is not None
    assert (found.counted.nil, dict(found.counted.values)) == (True, {CASES: 0, MOVED: 0, VALUE: 0})


def test_who_files_after_the_due_day_is_late_and_stays_so(db: Database, police: Person, november: int) -> None:
    assert (of(db, POLICE, "2019-12-05").late, of(db, POLICE, "2019-12-06").late) == (False, True)
    found = file_return(db, Actor(police, LATE, ZONE), of(db, POLICE).id, figures(), "late")
    assert (found.state, found.late) == (ReturnState.FILED, True)


def test_a_correction_after_the_due_day_makes_nobody_late(db: Database, police: Person, november: int) -> None:
    filed(db, police)
    again = file_return(db, Actor(police, LATE, ZONE), of(db, POLICE).id, figures(9), "later", seen=seen(db))
    assert (again.state, again.late) == (ReturnState.CORRECTED, False)


def test_two_colleagues_do_not_overwrite_each_other_unseen(db: Database, police: Person, november: int) -> None:
    filed(db, police)
    with pytest.raises(FiledMeanwhile):
        file_return(db, Actor(police, IN_TIME, ZONE), of(db, POLICE).id, figures(5), "other")


def test_what_is_given_back_counts_no_longer_until_it_is_filed_again(
    db: Database, office: Person, police: Person, november: int
) -> None:
    filed(db, police)
    given = give_back(db, Actor(office, IN_TIME, ZONE, "g"), of(db, POLICE).id, " 案值单位应为万元 ")
    assert (given.state, given.counted, given.open) == (ReturnState.RETURNED, None, True)
    assert given.last is not None and given.last.given_back == "案值单位应为万元"
    assert return_table(db, november, day("2019-12-03")).totals[CASES] == 0
    again = filed(db, police, value=3.5)
    assert (again.state, again.counted and again.counted.values[VALUE]) == (ReturnState.FILED, 3.5)


def test_giving_back_twice_is_once_and_needs_something_filed(
    db: Database, office: Person, police: Person, november: int
) -> None:
    unit_return_id = of(db, POLICE).id
    with pytest.raises(NothingFiled):
        give_back(db, Actor(office, IN_TIME, ZONE, "g"), unit_return_id, "重报")
    filed(db, police)
    for refused, person, reason in ((ForTheOffice, police, "重报"), (ReasonNeeded, office, " ")):
        with pytest.raises(refused):
            give_back(db, Actor(person, IN_TIME, ZONE, "g"), unit_return_id, reason)
    give_back(db, Actor(office, IN_TIME, ZONE, "g"), unit_return_id, "重报")
    give_back(db, Actor(office, IN_TIME, ZONE, "g"), unit_return_id, "重报")
    assert rows(db, "SELECT count(*) FROM filings_given_back") == [(1,)]


def test_what_was_filed_last_is_nothing_once_the_unit_is_left_out(
    db: Database, office: Person, police: Person, november: int
) -> None:
    unit = filed(db, police).unit
    give_back(db, Actor(office, IN_TIME, ZONE, "g"), of(db, POLICE).id, "重报")
    assert filed_last(db, police, IN_TIME) is not None
    leave_units_out(db, Actor(office, IN_TIME, ZONE, "l"), november, [unit.id], "机构调整")
    assert filed_last(db, police, IN_TIME) is None


def test_a_round_of_a_former_plan_is_looked_at_no_more(db: Database, office: Person, november: int) -> None:
    remember_round(db, office, november, 5, IN_TIME)
    assert round_looked_at(db, office, IN_TIME) is not None
    import_plan(db, reading_of(Line("别的事")), "新任务表", ISSUED, "新.csv", IN_TIME, new_plan=True)
    assert round_looked_at(db, office, IN_TIME) is None


def test_frozen_figures_stand_and_what_is_corrected_stands_beside_them(
    db: Database, office: Person, police: Person, market: Person, november: int
) -> None:
    filed(db, police)
    freeze_round(db, Actor(office, at("2019-12-05 18:00"), ZONE, "z"), november)
    with pytest.raises(ReasonNeeded):
        filed(db, police, cases=13)
    file_return(
        db, Actor(police, LATE, ZONE), of(db, POLICE).id, figures(13), "after", seen=seen(db), reason="漏计一起"
    )
    file_return(db, Actor(market, LATE, ZONE), of(db, MARKET).id, figures(4, 1, 2), "market")
    table = return_table(db, november, day("2019-12-06"))
    standing = [
        (each.unit.name, each.values.get(CASES), each.values_now and each.values_now[CASES]) for each in table.units
    ]
    assert standing == [(POLICE, 12, 13), (MARKET, None, 4), (CUSTOMS, None, None)]
    assert (table.totals[CASES], table.totals_now and table.totals_now[CASES]) == (12, 17)
    [row, *_] = return_sheet(table, "11月", "zh").rows
    numbers = {each.name: number for each, number in zip(table.indicators, [*row][5:8], strict=True)}
    assert numbers == {CASES: 13, MOVED: None, VALUE: None}
    last = of(db, POLICE).last
    assert last is not None and last.reason == "漏计一起"


def test_a_frozen_round_can_be_taken_up_again(db: Database, office: Person, police: Person, november: int) -> None:
    filed(db, police)
    freeze_round(db, Actor(office, IN_TIME, ZONE, "z"), november)
    give_back(db, Actor(office, IN_TIME, ZONE, "g"), of(db, POLICE).id, "再核一下")
    assert return_table(db, november, day("2019-12-03")).totals[CASES] == 12
    unfreeze_round(db, Actor(office, IN_TIME, ZONE, "u"), november)
    assert return_table(db, november, day("2019-12-03")).totals[CASES] == 0


def test_completeness(db: Database, police: Person, market: Person, november: int) -> None:
    filed(db, police)
    file_return(db, Actor(market, LATE, ZONE), of(db, MARKET).id, {}, "nil", nil=True)
    found = completeness(db, november, day("2019-12-07"))
    assert [each.unit.name for each in found.filed] == [POLICE, MARKET]
    assert [each.unit.name for each in found.late] == [MARKET]
    assert [(each.unit.name, each.state, each.late) for each in found.missing] == [(CUSTOMS, ReturnState.MISSING, True)]


def test_what_is_begun_is_a_draft(db: Database, police: Person, november: int) -> None:
    moment = stored(IN_TIME)
    begun = {"person_id": police.id, "kind": "filing", "state": "parked", "update_id": 1, "opened_at": moment}
    db.insert(
        "dialogs", **begun, subject_id=of(db, POLICE).id, answers='{"figures": {"立案件数": 3}}', touched_at=moment
    )
    assert (of(db, POLICE).state, of(db, MARKET).state) == (ReturnState.DRAFT, ReturnState.MISSING)


def test_what_cannot_be_filed(db: Database, office: Person, police: Person, monthly: Return, november: int) -> None:
    mine, other = of(db, POLICE).id, of(db, MARKET).id
    for unit_return_id, values, refused in (
        (mine, figures() | {"开心指数": 3}, NotAskedFor),
        (mine, figures(-1), FigureNegative),
        (mine, {CASES: 12.0}, FiguresMissing),
        (other, figures(), NotYourReturn),
        (9999, figures(), StaleButton),
    ):
        with pytest.raises(refused):
            file_return(db, Actor(police, IN_TIME, ZONE), unit_return_id, values, "f")
    end_return(db, Actor(office, IN_TIME, ZONE, "e"), monthly.id)
    with pytest.raises(ReturnEnded):
        file_return(db, Actor(police, IN_TIME, ZONE), mine, figures(), "f")
    assert rows(db, "SELECT count(*) FROM filings") == [(0,)]


def test_the_office_and_a_deputy_file_for_others(db: Database, office: Person, police: Person, november: int) -> None:
    found = filed(db, office, MARKET)
    assert found.counted is not None and found.counted.by_office
    deputy = let_in(db, 1003, "吴警官", Role.DEPUTY, POLICE)
    counted = filed(db, deputy).counted
    assert counted is not None and counted.by == "吴警官"
