"""The licence gate: which rows rest on a source that does not allow its figures to be passed on.

Every way out asks here: the frame on the screen, a table, the whole package, a preview. A row is withheld when any of
its source columns names a restricted source, or when it hangs by a foreign key on a row that is withheld."""

import pandas as pd

from data.package import descriptor, sources, tables
from data.package.snapshot import kept

SUFFIX = "source_id"
SOURCES = "sources"


def source_columns(frame: pd.DataFrame) -> list[str]:
    """Columns that hold ids of sources."""
    return [name for name in map(str, frame.columns) if name.endswith(SUFFIX)]


def is_withheld(frame: pd.DataFrame) -> pd.Series:
    """True for rows in which one of the named sources is restricted; a row that names none may leave."""
    held = pd.Series(False, index=frame.index)
    for column in source_columns(frame):
        held |= ~frame[column].fillna("").map(sources.is_downloadable).astype(bool)
    return held


@kept()
def withheld_rows(name: str) -> pd.Series:
    """The rows of a curated table that are withheld, True where they are, in the order of its file.

    The table of sources says where things come from and is no figure of theirs: all of it may leave."""
    text = tables.text(name)
    if name == SOURCES:
        return pd.Series(False, index=text.index)
    held = is_withheld(text)
    for key in descriptor.resource(name)["schema"]["foreignKeys"]:
        target = key["reference"]["resource"]
        if target not in (name, SOURCES, "") and withheld_rows(target).any():
            gone = tables.text(target).loc[withheld_rows(target), key["reference"]["fields"]]
            lost = set(gone.itertuples(index=False, name=None))
            held |= pd.Series(
                [itertuple in lost for itertuple in text[key["fields"]].itertuples(index=False, name=None)],
                index=text.index,
            )
    return held


def open_rows(name: str) -> pd.DataFrame:
    """A curated table as it may leave, every cell as written, columns as the descriptor names them."""
    return tables.text(name)[~withheld_rows(name)].reset_index(drop=True)
