"""An answer waits only so long for what makes it better, and what was begun is made to its end."""

import threading
import time

import pytest

from components.served import waiting
from data.vocabulary.language import ENGLISH, speaking, spoken


def test_what_is_made_in_time_is_made_in_the_language_of_the_caller():
    with speaking(ENGLISH):
        assert waiting.in_time(spoken) == ENGLISH


def test_slow_work_is_not_waited_for_and_comes_to_its_end():
    go_on, done = threading.Event(), threading.Event()

    def slow() -> str:
        go_on.wait(10)
        done.set()
        return "late"

    began = time.monotonic()
    assert waiting.in_time(slow, longest_s=0.05) is None
    assert time.monotonic() - began < 5
    go_on.set()
    assert done.wait(10)


@pytest.mark.parametrize("raised", [TimeoutError, ValueError])
def test_what_the_work_raises_is_raised(raised):
    def fail() -> None:
        raise raised

    with pytest.raises(raised):
        waiting.in_time(fail)
