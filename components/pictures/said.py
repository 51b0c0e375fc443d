"""The words round a picture: the gate for a sentence that tells figures, and who its figures are from."""

from collections.abc import Iterable

from components.figures import cited
from components.words import word
from data.package import sources
from data.package.statuses import joined_ids


def told(sentence: str, source_ids: str, title: str) -> str:
    """The sentence where all that it rests on may leave; else what the figure is, and that it is only drawn."""
    return sentence if sources.is_downloadable(source_ids) else word("picture.held", title=title)


def publishers(source_ids: Iterable[str | None]) -> str:
    """The publishers behind some cells, each once; of many the first, and how many more there are."""
    ids = joined_ids(one for one in source_ids if isinstance(one, str) and one)
    return cited.few(list(dict.fromkeys(one.publisher for one in sources.describe(ids))))
