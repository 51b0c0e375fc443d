"""The language that a run speaks: set where the run begins, asked wherever a text is put together.

What is kept without a language (`data/package/snapshot.py`) is made in silence: whatever asks for a text then is told
so at once, and no reader gets the text of another one's language."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

ENGLISH = "en"

_spoken: ContextVar[str | None] = ContextVar("language", default=ENGLISH)


def spoken() -> str:
    """Code of the language at hand. Raises LookupError where a result is made that is kept for all languages."""
    language = _spoken.get()
    if language is None:
        raise LookupError("a text was asked for by a function that is kept without a language: say `worded=True`")
    return language


@contextmanager
def speaking(language: str | None) -> Iterator[None]:
    """Speak a language for a while; with None, be silent."""
    token = _spoken.set(language)
    try:
        yield
    finally:
        _spoken.reset(token)
