"""Writes what the browser fetches before anybody asks, as at the build of an image: `python -m components.served`."""

import sys

from components.served import ahead
from data.faults import DataFault

if __name__ == "__main__":
    try:
        print("\n".join(f"{path.stat().st_size:>10} {path.name}" for path in ahead.write()))
    except (DataFault, OSError) as fault:
        sys.exit(str(fault))
