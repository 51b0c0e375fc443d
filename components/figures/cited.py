"""Who figures are from, in one line: of many publishers the first, and how many more there are."""

from collections.abc import Callable, Sequence

from components.words import counted

MOST = 3


def few(publishers: Sequence[str], write: Callable[[str], str] = str) -> str:
    """The names as they are with semicolons between; `write` gives the number of the others the form of the names."""
    shown = publishers if len(publishers) <= MOST else publishers[: MOST - 1]
    more = len(publishers) - len(shown)
    return "; ".join(shown) + (f" {write(counted('card.more_sources', more))}" if more else "")
