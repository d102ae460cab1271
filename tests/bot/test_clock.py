from datetime import UTC, datetime, timedelta

from bot.clock import Clock

LONG_AGO = datetime(2019, 11, 25, 0, 55, tzinfo=UTC)


def test_the_clock_is_in_utc() -> None:
    assert Clock().now().utcoffset() == timedelta()


def test_a_rehearsal_starts_at_the_moment_it_is_told() -> None:
    assert timedelta() <= Clock(LONG_AGO).now() - LONG_AGO < timedelta(minutes=1)


def test_a_rehearsal_runs_on() -> None:
    clock = Clock(LONG_AGO)
    assert clock.now() <= clock.now()


def test_the_clock_can_be_moved() -> None:
    clock = Clock(LONG_AGO)
    clock.move_to(LONG_AGO + timedelta(days=7))
    assert timedelta(days=7) <= clock.now() - LONG_AGO < timedelta(days=7, minutes=1)
