from datetime import UTC, datetime, timedelta

from handlers.telegram.rate import RateLimit

NOON = datetime(2019, 11, 25, 12, tzinfo=UTC)


def test_three_answers_an_hour_are_allowed_and_no_fourth() -> None:
    patience = RateLimit(3, timedelta(hours=1))
    assert [patience.allows(1, NOON + timedelta(minutes=minute)) for minute in range(4)] == [True, True, True, False]


def test_patience_returns_when_the_hour_is_over() -> None:
    patience = RateLimit(1, timedelta(hours=1))
    assert patience.allows(1, NOON)
    assert not patience.allows(1, NOON + timedelta(minutes=59))
    assert patience.allows(1, NOON + timedelta(hours=1))


def test_one_persons_questions_do_not_cost_another() -> None:
    patience = RateLimit(1, timedelta(hours=1))
    assert patience.allows(1, NOON) and patience.allows(2, NOON)
