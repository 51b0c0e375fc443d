"""A bound on how long an answer waits for what only makes it better.

What takes longer is made to its end all the same, beside the answer: who asks next finds it kept."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from typing import TypeVar

Made = TypeVar("Made")

# A page waits for its picture no longer than that: its own run may need the same tables, and began by then.
LONGEST_S = 3.0
_workers = ThreadPoolExecutor(max_workers=8, thread_name_prefix="picture")


def in_time(make: Callable[[], Made], longest_s: float = LONGEST_S) -> Made | None:
    """What `make` makes, under the data and the language of the caller; None where it takes longer.

    What `make` raises is raised here; after the wait it is its own matter to tell of it."""
    promised = _workers.submit(copy_context().run, make)
    try:
        return promised.result(timeout=longest_s)
    except TimeoutError:
        if promised.done():
            raise
        return None
