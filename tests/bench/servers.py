"""The servers that are measured: our app and its peers, each a process of its own on a free port of this machine."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

ROOT = Path(__file__).parents[2]
PEERS = Path(__file__).parent / "peers"
STARTED_WITHIN_S = 60


@dataclass(frozen=True)
class Peer:
    """What is measured, and how a reader uses it. `indicator` and `option` open and choose; a list box has no option.

    kind: atlas, or that of a module in `peers/`; environment steers a peer; `year` is the slider that the arrow keys
    move. A site, which is not asked for changes of a map, has none of these."""

    name: str
    kind: str
    indicator: str = ""
    option: str | None = None
    year: str = ""
    environment: tuple[tuple[str, str], ...] = ()


_STREAMLIT = {
    "indicator": '[data-testid="stSelectbox"] input',
    "option": '[role="option"]',
    "year": '[data-testid="stSlider"] input',
}
_DASH = {"indicator": "#indicator", "option": '[role="option"], .dash-dropdown-option', "year": '[role="slider"]'}

ATLAS = Peer(
    "atlas", "atlas", '[role="combobox"][aria-label*="Indicator"]', '[role="option"]', '[data-testid="atlas-year"]'
)
DASH = Peer("dash", "dash", **_DASH)
FLOOR = Peer("floor", "static_page", "#indicator", None, "#year")
# Sites with pages, a search and addresses for programs.
SITES = (ATLAS, Peer("dash", "dash_pages"), Peer("floor", "static_pages"))
PEERS_MEASURED = (
    ATLAS,
    DASH,
    Peer("dash_years_in_page", "dash", **_DASH, environment=(("BENCH_YEARS", "browser"),)),
    Peer("streamlit_url", "streamlit", **_STREAMLIT),
    Peer("streamlit_figure", "streamlit", **_STREAMLIT, environment=(("BENCH_SHAPES", "figure"),)),
    FLOOR,
)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _command(peer: Peer, port: int, folder: Path) -> list[str]:
    streamlit = ["-m", "streamlit", "run", "--server.port", str(port), "--server.address", "127.0.0.1"]
    streamlit += [
        "--server.headless",
        "true",
        "--server.enableStaticServing",
        "true",
        "--server.fileWatcherType",
        "none",
    ]
    match peer.kind:
        case "atlas":
            return [*streamlit, str(ROOT / "app.py")]
        case "streamlit":
            shutil.copy(PEERS / "streamlit_app.py", folder)
            shutil.copytree(ROOT / "static" / "geo", folder / "static" / "geo")
            return [*streamlit, "--browser.gatherUsageStats", "false", str(folder / "streamlit_app.py")]
        case "dash" | "dash_pages":
            served = ["--bind", f"127.0.0.1:{port}", "--worker-class", "gthread", "--threads", "8"]
            return ["-m", "gunicorn", *served, f"tests.bench.peers.{peer.kind}_app:server"]
    return ["-m", "http.server", str(port), "--bind", "127.0.0.1", "--directory", str(folder)]


@contextmanager
def running(peer: Peer, layer: str) -> Iterator[tuple[str, psutil.Process]]:
    """The peer's address and process while its server runs; `layer` is world or region.

    Raises RuntimeError with the server's last words when it does not answer."""
    port = _free_port()
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "BENCH_LAYER": layer, **dict(peer.environment)}
    with tempfile.TemporaryDirectory() as name, tempfile.TemporaryFile() as said:
        folder = Path(name)
        if peer.kind.startswith("static"):
            written = [sys.executable, "-m", f"tests.bench.peers.{peer.kind}", name]
            subprocess.run(written, cwd=ROOT, env=environment, check=True)
        command = [sys.executable, *_command(peer, port, folder)]
        where = folder if peer.kind == "streamlit" else ROOT
        process = subprocess.Popen(command, cwd=where, env=environment, stdout=said, stderr=said)
        try:
            address = f"http://127.0.0.1:{port}"
            if not _answers(address, process):
                said.seek(0)
                raise RuntimeError(f"{peer.name} did not start: {said.read().decode()[-2000:]}")
            yield address, psutil.Process(process.pid)
        finally:
            process.terminate()
            process.wait(timeout=15)


def _answers(address: str, process: subprocess.Popen) -> bool:
    until = time.monotonic() + STARTED_WITHIN_S
    while time.monotonic() < until and process.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=1)
            return True
        except OSError:
            time.sleep(0.1)
    return False


@contextmanager
def all_running(peers: tuple[Peer, ...], layer: str) -> Iterator[dict[Peer, str]]:
    """Addresses of several peers."""
    with ExitStack() as stack:
        yield {peer: stack.enter_context(running(peer, layer))[0] for peer in peers}


def resident_mb(process: psutil.Process) -> float:
    """Resident memory of a process and all its children, in megabytes of 2**20 bytes."""
    return sum(one.memory_info().rss for one in [process, *process.children(recursive=True)]) / 2**20
