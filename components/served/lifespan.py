"""The life of the server: it gets ready for the first visitor before it answers anybody."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from components import cache, live, search_index
from components.pictures import at
from components.reader.choice import default
from data.package import snapshot
from data.vocabulary.language import ENGLISH, speaking


def _get_ready() -> None:
    """Check the data and load what every page needs, so that no visitor waits for it."""
    found = live.look()
    if found.snapshot:
        with snapshot.held(found.snapshot):
            cache.warm_up()
            with speaking(ENGLISH):
                at.of("", at.parts(default(), ""))
            search_index.begin()


@asynccontextmanager
async def ready(_app: Any) -> AsyncIterator[None]:
    """The life of the server: nobody is answered before it is ready."""
    await asyncio.to_thread(_get_ready)
    yield
