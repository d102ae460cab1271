from datetime import timedelta

import pytest
from telegram.error import InvalidToken, NetworkError, RetryAfter

from bot.upkeep.watchdog import NoUpdates, Pulse, check_pulse, watch_pulse


class Seconds:
    """A monotonic clock that moves only by sleeping."""

    now = 0.0

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += seconds


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
def pulse(seconds: Seconds) -> Pulse:
    """Return the pulse of a bot whose poll has just been answered."""
    pulse = Pulse(seconds)
    pulse.feel_poll()
    return pulse


async def test_a_bot_that_hears_nothing_from_telegram_is_ended_after_90_seconds(pulse: Pulse, seconds: Seconds) -> None:
    with pytest.raises(NoUpdates):
        await watch_pulse(pulse, seconds.sleep)
    assert 90 < seconds.now <= 95


async def test_a_silence_that_telegram_asks_for_does_not_end_the_bot(
    pulse: Pulse, seconds: Seconds, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    assert pulse.keep_silence(NetworkError("no route")) == 0
    seconds.now = 20
    assert pulse.keep_silence(RetryAfter(timedelta(seconds=300))) == 300
    with pytest.raises(NoUpdates):
        await watch_pulse(pulse, seconds.sleep)
    assert 410 < seconds.now <= 415


def test_an_answer_in_time_is_enough(pulse: Pulse, seconds: Seconds) -> None:
    seconds.now = 89
    pulse.feel_poll()
    seconds.now = 179
    check_pulse(pulse)
    assert pulse.since(pulse.polled) == 90


def test_a_bot_that_does_not_poll_is_not_missed(seconds: Seconds) -> None:
    seconds.now = 10_000
    check_pulse(Pulse(seconds))
    assert Pulse(seconds).since(None) == 0


def test_a_token_refused_while_sending_ends_the_bot(pulse: Pulse) -> None:
    pulse.token_refused = True
    with pytest.raises(InvalidToken):
        check_pulse(pulse)
