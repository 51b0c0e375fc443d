"""Everything in one file: the zip of all tables, descriptor, README and licences, the same bytes for the same data."""

import io
import tempfile
import zipfile
from pathlib import Path

from data.output import frames
from data.package import descriptor

# The first moment a zip can name; a clock would change the bytes.
MOMENT = (1980, 1, 1, 0, 0, 0)
READABLE = 0o644 << 16


def build() -> bytes:
    """The zip; its files stand in one folder that carries the data version. Rows withheld by licence are not in it."""
    packed = io.BytesIO()
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(packed, "w") as archive:
        frames.write([], Path(folder))
        for path in sorted(one for one in Path(folder).rglob("*") if one.is_file()):
            name = path.relative_to(folder).as_posix()
            entry = zipfile.ZipInfo(f"{stem()}/{name}", date_time=MOMENT)
            entry.external_attr = READABLE
            entry.create_system = 3
            archive.writestr(entry, path.read_bytes(), compress_type=zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def stem() -> str:
    """Name of the folder in the zip, and of the zip without its ending."""
    return f"{descriptor.package()['name']}_v{descriptor.version()}"
